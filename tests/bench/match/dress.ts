import { foldTitle } from '@/lib/match/title-text';
import { pick } from '../random.ts';

/**
 * How a title may stand on a page. Each takes the title as it reads (TeX and entities resolved) and returns the block
 * of text, or `undefined` where the title cannot stand so.
 */
export type Dress = (title: string, random: () => number, authors: readonly string[]) => string | undefined;

/** None of the names is an author's, and no other word says that a paper is being named, but for "In Proceedings". */
const references = [
  '[12] J. Smith, K. Lee, and R. Roe. {}. In Proceedings of ICML, 2024.',
  'Smith, J., Lee, K., and Roe, R. (2023). {}. Journal of Machine Learning, 24(3), 101–129.',
  'J. Smith and R. Roe, “{},” IEEE Trans. Neural Netw., vol. 12, no. 4, pp. 77–90, 2022.',
  '7. Smith J, Lee K, Roe R: {}. NeurIPS 2024',
];

/** Running text on both sides, and nothing that says a paper is meant. */
const sentences = [
  'In this blog post we discuss the ideas behind {} which we found convincing.',
  'Last night I finally read {} over tea and learned a lot.',
  'Our weekly group goes through {} next, so bring your questions.',
  'What I took from {} is that scale alone does not help.',
];

const filled = (forms: readonly string[], title: string, random: () => number) =>
  pick(forms, random).replace('{}', () => title);

export const ownLine: Dress = (title) => title;
export const reference: Dress = (title, random) => filled(references, title, random);
export const midSentence: Dress = (title, random) => filled(sentences, title, random);
export const midSentenceLower: Dress = (title, random) => filled(sentences, title.toLowerCase(), random);

/** In one of `carriers`, which may name the first author. */
export const carriedBy =
  (carriers: readonly string[]): Dress =>
  (title, random, authors) => {
    const author = authors[0];
    if (!author) return undefined;
    return filled(carriers, title, random)
      .replace('{author}', () => author)
      .replace('{surname}', () => author.split(' ').at(-1) as string);
  };

/** Words that titles use in each other's place. */
const swaps = [
  ['Offline', 'Online'],
  ['Supervised', 'Unsupervised'],
  ['With', 'Without'],
  ['Image', 'Video'],
  ['Images', 'Videos'],
  ['Two', 'Three'],
  ['LLMs', 'LVLMs'],
  ['LLM', 'VLM'],
  ['Text', 'Speech'],
  ['Language', 'Vision'],
  ['Training', 'Inference'],
  ['Robust', 'Efficient'],
  ['Learning', 'Reasoning'],
  ['Generation', 'Detection'],
  ['Local', 'Global'],
  ['Explicit', 'Implicit'],
  ['Convex', 'Nonconvex'],
  ['In', 'On'],
  ['Dense', 'Sparse'],
  ['Graph', 'Tree'],
  ['GAN', 'VAE'],
  ['Transformers', 'Diffusion'],
  ['Micro', 'Macro'],
  ['Symmetric', 'Asymmetric'],
].flatMap(([one, other]) => [
  [one, other],
  [other, one],
]) as [string, string][];

/** One word gives way to another, which makes it another paper's title. */
export const wordReplaced: Dress = (title, random) => {
  const forms = swaps.flatMap(([word, other]) => {
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').exec(title);
    if (!found) return [];
    const isSmall = found[0] === found[0].toLowerCase();
    return [
      title.slice(0, found.index) +
        (isSmall ? other.toLowerCase() : other) +
        title.slice(found.index + found[0].length),
    ];
  });
  return forms.length === 0 ? undefined : pick(forms, random);
};

/** A letter dropped, added, changed or swapped with the next; digits stay, for another number is another paper. */
export const oneTypo: Dress = (title, random) => {
  const places = [...title.matchAll(/[a-z](?=[a-z])/gi)].map(({ index }) => index);
  if (places.length === 0) return undefined;
  for (;;) {
    const at = pick(places, random);
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const [one, next] = [title[at] as string, title[at + 1] as string];
    const changed = pick([next, letter + one + next, letter + next, next + one], random);
    const mistyped = title.slice(0, at) + changed + title.slice(at + 2);
    if (foldTitle(mistyped) !== foldTitle(title)) return mistyped;
  }
};

/** One word takes or loses its "s". */
export const plural: Dress = (title, random) => {
  const words = [...title.matchAll(/(?<![\p{L}\p{N}-])[a-z]{3,}[a-rt-z]s?(?![\p{L}\p{N}-])/giu)];
  if (words.length === 0) return undefined;
  const { 0: word, index } = pick(words, random);
  const other = /[a-z]s$/.test(word) ? word.slice(0, -1) : `${word}s`;
  return title.slice(0, index) + other + title.slice(index + word.length);
};

export const leadingArticleLost: Dress = (title) => {
  const rest = title.replace(/^(?:a|an|the)\s+(?=\S+\s)/i, '');
  return rest === title ? undefined : rest;
};

/** One hyphen becomes a space, or goes. */
export const hyphenationChanged: Dress = (title, random) => {
  const hyphens = [...title.matchAll(/(?<=\p{L})-(?=\p{L})/gu)];
  if (hyphens.length === 0) return undefined;
  const { index } = pick(hyphens, random);
  return title.slice(0, index) + pick([' ', ''], random) + title.slice(index + 1);
};

/** "ACRONYM: Rest" becomes "Rest", where that says enough to be known by. */
export const acronymDropped: Dress = (title) => {
  const rest = /^[^:\s]{2,40}:\s+(.+)$/.exec(title)?.[1];
  return rest && foldTitle(rest).length >= 24 ? rest : undefined;
};

/** "Head: Subtitle" becomes "Head", where that is a title in itself: the design's 32 letters and 6 words. */
export const subtitleDropped: Dress = (title) => {
  const head = /^(.+?):\s+\S/.exec(title)?.[1];
  if (!head || foldTitle(head).length < 32 || head.split(/\s+/).length < 6) return undefined;
  return head;
};

/** Broken off after so many characters, with an ellipsis. `isUnique` tells whether no other title begins so. */
export const cutAt =
  (length: number, isUnique: (head: string) => boolean): Dress =>
  (title, random) => {
    if (title.length < length + 5) return undefined;
    const head = title.slice(0, length).trimEnd();
    if (foldTitle(head).length < 24 || !isUnique(head)) return undefined;
    return head + pick(['…', '...', ' …', ' ...'], random);
  };
