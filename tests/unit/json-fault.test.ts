import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultyLine } from '@/lib/json-fault';

it.each([
  ['[\n1,\n2,\n]', 4],
  ['{"a": 1\n"b": 2}', 2],
  ['[1]\n\n[2]', 3],
  ['{"a":\n\n', 1],
  ['[\n"open\n]', 2],
  ['[\n"bad \\x escape"]', 2],
  ['[01]', 1],
  ['[\ntrue, nul]', 2],
  ['[1,\n{"a" 2}]', 2],
  ['[1}\n', 1],
  ['', 1],
])('%j goes wrong in line %i', (text, line) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(faultyLine(text)).toBe(line);
});

it('finds a fault put into good JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 2 }), fc.nat(), (values, at) => {
      const lines = values.map((value) => `${JSON.stringify(value)},`);
      const faulty = at % lines.length;
      lines[faulty] = `?${lines[faulty]}`;
      expect(faultyLine(['[', ...lines, '0]'].join('\n'))).toBe(faulty + 2);
    }),
  );
});
