import { FoldedText } from './fold';
import { foldedString } from './tokens';

/** Greek letters are the only TeX commands whose rendering is a letter, and so part of the folded title. */
const greek = new Map(
  (
    'alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν ' +
    'xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω ell:l'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const entities = new Map(
  (
    'amp:& lt:< gt:> quot:" apos:\' ndash:– mdash:— hellip:… lsquo:‘ rsquo:’ ldquo:“ rdquo:” times:× middot:· ' +
    'szlig:ß aelig:æ AElig:Æ oslash:ø Oslash:Ø oelig:œ OElig:Œ'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
entities.set('nbsp', ' ');

/** "&eacute;" and its kin: a letter and the name of its accent, here as a combining mark. */
const accented = /^([a-zA-Z])(acute|grave|circ|uml|tilde|ring|cedil|caron)$/;
const accents = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    ring: '\u030a',
    cedil: '\u0327',
    caron: '\u030c',
  }),
);

function decodeEntity(whole: string, body: string): string {
  if (body[0] !== '#') {
    const [, letter, accent = ''] = accented.exec(body) ?? [];
    if (letter) return (letter + accents.get(accent)).normalize('NFC');
    return entities.get(body) ?? greek.get(body) ?? whole;
  }
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** A title as a page would show it: without HTML entities and tags, TeX commands resolved or dropped. */
export function plainTitle(title: string): string {
  return title
    .replace(/&(#?\w{1,10});/g, decodeEntity)
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, '')
    .replace(/\\([a-zA-Z]+)\s*/g, (_, name: string) => {
      const letter = greek.get(name.toLowerCase());
      if (!letter) return '';
      return /^[A-Z]/.test(name) ? letter.toUpperCase() : letter;
    })
    .replace(/[$\\{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const scratch = new FoldedText();

/** A title as the matcher compares it: letters and digits only, lower case, no separators. */
export function foldTitle(title: string): string {
  scratch.clear();
  return foldedString(scratch.append(plainTitle(title)));
}
