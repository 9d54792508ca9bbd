import { familyName } from './authors';
import { displayTitle } from './title';
import type { Paper } from './types';

type Cited = Pick<Paper, 'id' | 'title' | 'authors' | 'publishedAt'>;

/** Words that say nothing about a title. */
const fillers = new Set(
  'a an the on of in for to and or with from by via is are at as towards toward'.split(' '),
);

/** A key that stays the same for the same paper: `cho2023local`. ASCII letters and digits only. */
export function bibtexKey(paper: Cited): string {
  const name = asciiLetters(familyName(paper.authors[0] ?? '')).replace(/^\d+/, '') || 'anonymous';
  const words = displayTitle(paper.title)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(asciiLetters)
    .filter(Boolean);
  const word = words.find((candidate) => !fillers.has(candidate)) ?? words[0] ?? '';
  return `${name}${yearOf(paper) ?? ''}${word}`;
}

/**
 * The paper as a BibTeX `@misc` entry, UTF-8, ending in a line break.
 *
 * @param more fields behind the paper's own, as plain text; those that are empty are left out
 */
export function toBibtex(
  paper: Cited,
  key: string = bibtexKey(paper),
  more: readonly [name: string, text: string | undefined][] = [],
): string {
  const [scheme, number] = splitId(paper.id);
  const fields: [name: string, value: string | undefined][] = [
    ['title', `{${escapeTex(displayTitle(paper.title))}}`],
    ['author', paper.authors.map(bibtexName).join(' and ') || undefined],
    ['year', yearOf(paper)],
    ['eprint', scheme === 'arxiv' ? number : undefined],
    ['archivePrefix', scheme === 'arxiv' ? 'arXiv' : undefined],
    ['doi', scheme === 'doi' ? escapeTex(number) : undefined],
    ['url', address(scheme, number)],
    ...more.map(([name, text]) => [name, text && escapeTex(text)] as [string, string | undefined]),
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${key},`, ...lines, '}', ''].join('\n');
}

function splitId(id: string): [scheme: string, number: string] {
  const colon = id.indexOf(':');
  return [id.slice(0, colon), id.slice(colon + 1)];
}

function address(scheme: string, number: string): string | undefined {
  if (scheme === 'arxiv') return `https://arxiv.org/abs/${number}`;
  // Braces and backslashes would end the field; the rest of an address BibTeX takes as it is.
  if (scheme === 'doi') return `https://doi.org/${number.replace(/[\\{}\s%]/g, encodeURIComponent)}`;
  return undefined;
}

/** Year of first publication, else the one in the arXiv number (`2307.08809` and `cs/0112017` both begin with it). */
export function yearOf(paper: Pick<Paper, 'id' | 'publishedAt'>): string | undefined {
  const published = /^\d{4}/.exec(paper.publishedAt ?? '')?.[0];
  if (published) return published;
  const short = /^arxiv:(?:[a-z.-]+\/)?(\d{2})\d{2}/i.exec(paper.id)?.[1];
  if (!short) return undefined;
  return Number(short) > 90 ? `19${short}` : `20${short}`;
}

/** A name that BibTeX would take apart wrongly (a team with "and" or a comma in it) goes in braces. */
function bibtexName(name: string): string {
  const escaped = escapeTex(name);
  return /,|\sand\s/i.test(name) ? `{${escaped}}` : escaped;
}

const escapes: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '^': String.raw`\textasciicircum{}`,
  '~': String.raw`\textasciitilde{}`,
  // In TeX's first encoding of fonts these three are other characters.
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
  '|': String.raw`\textbar{}`,
};

function escapeTex(text: string): string {
  return text.replace(/[\\^~<>|{}$&%#_]/g, (character) => escapes[character] ?? `\\${character}`);
}

function asciiLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
