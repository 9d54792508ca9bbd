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

/** An address is followed by this where it was cut short for display. */
const cut = /^(?:…|\.\.\.)/;

/**
 * Every identifier that stands in running text: `arXiv:2309.06651v2`, `doi:10.…`, or an address with or without
 * `https://`. Of an address that is cut short only an arXiv number counts, which is whole or none.
 *
 * @param seams UTF-16 offsets at which a new text node begins: where an ellipsis stands in one of its own, behind another
 *   one, the rest of the address stands before it, unseen
 */
export function identifiersInText(text: string, seams: readonly number[] = []): IdentifierInText[] {
  const found: IdentifierInText[] = [];
  for (const match of text.matchAll(inText)) {
    const [whole, number, doi, address] = match;
    const start = match.index;
    if (number) {
      const identifier = arxivIdentifier(number);
      if (identifier) found.push({ identifier, start, end: start + whole.length });
      continue;
    }
    const trimmed = trimProse(whole);
    const end = start + trimmed.length;
    const identifier = doi
      ? doiIdentifier(doi)
      : address && identifiersInUrl(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`)[0];
    if (!identifier) continue;
    const isCut = cut.test(text.slice(end, end + 3)) && !isWhole(trimmed, start, seams);
    if (!isCut || identifier.startsWith('arxiv:')) found.push({ identifier, start, end });
  }
  return found;
}

/** Whether an address ends with a text node, and has another one in it, behind its scheme. */
function isWhole(address: string, start: number, seams: readonly number[]): boolean {
  const shown = start + (/^https?:\/\//i.exec(address)?.[0].length ?? 0);
  const end = start + address.length;
  return seams.includes(end) && seams.some((seam) => seam > shown && seam < end);
}

/** A link around more text than this is a whole card, not a name, in UTF-16 units. */
export const longestLinkText = 300;

/**
 * Every identifier that a block of text shows, also in a link's own text that is glued to what stands beside it.
 *
 * @param links UTF-16 offsets of the links' texts
 */
export function identifiersShown(
  text: string,
  links: readonly { start: number; end: number }[],
  seams: readonly number[],
): IdentifierInText[] {
  const found = identifiersInText(text, seams);
  for (const { start, end } of links) {
    if (end - start > longestLinkText) continue;
    const own = seams.map((seam) => seam - start);
    for (const one of identifiersInText(text.slice(start, end), own)) {
      const shown = { identifier: one.identifier, start: one.start + start, end: one.end + start };
      if (!found.some((other) => other.identifier === shown.identifier && other.start === shown.start))
        found.push(shown);
    }
  }
  return found;
}
