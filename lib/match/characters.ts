/**
 * What becomes of each character when text is folded.
 *
 * Order: NFKD, marks dropped, lower-cased, a few letters that NFKD keeps whole spelled out.
 */

/** What becomes of a UTF-16 code unit. Values from `firstCharacter` on are the folded character itself. */
const separator = 0;
export const dropped = 1;
export const quote = 2;
export const identifierHint = 3;
export const point = 4;
export const spelledOut = 5;
export const surrogate = 6;
export const firstCharacter = 32;

/** Set on ideographs, kana and hangul, which touch Latin words without a space: each one is a token. */
export const unspaced = 0x10000;

/** Letters that NFKD leaves alone although people type them as others. */
const spelling = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
  }),
);

/** Soft hyphens, zero-width characters, direction marks, combining marks: there, but not to be read. */
const invisible = /[\p{M}\p{Cf}]/u;
const quotes = /["“”„‟«»「」『』]/;
const unspacedScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The folded characters of one character (by code point); empty where it is no letter or digit. */
function foldCharacter(character: string): string {
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((part) => spelling.get(part) ?? part)
    .join('')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What nearly all text is made of, without the regular expressions below: the browser takes a millisecond to make each of
 * them ready, which no page of plain text should pay.
 */
export function classifyUsual(unit: number): number | undefined {
  const letter = unit | 0x20;
  if (unit < 0x80) {
    if (letter >= 0x61 && letter <= 0x7a) return letter;
    if (unit >= 0x30 && unit <= 0x39) return unit;
    if (unit === 0x22) return quote;
    if (unit === 0x2f) return identifierHint;
    return unit === 0x2e ? point : separator;
  }
  // “ ” „ ‟ among dashes, other quotation marks, bullets and the ellipsis.
  if (unit >= 0x201c && unit <= 0x201f) return quote;
  if ((unit >= 0x2010 && unit <= 0x2027) || usualMarks.has(unit)) return separator;
  return undefined;
}

/** No-break space, copyright, registered, middle dot. */
const usualMarks = new Set([0xa0, 0xa9, 0xae, 0xb7]);

/** What becomes of any code unit, by what Unicode says of it. */
export function classifyByScript(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return surrogate;
  if (invisible.test(character)) return dropped;
  if (quotes.test(character)) return quote;
  if (character === '/') return identifierHint;
  if (character === '.') return point;
  const folded = foldCharacter(character);
  if (folded === '') return separator;
  if (folded.length > 1) return spelledOut;
  return folded.charCodeAt(0) | (unspacedScripts.test(character) ? unspaced : 0);
}

/** Class + 1 of each code unit, filled as pages need it: filling it at once costs more than a scan. */
const classes = new Int32Array(0x10000);

/** In `plain`: a code unit that needs a closer look, or was never met before. */
export const notPlain = 0x80;

/** By code unit: `separator`, the folded character where that is ASCII, or `notPlain`. */
export const plain = new Uint8Array(0x10000).fill(notPlain);

/** What becomes of a code unit: one of the constants above, or its folded character, perhaps `unspaced`. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known !== 0) return known - 1;
  const found = classifyUsual(unit) ?? classifyByScript(unit);
  classes[unit] = found + 1;
  if (found === separator || (found >= firstCharacter && found < notPlain)) plain[unit] = found;
  return found;
}

for (let unit = 0; unit < 128; unit++) classOf(unit);

/** What one character becomes that is more than one code unit, raw or folded. */
interface Spelling {
  /** Perhaps empty. */
  folded: string;
  isUnspaced: boolean;
}

const spellings = new Map<string, Spelling>();

/** What becomes of a character of class `spelledOut` or `surrogate`. */
export function spellOut(character: string): Spelling {
  let known = spellings.get(character);
  if (!known) {
    known = { folded: foldCharacter(character), isUnspaced: unspacedScripts.test(character) };
    spellings.set(character, known);
  }
  return known;
}
