import { alone } from '../alone.ts';
import { listedTitles, papersIn } from '../corpora';
import { matcherOf } from '../matcher';
import { measureAbstracts, measureForeign, measureReplaced } from './false-marks';
import { measureRecall } from './recall';
import { measureVerification } from './speed';
import { unrelatedText } from './unrelated-text';
import { measureWakeUps } from './wake-ups';

interface Input {
  data: string;
  /** `node_modules`. */
  packages: string;
  errors: number;
  all: boolean;
}

alone(async ({ data, packages, errors, all }: Input) => {
  const papers = await papersIn(`${data}/archive-40k.jsonl.gz`);
  const matcher = await matcherOf(papers);
  const options = { errors, all };
  return [
    ...measureRecall(matcher, papers, options),
    ...measureForeign(matcher, papers, listedTitles(data), options),
    ...measureReplaced(matcher, papers, options),
    ...measureAbstracts(matcher, papers, options),
    ...measureWakeUps(matcher, unrelatedText(data, packages), errors),
    ...measureVerification(matcher, papers),
  ];
});
