import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf } from '@/components/list/excerpt';

const text = 'one two three four five six seven eight nine ten';
const excerpt = (word: string, room: number) => {
  const start = text.indexOf(word);
  const { before, found, after } = excerptOf(text, { start, end: start + word.length }, room);
  return `${before}[${found}]${after}`;
};

it.each([
  ['five', 100, 'one two three four [five] six seven eight nine ten'],
  ['five', 24, '…four [five] six seven…'],
  ['one', 20, '[one] two three four…'],
  ['ten', 20, '…seven eight nine [ten]'],
  ['five', 0, '…[five]…'],
])('%s in %d characters: %s', (word, room, expected) => expect(excerpt(word, room)).toBe(expected));

it('always holds the part, and never more of the text than there is room for', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.nat(80),
      (left, part, right, room) => {
        const whole = left + part + right;
        const { before, found, after } = excerptOf(
          whole,
          { start: left.length, end: left.length + part.length },
          room,
        );
        expect(found).toBe(part);
        const shown = before.replace(/^…/, '').length + after.replace(/…$/, '').length + part.length;
        expect(shown).toBeLessThanOrEqual(Math.max(part.length, room) + 2);
      },
    ),
  );
});
