import { accents, greek, script, styles, symbols } from './tex-symbols';

/**
 * TeX in titles and abstracts, and what is left of it where a source dropped `$` and `\`, repaired for display as
 * plain text. Conservative: what might be meant as it stands is left as it stands.
 */

/** Without one of these nothing is TeX. Bare words are looked at only where nothing but damaged TeX explains them. */
const mayBeTex =
  /[\\${}^_]|``|&\w+;|\d(?:times|pm)|[A-Z]times |\bsim ?\d|\bapprox \d|\b(?:varepsilon|infty|leq|geq|neq|nabla)\b/;

const address = /https?:\/\/[^\s{}]+/gi;

/** Text with its TeX, whole or damaged, as Unicode. White space is collapsed; addresses are left alone. */
export function repairTex(raw: string): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (!mayBeTex.test(text)) return text;
  const kept: string[] = [];
  const keep = (found: string) => `\ue000${kept.push(found) - 1}\ue000`;
  const repaired = unwrapLinks(text.replaceAll('\ue000', ''))
    .replace(address, keep)
    // What TeX escapes is meant as a character, never as a mark.
    .replace(/\\([_{}$])/g, (_, character: string) => keep(character))
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/``([^`]*?)''/g, '“$1”')
    .replace(/\$(?! )([^$]{1,200}?)(?<! )\$(?!\d)/g, (_, math: string) => mathToText(math))
    .replace(/\$([^$ ]{0,40}[\\^_][^$ ]{0,40})\$/g, (_, math: string) => mathToText(math))
    .replace(/\$ (\S{1,20}) \$/g, (_, math: string) => mathToText(math))
    .replace(/\\\((.{1,200}?)\\\)/g, (_, math: string) => mathToText(math));
  return repairDamagedMath(commandsToText(repaired))
    .replace(/\ue000(\d+)\ue000/g, (_, index: string) => kept[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** `\href{A}{A}`, `\href{A}{here}`, `\url{A}` and the debris `A{A}`, `A{here}` all become `A`. */
function unwrapLinks(text: string): string {
  return text
    .replace(/\\href\s*\{([^{}]+)\}\s*\{/g, '$1{')
    .replace(/\\url\s*\{([^{}]+)\}/g, '$1')
    .replace(/(https?:\/\/[^\s{}]+)\{(?:[^{}]|\{[^{}]*\})*\}/gi, '$1')
    .replace(/https?:\/\/\S*\\\S*/gi, (found) => found.replace(/\\(?=[_#%&~])/g, ''));
}

/** Formula to text: `\mathcal{O}(n^2)` is O(n²). */
function mathToText(math: string): string {
  return scriptsToText(
    commandsToText(math)
      .replace(/\\[,;!: ]/g, '')
      .replace(/\s+/g, ' '),
  ).replace(/[{}]/g, '');
}

const style = new RegExp(String.raw`\\(?:${styles})\s*\{([^{}]*)\}`, 'g');
const styleOfLetter = new RegExp(String.raw`\\(?:${styles})\s+(\p{L})(?!\p{L})`, 'gu');
const oldStyle = /\{\\(?:em|it|bf|sc|tt|rm|sf|sl|bfseries|itshape)\b\s*([^{}]*)\}/g;

function commandsToText(text: string): string {
  let result = text
    .replace(/\\(['`^"~=.])\s*(?:\{(\\?\p{L})\}|(\p{L}))/gu, accented)
    .replace(/\\([cvuHrk])\{(\p{L})\}/gu, accented)
    .replace(/\\textsuperscript\{([^{}]*)\}/g, (_, inner: string) => script('^', commandsToText(inner)));
  // Styles nest: the innermost go first.
  for (let before = ''; before !== result; ) {
    before = result;
    result = result
      .replace(style, '$1')
      .replace(styleOfLetter, '$1')
      .replace(oldStyle, '$1')
      .replace(/\\(?:text)?color\{[^{}]*\}\{([^{}]*)\}/g, '$1')
      .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, fraction)
      .replace(/\\sqrt\{([^{}]*)\}/g, (_, root: string) => (root.length === 1 ? `√${root}` : `√(${root})`));
  }
  return result
    .replace(/\\([a-zA-Z]+)(\{\}|\\(?= ))?/g, (whole, name: string) => symbols.get(name) ?? whole)
    .replace(/\\([%&#])/g, '$1');
}

function accented(whole: string, accent: string, inBraces?: string, bare?: string): string {
  const letter = (inBraces ?? bare ?? '').replace('\\', '').replace('ı', 'i');
  const mark = accents[accent];
  return mark && letter ? (letter + mark).normalize('NFC') : whole;
}

function fraction(_: string, above: string, below: string): string {
  const whole = (part: string) => (/^[\p{L}\p{N}]+$/u.test(part) ? part : `(${part})`);
  return `${whole(above)}/${whole(below)}`;
}

/** `x^{2}`, `x^2`, `x_i`; whoever calls this knows that it is a formula. */
function scriptsToText(math: string): string {
  return math
    .replace(/([\^_])\{([^{}]*)\}/g, (_, mark: '^' | '_', content: string) => script(mark, content))
    .replace(/([\^_])([\p{L}\p{N}∘*+−-])/gu, (_, mark: '^' | '_', content: string) => script(mark, content));
}

/** Commands that, without their backslash, are hardly words of a sentence when a script stands at them. */
const damaged = [...greek.keys(), 'ell', 'infty', 'nabla', 'partial'].join('|');
const symbolBeforeScript = new RegExp(String.raw`(?<![\p{L}\\])(${damaged})(?=[\^_])`, 'gu');
const symbolAfterMark = /([\^_])(circ|top|infty|star|ast|pm|ell)(?!\p{L})/gu;
const symbolInScript = new RegExp(
  String.raw`(?<=[\^_]\{[^{}]{0,40})(?<![\p{L}\\])(${damaged}|top|circ|pm|times|cdot|leq|geq)(?!\p{L})`,
  'gu',
);
/** `Omega(k^2)`: the growth of a function, written as one writes `O(n)`. */
const growth = /(?<![\p{L}\\])(Omega|Theta)(?=\()/gu;
const styleWithoutBackslash = new RegExp(String.raw`(?<![\p{L}\\])(?:${styles})\{([^{}]*)\}`, 'gu');

/** Words that are no English, so that even alone they can only be a command that lost its backslash. */
const neverEnglish = /(?<![\p{L}\\])(varepsilon|infty|leq|geq|neq|nabla)(?![\p{L}])/gu;

const symbolOf = (name: string) => symbols.get(name) ?? name;

/** Formulas that lost their `$` and `\`: `64times 64`, `varepsilon^{-1}`, `sigma_{1:T}^2`. */
function repairDamagedMath(text: string): string {
  const marked = text
    .replace(styleWithoutBackslash, '$1')
    .replace(/(\d)times ?(?=\d)/g, '$1×')
    .replace(/(\d)times\b/g, '$1×')
    .replace(/\b([A-Z])times (?=[A-Z]\b)/g, '$1×')
    .replace(/(\d)pm ?(?=\d)/g, '$1±')
    .replace(/(?<=[{,(] ?)pm (?=[\p{L}\p{N}]\b)/gu, '±')
    .replace(/\bsim ?(?=\d)/g, '∼')
    .replace(/\bapprox (?=\d)/g, '≈')
    .replace(growth, (_, name: string) => symbolOf(name))
    .replace(neverEnglish, (_, name: string) => symbolOf(name))
    .replace(symbolBeforeScript, (_, name: string) => symbolOf(name))
    .replace(symbolAfterMark, (_, mark: string, name: string) => mark + symbolOf(name))
    .replace(symbolInScript, (_, name: string) => symbolOf(name));
  return (
    marked
      .replace(/([\^_])\{([^{}]*)\}/g, (_, mark: '^' | '_', content: string) => script(mark, content))
      .replace(/(?<=[\p{L}\p{N})\]])\^(-?\d+|[\p{L}∘⊤](?!\p{L}))/gu, (_, content: string) =>
        script('^', content),
      )
      // A snake_case name is no formula: only a single letter takes a subscript.
      .replace(
        /(?<![\p{L}\p{N}_])(\p{L})_(\p{L}|\d{1,2})(?![\p{L}\p{N}_])/gu,
        (_, base: string, sub: string) => base + script('_', sub),
      )
      // Braces that only held a word or an accented letter together.
      .replace(/(?<=\p{L})\{(\p{L}+)\}|\{(\p{L}+)\}(?=\p{L})|\{([^\p{ASCII}])\}/gu, '$1$2$3')
  );
}
