/**
 * Folding: letters and digits stay, everything else only parts tokens. "multi-modal", "multimodal" and
 * "Multi\u00adModal" fold to the same characters, so that hyphens, line ends and case never matter to a match.
 *
 * Order: NFKD, marks dropped, lower-cased, a few letters that NFKD keeps whole spelled out.
 */

/** What becomes of a UTF-16 code unit. Values from `firstCharacter` on are the folded character itself. */
const separator = 0;
const dropped = 1;
const quote = 2;
const identifierHint = 3;
const point = 4;
const spelledOut = 5;
const surrogate = 6;
const firstCharacter = 32;

/** Set on ideographs and kana: they are written without spaces, so each one is a token. */
const unspaced = 0x10000;

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
const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The folded characters of one character (by code point); empty where it is no letter or digit. */
function foldCharacter(character: string): string {
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((part) => spelling.get(part) ?? part)
    .join('')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return surrogate;
  if (invisible.test(character)) return dropped;
  if (quotes.test(character)) return quote;
  if (character === '/' || character === ':') return identifierHint;
  if (character === '.') return point;
  const folded = foldCharacter(character);
  if (folded === '') return separator;
  if (folded.length > 1) return spelledOut;
  return folded.charCodeAt(0) | (scriptsWithoutSpaces.test(character) ? unspaced : 0);
}

const ascii = Uint8Array.from({ length: 128 }, (_, unit) => classify(unit));
/** Class + 1 of every other code unit, filled as pages need it: filling it at once costs more than a scan. */
const others = new Int32Array(0x10000);

function classOf(unit: number): number {
  const known = others[unit] as number;
  if (known !== 0) return known - 1;
  const found = classify(unit);
  others[unit] = found + 1;
  return found;
}

const spelledOutCache = new Map<string, string>();

function spellOut(character: string): string {
  let folded = spelledOutCache.get(character);
  if (folded === undefined) {
    folded = foldCharacter(character);
    spelledOutCache.set(character, folded);
  }
  return folded;
}

/** Base of the rolling hash that `prefix` carries: any large odd number mixes well modulo 2^32. */
export const rollingBase = 0x2c1b3c6d;

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/**
 * Folded text in one growing buffer, reused from block to block so that scanning a page allocates nothing.
 * Positions are counted in folded characters unless they are said to be raw.
 */
export class FoldedText {
  /** Folded characters, UTF-16. */
  codes = new Uint16Array(4096);
  /** Raw UTF-16 offset of each folded character, over all that was appended. */
  rawStart = new Uint32Array(4096);
  /** `prefix[i]`: rolling hash of the first `i` folded characters. */
  prefix = new Int32Array(4097);
  length = 0;
  /** Positions at which a token starts, ascending. */
  starts = new Uint32Array(1024);
  startCount = 0;
  /** Positions of quotation marks, ascending. */
  quotes: number[] = [];
  /** Raw characters appended so far. */
  rawLength = 0;
  /** True where the raw text may hold an identifier: it has a slash, a colon, or a point between digits. */
  mayHoldIdentifier = false;

  clear(): void {
    this.length = 0;
    this.startCount = 0;
    this.quotes.length = 0;
    this.rawLength = 0;
    this.mayHoldIdentifier = false;
  }

  /** Folds `text` onto the end. A new piece starts a new token: pieces come from different text nodes. */
  append(text: string): this {
    this.reserve(text.length + 64);
    let { codes, rawStart, prefix, starts } = this;
    const base = this.rawLength;
    const end = text.length;
    let length = this.length;
    let hash = prefix[length] as number;
    let startCount = this.startCount;
    let atStart = true;
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      const kind = unit < 128 ? (ascii[unit] as number) : classOf(unit);
      if (kind >= firstCharacter) {
        if (kind >= unspaced) atStart = true;
        if (atStart) {
          starts[startCount++] = length;
          atStart = kind >= unspaced;
        }
        const code = kind & 0xffff;
        codes[length] = code;
        rawStart[length] = base + i;
        hash = (Math.imul(hash, rollingBase) + code) | 0;
        prefix[++length] = hash;
        continue;
      }
      if (kind === dropped) continue;
      if (kind === spelledOut || kind === surrogate) {
        const character = String.fromCodePoint(text.codePointAt(i) as number);
        const folded = spellOut(character);
        if (folded !== '') {
          this.length = length;
          this.startCount = startCount;
          this.reserve(end - i + folded.length + 64);
          ({ codes, rawStart, prefix, starts } = this);
          if (atStart) starts[startCount++] = length;
          for (let j = 0; j < folded.length; j++) {
            const code = folded.charCodeAt(j);
            codes[length] = code;
            rawStart[length] = base + i;
            hash = (Math.imul(hash, rollingBase) + code) | 0;
            prefix[++length] = hash;
          }
        }
        atStart = folded === '';
        i += character.length - 1;
        continue;
      }
      atStart = true;
      if (kind === quote) this.quotes.push(length);
      else if (kind === identifierHint) this.mayHoldIdentifier = true;
      else if (kind === point && isDigit(text.charCodeAt(i + 1)) && isDigit(text.charCodeAt(i - 1))) {
        this.mayHoldIdentifier = true;
      }
    }
    this.length = length;
    this.startCount = startCount;
    this.rawLength = base + end;
    return this;
  }

  private reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted > this.codes.length) {
      const size = Math.max(wanted, this.codes.length * 2);
      this.codes = grown(this.codes, new Uint16Array(size));
      this.rawStart = grown(this.rawStart, new Uint32Array(size));
      this.prefix = grown(this.prefix, new Int32Array(size + 1));
    }
    const wantedStarts = this.startCount + more;
    if (wantedStarts > this.starts.length) {
      this.starts = grown(this.starts, new Uint32Array(Math.max(wantedStarts, this.starts.length * 2)));
    }
  }

  /** The folded characters from `start` to `end`. */
  text(start = 0, end = this.length): string {
    let text = '';
    for (let i = start; i < end; i += 4096) {
      text += String.fromCharCode(...this.codes.subarray(i, Math.min(end, i + 4096)));
    }
    return text;
  }

  /** Whether a token starts at `position`, or the text ends there. */
  isTokenEdge(position: number): boolean {
    return position >= this.length || this.starts[this.startsBefore(position)] === position;
  }

  /** Number of tokens that start from `start` up to, but not including, `end`. */
  tokensBetween(start: number, end: number): number {
    return this.startsBefore(end) - this.startsBefore(start);
  }

  /** Number of tokens that start before `position`. */
  private startsBefore(position: number): number {
    let low = 0;
    let high = this.startCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}
