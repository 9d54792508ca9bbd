/**
 * Numbers tell papers apart that are otherwise written alike: "GPT-3" is not "GPT-4", "Part I" is not "Part II".
 */
const number = /\d+|(?<![a-z])(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3})(?![a-z])/g;

/** The digits and roman numerals (of more than one letter, or after "part") of a text, in order. */
export function numbersIn(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return [...plain.matchAll(number)]
    .filter(({ 0: found, index }) => /\d|../.test(found) || /part[\s-]$/.test(plain.slice(0, index)))
    .map(([found]) => found)
    .join(' ');
}

/** The runs of digits of a text, in order; "1,000" is one. */
export function digitsIn(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u00ad\u200b]|(?<=\d),(?=\d{3}(?!\d))/g, '');
  return (plain.match(/\d+/g) ?? []).join(' ');
}
