import {
  arxivIdentifier,
  arxivNumber,
  doiIdentifier,
  type Identifier,
  identifiersInUrl,
  trimProse,
} from './identifiers';

/** An identifier in running text, with its UTF-16 place. */
export interface IdentifierInText {
  identifier: Identifier;
  start: number;
  end: number;
}

const inText = new RegExp(
  [
    String.raw`\b(?:arxiv(?:\.org)?(?:\s(?:preprint|e-?print|id|no\.?))?(?:\s?[:：,/\[(-]\s?|\s)|(?<![\w./-])abs\/)(?:abs\/)?${arxivNumber}`,
    String.raw`\b(?:doi:?\s*)?(10\.\d{4,9}\/[^\s<>"]{1,400})`,
    String.raw`(?:https?:\/\/)?\b((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18}\/[^\s<>"“”]{1,400}|[a-z0-9-]{1,63}\.(?:github|gitlab)\.io\b)`,
  ].join('|'),
  'gi',
);

/** Every identifier that stands in a text: `arXiv:2309.06651v2`, `doi:10.…`, or an address with or without `https://`. */
function identifiersIn(text: string): IdentifierInText[] {
  const found: IdentifierInText[] = [];
  for (const match of text.matchAll(inText)) {
    const [whole, number, doi, address] = match;
    const start = match.index;
    const trimmed = number ? whole : trimProse(whole);
    const identifier = number
      ? arxivIdentifier(number)
      : doi
        ? doiIdentifier(doi)
        : address && identifiersInUrl(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`)[0];
    if (identifier) found.push({ identifier, start, end: start + trimmed.length });
  }
  return found;
}

/** A link around more text than this is a whole card, not a name, in UTF-16 units. */
export const longestLinkText = 300;

/**
 * Every identifier that a block of text shows, also in a link's own text that is glued to what stands beside it. One that
 * is cut short may be another's; see `isCutShort`.
 *
 * @param links UTF-16 offsets of the links' texts
 */
export function identifiersShown(
  text: string,
  links: readonly { start: number; end: number }[] = [],
): IdentifierInText[] {
  const found = new Map(identifiersIn(text).map((one) => [`${one.start} ${one.identifier}`, one]));
  for (const { start, end } of links) {
    if (end - start > longestLinkText) continue;
    for (const { identifier, ...own } of identifiersIn(text.slice(start, end))) {
      const shown = { identifier, start: own.start + start, end: own.end + start };
      found.set(`${shown.start} ${identifier}`, shown);
    }
  }
  return [...found.values()];
}

/** An address is followed by this where it was cut short for display. */
const cut = /^(?:…|\.\.\.)/;

/**
 * Whether an identifier was cut short for display, so that it may be the beginning of another. An arXiv number is whole or
 * none.
 *
 * @param seams UTF-16 offsets at which a new text node begins: where an ellipsis stands in one of its own, and the address
 *   ends in another than it begins, the rest of the address was kept out of sight
 */
export function isCutShort(
  text: string,
  { identifier, start, end }: IdentifierInText,
  seams: readonly number[],
): boolean {
  if (identifier.startsWith('arxiv:') || !cut.test(text.slice(end, end + 3))) return false;
  const shown = start + (/^https?:\/\//i.exec(text.slice(start, end))?.[0].length ?? 0);
  return !seams.includes(end) || !seams.some((seam) => seam > shown && seam < end);
}
