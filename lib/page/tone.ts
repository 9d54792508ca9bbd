import type { Tone } from './mark-look';

/** Colour spaces whose first number is how light a colour is, and what that number is for white. */
const whites: Record<string, number> = { oklab: 1, oklch: 1, lab: 100, lch: 100 };

/**
 * Whether a text's colour is dark or light; one that cannot be told is dark. Readable text stands out from what is
 * behind it, so this tells of the page, too, without looking for what that is.
 *
 * @param colour a computed value of CSS `color`
 */
export function toneOf(colour: string): Tone {
  const [, name = '', body = ''] = /^(\w+)\((.*)\)$/.exec(colour) ?? [];
  const [first = 0, second = 0, third = 0] = body
    .split(/[\s,/]+/)
    .map(Number)
    .filter((number) => !Number.isNaN(number));
  const white = whites[name];
  if (white) return first > 0.6 * white ? 'light' : 'dark';
  // Perceived brightness, ITU-R BT.601, of 0 to 255 or, from `color()`, of 0 to 1.
  const brightness = 0.299 * first + 0.587 * second + 0.114 * third;
  return brightness > (name === 'color' ? 0.5 : 127) ? 'light' : 'dark';
}
