import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/search/query/parse';
import { periodOf } from '@/lib/search/query/periods';
import type { Clause } from '@/lib/search/query/query';

/** A clause without its place, words as they are read. */
const bare = ({ start: _, end: __, ...clause }: Clause) =>
  clause.kind === 'text' ? { ...clause, words: clause.words.map(({ letters }) => letters) } : clause;
const clauses = (text: string) => parseQuery(text).clauses.map(bare);
const words = (...letters: string[]) => ({ kind: 'text', words: letters, phrase: false, excluded: false });

describe('a query', () => {
  it.each([
    ['Sparse Experts', [words('sparse'), words('experts')]],
    ['multi-modal', [words('multimodal')]],
    ['“chain of thought”', [{ ...words('chain', 'of', 'thought'), phrase: true }]],
    ['"unfinished phr', [{ ...words('unfinished', 'phr'), phrase: true }]],
    ['"word"', [{ ...words('word'), phrase: true }]],
    ['-survey', [{ ...words('survey'), excluded: true }]],
    ['author:Wick', [{ ...words('wick'), field: 'author' }]],
    ['Author:"Ada Wick"', [{ ...words('ada', 'wick'), field: 'author', phrase: true }]],
    [
      'organisation:Harbour org:labs',
      [
        { ...words('harbour'), field: 'organization' },
        { ...words('labs'), field: 'organization' },
      ],
    ],
    [
      'has:code -has:Demo',
      [
        { kind: 'has', what: 'code', excluded: false },
        { kind: 'has', what: 'demo', excluded: true },
      ],
    ],
    ['is:to-read', [{ kind: 'is', state: 'to-read', excluded: false }]],
    ['after:2025-06', [{ kind: 'dates', from: '2025-06-01', excluded: false }]],
    ['before:2025', [{ kind: 'dates', until: '2025-01-01', excluded: false }]],
    ['day:2024-02-28', [{ kind: 'dates', from: '2024-02-28', until: '2024-02-29', excluded: false }]],
    ['2310.02279', [{ kind: 'paper', id: 'arxiv:2310.02279', excluded: false }]],
    ['arXiv:2310.02279v3', [{ kind: 'paper', id: 'arxiv:2310.02279', excluded: false }]],
    ['https://arxiv.org/pdf/2310.02279v1', [{ kind: 'paper', id: 'arxiv:2310.02279', excluded: false }]],
    ['10.1145/3292500', [{ kind: 'paper', id: 'doi:10.1145/3292500', excluded: false }]],
    [
      'https://github.com/Wick/Lamp',
      [{ kind: 'link', identifier: 'repo:github.com/wick/lamp', excluded: false }],
    ],
    ['2310.02', [{ kind: 'number', beginning: '2310.02', excluded: false }]],
    ['like:2310.02279', [{ kind: 'like', id: 'arxiv:2310.02279', excluded: false }]],
    ['like:title:1x2', [{ kind: 'like', id: 'title:1x2', excluded: false }]],
    ['author:', []],
    ['', []],
    [' - " : ', []],
  ])('%j is read', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it.each([
    ['after:soon', 'bad-date'],
    ['day:2025-02-30', 'bad-date'],
    ['has:wings', 'unknown-value'],
    ['is:lost', 'unknown-value'],
    ['like:nothing', 'no-paper'],
    ['colour:red', 'unknown-field'],
  ])('%j is not understood in full, and the rest of it is', (text, kind) => {
    const { problems, clauses } = parseQuery(`lamp ${text} oil`);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(text).toBe(`lamp ${text} oil`.slice(problems[0]?.start, problems[0]?.end));
    expect(clauses.length).toBe(kind === 'unknown-field' ? 3 : 2);
  });

  it('leaves open only the word that is being typed', () => {
    const open = (text: string) =>
      parseQuery(text).clauses.flatMap((one) =>
        one.kind === 'text' ? one.words.map((word) => word.open) : [],
      );
    expect(open('oil lam')).toEqual([false, true]);
    expect(open('oil lam ')).toEqual([false, false]);
    expect(open('"oil lam')).toEqual([false, true]);
    expect(open('"oil lam"')).toEqual([false, false]);
    expect(open('author:wi')).toEqual([true]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'author:',
      'has:code',
      'is:',
      '"',
      '“',
      '-',
      ' ',
      'after:2025-06',
      'like:',
      ':',
      'day:20',
      '2310.02279',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('is a query: each clause and problem stands in it, in order, none in another', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { clauses, problems } = parseQuery(text);
        for (const places of [clauses, problems]) {
          let last = 0;
          for (const { start, end } of places) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('means the same piece by piece', () => {
    fc.assert(
      fc.property(text, (text) => {
        const query = parseQuery(text);
        for (const clause of query.clauses.slice(0, -1)) {
          const alone = parseQuery(`${text.slice(clause.start, clause.end)} `).clauses;
          expect(alone.map(bare)).toEqual([bare(clause)]);
        }
      }),
    );
  });
});

it.each([
  ['2025', '2025-01-01', '2026-01-01'],
  ['2025-12', '2025-12-01', '2026-01-01'],
  ['2025/6', '2025-06-01', '2025-07-01'],
  ['2024-02-29', '2024-02-29', '2024-03-01'],
])('the period %s is from %s, until %s', (text, from, until) => {
  expect(periodOf(text)).toEqual({ from, until });
});

it.each(['', '20', '2025-13', '2025-02-29', '2025-6-31', '0001', 'June', '2025-06-01T00:00'])(
  '%j is no period',
  (text) => {
    expect(periodOf(text)).toBeUndefined();
  },
);
