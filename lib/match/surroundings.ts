import type { TextBlock } from './types';

/**
 * How one side of a stretch of text is bounded:
 * `edge` block, element or line ends there · `mark` punctuation, a number or a reference's authors · `colon` a colon and nothing else ·
 * `abbreviation` "(NLG)" follows: a notion is being named, not a paper · `prose` the sentence goes on in lower case, or says by whom or where it was published ·
 * `linked` "and", "of", "for"… leads on to a capitalised word · `name` a capitalised word follows at once, as inside a
 * longer title · `other` "II", "2" or "Part …" follows, or "Comment on" leads in: another paper · `hyphen` the word itself
 * goes on.
 */
export type Side =
  | 'edge'
  | 'mark'
  | 'colon'
  | 'abbreviation'
  | 'prose'
  | 'linked'
  | 'name'
  | 'other'
  | 'hyphen';

/** How a stretch is capitalised. `plain` covers sentence case and all lower case. */
export type CaseStyle = 'title' | 'upper' | 'plain';

/** Words that join the parts of a title as well as those of a sentence: they prove neither. */
const joining = new Set(
  (
    'a an and are as at beyond by can do does for from how in into is its of on or our over see that the their then this ' +
    'through to towards under using via versus vs we what when where why with without'
  )
    .split(' ')
    .concat(['paper', 'titled', 'called']),
);

/** How far to look for the neighbouring words, in UTF-16 units. */
const reach = 80;

const wordAhead = /^([^\p{L}\p{N}]*)([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*)/u;
const wordBehind = /([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*)([^\p{L}\p{N}]*)$/u;
const abbreviationAhead = /^\s*\(\p{Lu}[\p{L}\p{N}-]{1,11}\)/u;
const marks = /[^\s\p{L}\p{N}\p{M}\p{Cf}\-‐‑]/u;
/** What makes of a title that of a sequel, or of an answer. */
const sequelAhead =
  /^\s+(?:(?:II|III|IV|VI{0,3}|IX|Part)(?![\p{L}\p{N}])|[2-9](?![.,]?[\p{L}\p{N}]|\s+\p{L}))/u;
const answerBehind =
  /(?:^|[\n.:•]\s*)(?:(?:Comment on|Reply to|Response to|(?:Correction|Erratum|Corrigendum)(?: to)?):?|\[Re\]:?)\s*["“«]?(?:\s*\b(?:An?|The))?\s*$/i;
const answerAhead =
  /^["”»]?\s*[:–—-]\s+(?:An?\s+)?(?:Reply|Response|Rebuttal|Comment|Correction|Erratum)(?!\p{L})/u;
/** A place where papers appear. */
const venue =
  '(?:NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|CVPR|ICCV|ECCV|WACV|E?ACL|NAACL|EMNLP|COLING|TACL|TMLR|JMLR|COLM|CoRL|ICRA|IROS|RSS|' +
  'KDD|SIGIR|WWW|WSDM|RecSys|CHI|UAI|AISTATS|COLT|SIGGRAPH|Interspeech|INTERSPEECH|ICASSP|Nature|arXiv|PMLR)';
const name = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
/** "by Smith" and the end of the names, "from Google", "at ICML", or a venue and its year. */
const attributionAhead = new RegExp(
  `^\\s+(?:(?:at|in|for|from)\\s+(?:the\\s+)?)?${venue}(?![\\p{L}])` +
    `|^\\s+by\\s+(?:${name}\\.?\\s+){0,3}${name}(?=\\s+(?:et\\s+al|\\p{Ll})|\\s*[^\\s\\p{L}\\p{N}]|\\s*$)` +
    `|^\\s+(?:from|by|at|out\\s+of)\\s+(?:the\\s+)?(?:Google|DeepMind|OpenAI|Meta|Microsoft|Apple|NVIDIA|Nvidia|Anthropic|Amazon|` +
    `Alibaba|Tencent|ByteDance|Baidu|Huawei|Salesforce|IBM|Mistral|Hugging\\s?Face|Allen|AI2|MIT|CMU|ETH|EPFL|Stanford|Berkeley|` +
    `Princeton|Oxford|Cambridge|Harvard|Tsinghua|University)(?!\\p{L})`,
  'u',
);
/** "Smith J, Lee K": authors of a reference without full stops. */
const authorsBehind = /(?:^|[,;\n]\s*)\p{Lu}[\p{L}\p{M}'’-]+\s\p{Lu}{1,2}\s$/u;
const sentenceEnd = /[.!?:;([{"“”«»|–—•·\n]/;

/** What bounds the text before `start`. */
export function sideBefore(block: TextBlock, start: number): Side {
  const before = block.text.slice(Math.max(0, start - reach), start);
  const found = wordBehind.exec(before);
  if (!found) return 'edge';
  if (answerBehind.test(before)) return 'other';
  if (authorsBehind.test(before)) return 'mark';
  const [, word, gap] = found as unknown as [string, string, string];
  const own = sideOf(block, word, gap, start - gap.length, start);
  if (own !== 'linked') return own;
  const rest = before.slice(0, before.length - word.length - gap.length);
  const next = wordBehind.exec(rest);
  if (!next || sentenceEnd.test(next[2] as string)) return 'prose';
  return isLower(next[1] as string) ? 'prose' : 'linked';
}

/** What bounds the text after `end`. */
export function sideAfter(block: TextBlock, end: number): Side {
  const after = block.text.slice(end, end + reach);
  const found = wordAhead.exec(after);
  if (!found) return 'edge';
  const [, gap, word] = found as unknown as [string, string, string];
  if (answerAhead.test(after)) return 'other';
  if (attributionAhead.test(after)) return 'prose';
  if (abbreviationAhead.test(after)) return 'abbreviation';
  if (sequelAhead.test(after) && !hasSeam(block, end, end + gap.length)) return 'other';
  const own = sideOf(block, word, gap, end, end + gap.length);
  if (own !== 'linked') return own;
  const next = wordAhead.exec(after.slice(gap.length + word.length));
  return !next || isLower(next[2] as string) ? 'prose' : 'linked';
}

function sideOf(block: TextBlock, word: string, gap: string, gapStart: number, gapEnd: number): Side {
  // Words glued together: the markup between them is gone.
  if (gap === '') return 'edge';
  if (/^[-‐‑]$/.test(gap)) return 'hyphen';
  if (gap.includes('\n') || hasSeam(block, gapStart, gapEnd)) return 'edge';
  if (/^\s*:\s*$/.test(gap)) return 'colon';
  if (marks.test(gap) || /[-‐‑]/.test(gap) || /^\p{N}/u.test(word)) return 'mark';
  if (joining.has(word.toLowerCase())) return 'linked';
  return isLower(word) ? 'prose' : 'name';
}

const hasSeam = ({ seams }: TextBlock, start: number, end: number) =>
  seams.some((seam) => seam >= start && seam <= end);
const isLower = (word: string) => /^\p{Ll}|^[^\p{Lu}]/u.test(word);

/** How the words of `text` are capitalised; short words do not count. */
export function caseStyle(text: string): CaseStyle {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (!/\p{Ll}/u.test(text)) return 'upper';
  const telling = words.filter((word) => word.length > 3);
  const capitalised = telling.filter((word) => /^\p{Lu}/u.test(word));
  return capitalised.length * 3 >= telling.length * 2 ? 'title' : 'plain';
}
