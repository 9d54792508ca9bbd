import { FoldedText } from './fold';
import { foldedString } from './tokens';

/** A word of a title: as it is compared, and as it is written. */
interface Word {
  folded: string;
  raw: string;
}

/** The name that a title gives to its own work is no word of its subject: with a letter lost it is still that name. */
const ownName = /^\S{3,20}(?=:\s)/;
/** What may be gained or lost: articles, and the word that "&" stands for. */
const optional = new Set(['a', 'an', 'the', 'and']);
/** Words that are one letter from another word which titles use in their place: never a slip for each other. */
const rivals = new Map(
  (
    'in:1 on:1 an:1 of:2 or:2 by:5 be:5 my:5 at:6 as:6 it:7 is:7 if:7 how:8 now:8 not:8 we:9 me:9 he:9 ' +
    'macro:10 micro:10 effective:11 affective:11 adaption:12 adoption:12 mode:13 model:13 node:13 code:13 text:14 test:14 ' +
    'task:15 mask:15 dense:16 sense:16 row:17 low:17 speech:18 speed:18 cost:19 lost:19 word:20 world:20 ' +
    'more:21 core:21 fewer:22 newer:22 bound:23 sound:23'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** "Symmetric" and "asymmetric". */
const negated = /^a?(?:caus|cycl|moral|parametr|period|political|soci|symmetr|synchron|theoretic|typical)/;
/** Short names that another one is left as when it loses a letter. */
const knownAcronyms = new Set(
  'ae ai ann bn cl cnn cot ct dl dm dp fl gan gcn gm gnn gp il kg lm llm lvm mae ml mri nas nlp nn pca pde ode qa rl rnn sam sl slm ssl ssm tts vae vit vla vlm vqa'.split(
    ' ',
  ),
);

/**
 * Whether `shown` is `title` but for slips: at most one letter changed, lost or too much in a word, or two neighbours
 * swapped. Whole words may part or join, but only an article or "and" may come or go. A word put in place of another
 * ("Offline" for "Online", "LVLMs" for "LLMs") makes it another paper's title.
 */
export function differsBySlips(shown: string, title: string): boolean {
  return align(wordsOf(shown), wordsOf(title.replace(ownName, (name) => name.toLowerCase())));
}

function wordsOf(raw: string): Word[] {
  const text = new FoldedText().append(raw);
  return Array.from({ length: text.startCount }, (_, i) => {
    const [from, to] = [text.starts[i] as number, i + 1 < text.startCount ? text.starts[i + 1] : undefined];
    const rawEnd = to === undefined ? raw.length : text.rawStart[to];
    return {
      folded: foldedString(text, from, to),
      raw: raw.slice(text.rawStart[from], rawEnd).replace(/[^\p{L}\p{N}]/gu, ''),
    };
  });
}

function align(shown: readonly Word[], title: readonly Word[]): boolean {
  const [a, b] = [shown[0], title[0]];
  if (!a || !b) return [...shown, ...title].every(({ folded }) => optional.has(folded));
  const [nextA, nextB] = [shown[1], title[1]];
  return (
    (isSlip(a, b) && align(shown.slice(1), title.slice(1))) ||
    (nextA !== undefined && isSlip(joined(a, nextA), b) && align(shown.slice(2), title.slice(1))) ||
    (nextB !== undefined && isSlip(a, joined(b, nextB)) && align(shown.slice(1), title.slice(2))) ||
    (optional.has(a.folded) && align(shown.slice(1), title)) ||
    (optional.has(b.folded) && align(shown, title.slice(1)))
  );
}

const joined = (one: Word, next: Word): Word => ({
  folded: one.folded + next.folded,
  raw: one.raw + next.raw,
});

function isSlip({ folded: a, raw }: Word, { folded: b, raw: own }: Word): boolean {
  if (a === b) return true;
  if (!isOneEdit(a, b)) return false;
  if (a === `${b}s` || b === `${a}s`) return true;
  const rival = rivals.get(a);
  if (rival !== undefined && rival === rivals.get(b)) return false;
  if ((a === `a${b}` || b === `a${a}`) && negated.test(a)) return false;
  // A short name in capitals is another with any other letter; a slip shows by a small letter amid capitals.
  if (!isAcronym(own) || isSwap(a, b) || /^(?=.*\p{Lu}).*\p{Ll}(?!$)|\p{Lu}[^\P{Ll}s]$/u.test(raw))
    return true;
  return a.length < b.length && !knownAcronyms.has(a.replace(/s$/, ''));
}

const isAcronym = (word: string) => /^\p{Lu}{2,}s?$/u.test(word) && word.length <= 6;

const isSwap = (a: string, b: string) => a !== b && [...a].sort().join('') === [...b].sort().join('');

/** Whether one letter changed, lost or too much, or one swap of neighbours, makes `a` of `b`. */
function isOneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  return (
    (restA.length <= 1 && restB.length <= 1) ||
    (restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
