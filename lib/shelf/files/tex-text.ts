import { displayText } from '@/lib/paper/title';

/** What our own files escape, and others do too. */
const named: Record<string, string> = {
  textbackslash: '\\',
  textasciicircum: '^',
  textasciitilde: '~',
  textunderscore: '_',
  textless: '<',
  textgreater: '>',
  textbar: '|',
};
const escaped = new RegExp(
  String.raw`\\(?:(${Object.keys(named).join('|')})(?:\{\}|\s|(?![a-zA-Z]))|([{}$&%#_]))`,
  'g',
);

/** Where characters wait that stood there escaped: they mean themselves, and nothing to TeX. */
const kept = 0xe100;
const waiting = /[\ue100-\ue17f]/g;

/** The text that a value of a BibTeX file sets, as Unicode on one line. What it does not know stays as it stands. */
export function fromTex(raw: string): string {
  const text = raw
    .replace(waiting, '')
    .replace(escaped, (_, name?: string, sign?: string) =>
      wait(name ? (named[name] as string) : (sign as string)),
    )
    .replace(/\\\\|~|\\[ ,;:/]|\\newline\b/g, ' ')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\\([ij])(?:\{\}|(?![a-zA-Z]))/g, '$1')
    .replace(/\\([cvuHrk])\s+([a-zA-Z])/g, '\\$1{$2}')
    // An accent over a letter in braces of its own, inside braces that hold both together.
    .replace(/\{(\\['`^"~=.Hcvukr](?:\{[^{}]*\}|\s*[a-zA-Z]))\}/g, '$1')
    .replace(/\{\\(ss|aa|AA|ae|AE|oe|OE|o|O|l|L)\s*\}/g, (_, name: string) => letters[name] ?? '')
    .replace(
      /\\(ss|aa|AA|ae|AE|oe|OE|o|O|l|L)(?:\{\}|\s+|(?![a-zA-Z]))/g,
      (_, name: string) => letters[name] ?? '',
    );
  return displayText(withoutGroups(text))
    .replace(/[{}]/g, '')
    .replace(waiting, (character) => String.fromCharCode(character.charCodeAt(0) - kept))
    .replace(/\s+/g, ' ')
    .trim();
}

const letters: Record<string, string> = {
  ss: 'ß',
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
};

/** Braces that hold nothing but text, and are no command's, only keep capitals as they are. */
const group = /(?<!\\[a-zA-Z]+\*?|\\[^a-zA-Z]|[\^_}])\{([^{}\\]*)\}/g;

function withoutGroups(text: string): string {
  let inner = text;
  for (let depth = 0; depth < 8; depth += 1) inner = inner.replace(group, '$1');
  return inner;
}

const wait = (character: string) => String.fromCharCode(kept + character.charCodeAt(0));

/** Splits at a word or sign that stands outside of braces. */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(separator)) {
    if (depthAt(text, start, index) !== 0) continue;
    parts.push(text.slice(start, index));
    start = index + found.length;
  }
  return [...parts, text.slice(start)];
}

function depthAt(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
  }
  return depth;
}
