import { listedTitles, papersIn } from '../corpora';
import { matcherOf } from '../matcher';
import { measureAbstracts, measureForeign } from './false-marks';
import { measureRecall } from './recall';
import { measureVerification } from './speed';
import { unrelatedText } from './unrelated-text';
import { measureWakeUps } from './wake-ups';

const { data, packages, errors, all } = JSON.parse(process.argv[2] as string);
const papers = await papersIn(`${data}/archive-40k.jsonl.gz`);
const matcher = await matcherOf(papers);
const options = { errors, all };

const figures = [
  ...measureRecall(matcher, papers, options),
  ...measureForeign(matcher, papers, listedTitles(data), options),
  ...measureAbstracts(matcher, papers, options),
  ...measureWakeUps(matcher, unrelatedText(data, packages), errors),
  ...measureVerification(matcher, papers),
];
process.send?.(figures);
