import { t } from '@/lib/i18n/text';
import type { SkippedLine } from './skipped';

/** An entry as it stands in the file: lower-case names of fields, values without their outer braces, `@string`s put in. */
export interface BibtexEntry {
  /** Lower case: `misc`, `article`. */
  type: string;
  key: string;
  fields: Map<string, string>;
  /** Of its first line, counted from 1. */
  line: number;
}

/** Beginning of an entry on a line of its own. An entry that is broken ends before the next one, and costs no other. */
const head = /^[ \t]*@[ \t]*([a-z]+)\s*([{(])/gim;
/** Beginning of an entry right behind another one. */
const following = /\s*@[ \t]*([a-z]+)\s*([{(])/iy;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Every entry of a BibTeX file, broken ones left out. Text between entries is a comment. */
export function parseBibtex(text: string): { entries: BibtexEntry[]; broken: SkippedLine[] } {
  const entries: BibtexEntry[] = [];
  const broken: SkippedLine[] = [];
  const strings = new Map(months.map((month, at) => [month, String(at + 1)]));
  const lineAt = lineCounter(text);
  for (let at = 0; ; ) {
    const found = search(following, text, at) ?? search(head, text, at);
    if (!found) return { entries, broken };
    const start = found.index + found[0].length;
    const next = search(head, text, start)?.index ?? text.length;
    const type = (found[1] as string).toLowerCase();
    const line = lineAt(found.index + found[0].indexOf('@'));
    at = next;
    if (type === 'comment' || type === 'preamble') continue;
    const read = readEntry(text, start, next, found[2] === '(' ? ')' : '}', strings, type !== 'string');
    if ('fields' in read) {
      if (type === 'string') for (const [name, value] of read.fields) strings.set(name, value);
      else entries.push({ type, line, key: read.key, fields: read.fields });
      at = read.end;
    } else {
      const place = read.place === undefined ? line : lineAt(read.place);
      broken.push({
        place: { line },
        why: place === line ? read.fault : t('shelfRecord.atLine', { why: read.fault, line: place }),
      });
    }
  }
}

type Read =
  | { key: string; fields: Map<string, string>; end: number }
  /** `place`: where it went wrong; undefined where the entry just ends too early. */
  | { fault: string; place: number | undefined };

/** A text in an entry may have lines that look like the beginning of another one: so many are tried. */
const mostHeadsInside = 4;

function readEntry(
  text: string,
  start: number,
  next: number,
  close: string,
  strings: ReadonlyMap<string, string>,
  hasKey: boolean,
): Read {
  let first: Read | undefined;
  for (let tries = 0, end = next; tries < mostHeadsInside; tries += 1) {
    const reader = new Reader(text.slice(start, end), close, strings);
    try {
      return {
        key: hasKey ? reader.key() : '',
        fields: new Map(reader.fields()),
        end: start + reader.position,
      };
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      first ??= { fault: error.message, place: reader.isAtEnd ? undefined : start + reader.position };
      if (!reader.isAtEnd || end === text.length) break;
      end = search(head, text, end + 1)?.index ?? text.length;
    }
  }
  return first as Read;
}

function search(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Tells the line of a place, from 1. Places are asked for roughly in order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let counted = 0;
  return (place) => {
    line += place >= counted ? countLines(text, counted, place) : -countLines(text, place, counted);
    counted = place;
    return line;
  };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

class SyntaxFault extends Error {}

/** Reads what is inside of one entry. */
class Reader {
  position = 0;
  readonly #text: string;
  readonly #close: string;
  readonly #strings: ReadonlyMap<string, string>;

  constructor(text: string, close: string, strings: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#close = close;
    this.#strings = strings;
  }

  get isAtEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** The citation key, empty where there is none. */
  key(): string {
    return this.#match(/\s*([^,=\s{}"]*)\s*,/y)?.[1] ?? '';
  }

  *fields(): Generator<[name: string, value: string]> {
    for (;;) {
      // Commas are forgotten, or stand twice.
      this.#match(/[\s,]*/y);
      if (this.#take(this.#close)) return;
      if (this.isAtEnd) throw new SyntaxFault(t('shelfRecord.noBrace'));
      const name = this.#match(/([^\s{}(),="#%'\\]+)\s*=\s*/y)?.[1];
      if (!name) throw new SyntaxFault(t('shelfRecord.fieldExpected'));
      const value = this.#value();
      yield [name.toLowerCase(), value];
    }
  }

  /** Pieces joined by `#`. */
  #value(): string {
    let value = this.#piece();
    while (this.#match(/\s*#\s*/y)) value += this.#piece();
    return value;
  }

  #piece(): string {
    if (this.#take('{')) return this.#until('}');
    if (this.#take('"')) return this.#until('"');
    const word = this.#match(/[^\s{}(),="#]+/y)?.[0];
    if (word === undefined) throw new SyntaxFault(t('shelfRecord.valueExpected'));
    return /^\d+$/.test(word) ? word : (this.#strings.get(word.toLowerCase()) ?? word);
  }

  /** Up to the sign that ends the value: outside of braces, and not escaped. */
  #until(end: '}' | '"'): string {
    const start = this.position;
    for (let depth = 0; this.position < this.#text.length; this.position += 1) {
      const sign = this.#text[this.position];
      if (sign === end && depth === 0) return this.#text.slice(start, this.position++);
      if (sign === '\\') this.position += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
    }
    throw new SyntaxFault(t('shelfRecord.endless'));
  }

  #take(sign: string): boolean {
    const isThere = this.#text[this.position] === sign;
    if (isThere) this.position += 1;
    return isThere;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#text);
    if (match) this.position = pattern.lastIndex;
    return match ?? undefined;
  }
}
