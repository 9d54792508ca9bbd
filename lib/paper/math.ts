import { repairTex } from './tex';

/** A piece of a text for display: plain, or a formula that is whole TeX still. */
export type TextPiece =
  | { kind: 'text'; text: string }
  /** `tex` has no delimiters; `text` is the same in Unicode, for where it is not typeset. */
  | { kind: 'math'; tex: string; text: string; isDisplay: boolean };

/** Every way to begin and end a formula; what stands in it is judged by `isFormula`. */
const formula = new RegExp(
  [
    String.raw`\$\$([^$]{1,400})\$\$`,
    String.raw`\$(?! )([^$]{1,200}?)(?<! )\$(?!\d)`,
    // A digit may follow where a sign between the dollars says that it is no price.
    String.raw`\$([^$ ]{0,40}[\\^_][^$ ]{0,40})\$`,
    String.raw`\$ (\S{1,20}|[^$]{0,200}?[\\^_][^$]{0,200}?) ?\$(?!\d)`,
    String.raw`\\\((.{1,200}?)\\\)`,
    String.raw`\\\[(.{1,400}?)\\\]`,
  ].join('|'),
  'g',
);

const address = /https?:\/\/[^\s{}]+/g;

/**
 * A text as a reader should see it, its formulas apart so that they can be typeset. What is damaged (it lost its `$`) is
 * repaired as `repairTex` does it, and stays text. Never throws.
 */
export function mathPieces(raw: string): TextPiece[] {
  const formulas: TextPiece[] = [];
  const hidden: string[] = [];
  // What a formula may not begin or end in: an address, a dollar that is meant as one.
  const marked = raw
    .replace(/[\ue001\ue002\s]+/g, ' ')
    .replace(address, (found) => `\ue002${hidden.push(found) - 1}\ue002`)
    .replace(/\\\$/g, (found) => `\ue002${hidden.push(found) - 1}\ue002`)
    .replace(formula, (whole, ...groups: (string | undefined)[]) => {
      const within = groups.slice(0, 6);
      const tex = shownAgain(within.find((group) => group !== undefined) ?? '', hidden).trim();
      if (!isFormula(tex)) return whole;
      const isDisplay = within[0] !== undefined || within[5] !== undefined;
      return `\ue001${formulas.push({ kind: 'math', tex, text: repairTex(`$${tex}$`), isDisplay }) - 1}\ue001`;
    });
  return piecesOf(repairTex(shownAgain(marked, hidden)), formulas);
}

const shownAgain = (text: string, hidden: readonly string[]) =>
  text.replace(/\ue002(\d+)\ue002/g, (_, index: string) => hidden[Number(index)] ?? '');

/** Whether there is something to typeset. Two prices have prose between their dollars; a number or a word in bold is text. */
function isFormula(tex: string): boolean {
  if (/^(?:[\d.,\s%+\\-]*|\\(?:text\w*|emph)\s*\{[^{}]*\})$/.test(tex)) return false;
  const prose = tex.replace(/\\(?:text|mathrm|mbox|operatorname)\w*\s*\{[^{}]*\}|\\[a-zA-Z]+/g, '');
  return !/(?:^|\s)\p{L}{2,}(?=\s)/u.test(prose);
}

function piecesOf(text: string, formulas: readonly TextPiece[]): TextPiece[] {
  return text
    .split('\ue001')
    .map(
      (part, i): TextPiece =>
        (i % 2 === 0 ? { kind: 'text', text: part } : formulas[Number(part)]) as TextPiece,
    )
    .filter((piece) => piece !== undefined && (piece.kind === 'math' || piece.text !== ''));
}
