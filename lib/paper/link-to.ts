import type { Paper } from './types';

/** Where the paper itself stands on the web, by its id; `undefined` for one known by its title alone. */
export function linkTo({ id }: Pick<Paper, 'id'>): string | undefined {
  return address(...splitId(id));
}

/** `arxiv` and `2309.06651`. */
export function splitId(id: string): [scheme: string, number: string] {
  const colon = id.indexOf(':');
  return [id.slice(0, colon), id.slice(colon + 1)];
}

function address(scheme: string, number: string): string | undefined {
  if (scheme === 'arxiv') return `https://arxiv.org/abs/${number}`;
  // A DOI may hold anything, `#` and `?` and brackets too; only its slashes are meant as slashes.
  if (scheme === 'doi') return `https://doi.org/${number.split('/').map(encoded).join('/')}`;
  return undefined;
}

/** Safe also in a field of BibTeX and in a link of Markdown. */
const encoded = (part: string) =>
  encodeURIComponent(part.toWellFormed()).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
