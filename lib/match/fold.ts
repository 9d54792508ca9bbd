import {
  classOf,
  dropped,
  firstCharacter,
  identifierHint,
  notPlain,
  plain,
  point,
  quote,
  spelledOut,
  spellOut,
  surrogate,
  unspaced,
} from './characters';

/** Base of the rolling hash that `prefix` carries: any large odd number mixes well modulo 2^32. */
export const rollingBase = 0x2c1b3c6d;

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Whether the point at `at` may be one of an identifier without a slash: of `2309.06651` or `name.github.io`. */
const mayBeInIdentifier = (text: string, at: number) =>
  (isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at - 1))) || text.startsWith('.git', at);

/**
 * Folded text: letters and digits stay, everything else only parts tokens. "multi-modal", "multimodal" and
 * "Multi\u00admodal" fold to the same characters, so that hyphens, line ends and case never matter to a match.
 *
 * It is one growing buffer, reused from block to block so that scanning a page allocates nothing. Positions are counted
 * in folded characters unless they are said to be raw.
 */
export class FoldedText {
  /** Folded characters, UTF-16. */
  codes = new Uint16Array(4096);
  /** Raw UTF-16 offset of each folded character, over all that was appended. */
  rawStart = new Uint32Array(4096);
  /** `prefix[i]`: rolling hash of the first `i` folded characters. */
  prefix = new Int32Array(4096);
  length = 0;
  /** Positions at which a token starts, ascending. */
  starts = new Uint32Array(4096);
  startCount = 0;
  /** Positions of quotation marks, ascending. */
  quotes: number[] = [];
  /** Raw characters appended so far. */
  rawLength = 0;
  /** True where the raw text may hold an identifier: it has a slash, a point between digits, or the end of a host. */
  mayHoldIdentifier = false;
  /** 1 where the next character starts a token, else 0: a number, because `appendPlain` counts with it. */
  #atStart = 1;

  clear(): void {
    this.length = 0;
    this.startCount = 0;
    if (this.quotes.length > 0) this.quotes.length = 0;
    this.rawLength = 0;
    this.mayHoldIdentifier = false;
  }

  /**
   * Folds a stretch of `text`, by default the whole of it, onto the end. A new piece starts a new token: pieces come from
   * different text nodes.
   */
  append(text: string, from = 0, to = text.length): this {
    this.#reserve(to - from);
    this.#atStart = 1;
    // What is appended is counted from the stretch's own start.
    this.rawLength -= from;
    for (let i = from; i < to; ) {
      i = this.#appendPlain(text, i, to);
      if (i < to) i = this.#appendOthers(text, i, to);
    }
    this.rawLength += to;
    return this;
  }

  /**
   * Folds the ASCII letters, digits and usual separators from `from` on, which is nearly all that most pages have. What is a
   * letter and what is not alternates beyond all prediction, so nothing here branches on it: each character is written
   * where the next letter belongs, and only a letter moves that place on.
   *
   * @returns raw offset of the first character that is none of these, or the end
   */
  #appendPlain(text: string, from: number, end: number): number {
    const { codes, rawStart, prefix, starts, rawLength } = this;
    let { length, startCount } = this;
    let atStart = this.#atStart;
    let hash = prefix[length] as number;
    let i = from;
    for (; i < end; i++) {
      const code = plain[text.charCodeAt(i)] as number;
      if (code === notPlain) break;
      // 1 for a letter or digit, 0 for a separator, whose code is 0.
      const isCharacter = (code + 127) >> 7;
      codes[length] = code;
      rawStart[length] = rawLength + i;
      starts[startCount] = length;
      startCount += isCharacter & atStart;
      atStart = isCharacter ^ 1;
      // hash * rollingBase + code for a character, else hash.
      hash = (hash + Math.imul(hash, (rollingBase - 1) & -isCharacter) + code) | 0;
      length += isCharacter;
      prefix[length] = hash;
    }
    this.length = length;
    this.startCount = startCount;
    this.#atStart = atStart;
    return i;
  }

  /**
   * Folds the characters from `from` on of which `appendPlain` knows nothing.
   *
   * @returns raw offset of the first character that it knows, or the end
   */
  #appendOthers(text: string, from: number, end: number): number {
    let i = from;
    while (i < end) {
      const unit = text.charCodeAt(i);
      if (plain[unit] !== notPlain) break;
      const raw = this.rawLength + i++;
      const kind = classOf(unit);
      if (kind === dropped) continue;
      if (kind >= firstCharacter) {
        if (kind >= unspaced) this.#atStart = 1;
        this.#push(kind & 0xffff, raw);
        if (kind >= unspaced) this.#atStart = 1;
      } else if (kind === spelledOut || kind === surrogate) {
        const character = String.fromCodePoint(text.codePointAt(i - 1) as number);
        const { folded, isUnspaced } = spellOut(character);
        this.#reserve(end - i + folded.length);
        if (isUnspaced) this.#atStart = 1;
        for (let j = 0; j < folded.length; j++) this.#push(folded.charCodeAt(j), raw);
        if (isUnspaced || folded === '') this.#atStart = 1;
        i += character.length - 1;
      } else {
        this.#atStart = 1;
        if (kind === quote) this.quotes.push(this.length);
        else if (kind === identifierHint) this.mayHoldIdentifier = true;
        else if (kind === point && mayBeInIdentifier(text, i - 1)) this.mayHoldIdentifier = true;
      }
    }
    return i;
  }

  #push(code: number, raw: number): void {
    const at = this.length;
    if (this.#atStart === 1) this.starts[this.startCount++] = at;
    this.#atStart = 0;
    this.codes[at] = code;
    this.rawStart[at] = raw;
    this.prefix[at + 1] = (Math.imul(this.prefix[at] as number, rollingBase) + code) | 0;
    this.length = at + 1;
  }

  /** Makes room for so many more characters, and the place behind them that `appendPlain` writes to. */
  #reserve(more: number): void {
    const wanted = this.length + more + 1;
    if (wanted <= this.codes.length) return;
    const size = Math.max(wanted, this.codes.length * 2);
    this.codes = grown(this.codes, new Uint16Array(size));
    this.rawStart = grown(this.rawStart, new Uint32Array(size));
    this.prefix = grown(this.prefix, new Int32Array(size));
    this.starts = grown(this.starts, new Uint32Array(size));
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}
