import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestDay } from '@/lib/digest/sources/page-day';
import { readPageText } from '@/lib/digest/sources/page-text';
import { titleId } from '@/lib/match/title-id';

const page = readFileSync(new URL('../../fixtures/digests/page.txt', import.meta.url), 'utf8');
const now = new Date(2026, 6, 30, 12).getTime();
const abstract = (about: string) =>
  `We write about ${about}. ${'It is long, as abstracts are. '.repeat(12)}`.trim();

const titles = [
  'Is a Toaster All You Need?',
  'lower-case titles considered harmless',
  'On the Naming of Parts with `XY`',
  'QX^4: Invented Debiasing of Invented Fakes',
  'Lamps, Revisited: A Survey of Desk Lamps and of Those Who Switch Them on',
  'Teapots as Kernels',
  'Many Cups, One Saucer: Shared Representations for Tableware',
  'Spoons in Spaces',
];

describe('the Daily Papers page as copied text', () => {
  const read = readPageText(page, now);

  it('gives every title, and nothing else, in order', () => {
    expect(read.papers.map((paper) => paper.title)).toEqual(titles);
    expect(read.skipped).toEqual([]);
    expect(read.regular).toBe(true);
  });

  it('dates them', () => {
    expect(read.day).toBe('2026-03-03');
    expect(read.papers.every((paper) => paper.day === '2026-03-03')).toBe(true);
  });

  it('keeps abstracts whole and raw', () => {
    expect(read.papers[0]?.abstract).toMatch(/^We ask whether .*64times 64.*Toaster\.$/);
    expect(read.papers.every((paper) => (paper.abstract?.length ?? 0) > 300)).toBe(true);
  });

  it('knows them by their titles', () => {
    expect(read.papers.map((paper) => paper.id)).toEqual(titles.map(titleId));
  });

  it('takes one clean link of each from the prose', () => {
    const lab = 'https://github.com/placeholder-lab';
    expect(read.papers.map((paper) => paper.links)).toEqual([
      [{ kind: 'code', url: `${lab}/Toaster` }],
      [{ kind: 'code', url: `${lab}/lower-case` }],
      [{ kind: 'code', url: `${lab}/PartsV2` }],
      [{ kind: 'code', url: `${lab}/QX` }],
      [{ kind: 'project', url: 'https://placeholder-lab.github.io/Lamps' }],
      [{ kind: 'project', url: 'https://placeholder-lab.github.io/Teapots/' }],
      [{ kind: 'code', url: `${lab}/Tableware/tree/main/SaucerAlignment` }],
      [
        { kind: 'demo', url: 'https://huggingface.co/spaces/placeholder-lab/spoons' },
        { kind: 'code', url: `${lab}/Spoons` },
      ],
    ]);
  });

  it.each([
    ['Windows line ends', page.replaceAll('\n', '\r\n')],
    ['old Mac line ends', page.replaceAll('\n', '\r')],
    ['doubled blank lines', page.replaceAll('\n\n', '\n\n\n\n')],
    ['no blank lines', page.replaceAll('\n\n', '\n')],
    ['spaces around lines', page.replaceAll('\n', '  \n\t')],
    ['furniture behind', `${page}\n\nPrevious\n\nNext\n\nCompany\n\nTOS\n\n© Hugging Face\n\nSystem theme\n`],
    ['furniture between', page.replace('\n\nTeapots', '\n\n12\n\nSubmitted by someone\n\nTeapots')],
    ['a year', page.replace('Mar 3', 'Mar 3, 2026')],
    ['a long month', page.replace('Mar 3', 'March 3')],
  ])('survives %s', (_, text) => {
    const again = readPageText(text, now);
    expect(again).toEqual(read);
  });

  it('survives a copy without its header, and then knows no day but the one it is given', () => {
    const list = page.slice(page.indexOf(titles[0] as string));
    const headless = readPageText(list, now);
    expect(headless.papers.map((paper) => paper.title)).toEqual(titles);
    expect(headless).not.toHaveProperty('day');
    expect(headless.regular).toBe(true);
    expect(headless.papers[0]).not.toHaveProperty('day');
    expect(readPageText(list, now, '2025-01-01').day).toBe('2025-01-01');
  });

  it('survives a header without its day', () => {
    const dayless = readPageText(page.replace('Mar 3\n', '\n'), now);
    expect(dayless.papers.map((paper) => paper.title)).toEqual(titles);
  });
});

describe('titles and abstracts', () => {
  const read = (...lines: string[]) =>
    readPageText(['Daily Papers', 'Mar 3', ...lines].join('\n\n'), now).papers.map((paper) => [
      paper.title,
      paper.abstract,
    ]);

  it('a title without an abstract stays', () => {
    expect(read('A First Title of a Paper', 'Second One', abstract('two'))).toEqual([
      ['A First Title of a Paper', undefined],
      ['Second One', abstract('two')],
    ]);
    expect(read('One', abstract('one'), 'The Last Title Without Any')).toEqual([
      ['One', abstract('one')],
      ['The Last Title Without Any', undefined],
    ]);
  });

  it('a long title behind a title without an abstract is no abstract', () => {
    const long = `A Title That Goes on and on ${'and on '.repeat(12)}Until It Ends`;
    expect(read('Some Short Title Alone', long, abstract('it'))).toEqual([
      ['Some Short Title Alone', undefined],
      [long, abstract('it')],
    ]);
  });

  it('a short abstract is one all the same', () => {
    const short =
      'We show that a thing holds. It was not known to hold before, and it may well cease to hold at any time.';
    expect(read('On Things', short, 'On Others', abstract('others'))).toEqual([
      ['On Things', short],
      ['On Others', abstract('others')],
    ]);
  });

  it('paragraphs and a last line with a link belong to the abstract', () => {
    const parts = [abstract('a'), abstract('b'), 'Code: https://github.com/o/n'];
    expect(read('Title', ...parts)).toEqual([['Title', parts.join(' ')]]);
  });

  it('a title without a letter is named', () => {
    const text = ['Daily Papers', '', '???', '', abstract('nothing')].join('\n');
    expect(readPageText(text, now).skipped).toEqual([
      { line: 3, title: '???', why: 'its title has no letters' },
    ]);
  });
});

describe('what is not that page', () => {
  it.each([
    ['nothing', ''],
    ['a sentence', 'Just a note to myself.'],
    ['a table', Array.from({ length: 30 }, (_, i) => `${i},name,value`).join('\n')],
    ['an essay', ['An Essay', ...Array.from({ length: 9 }, (_, i) => abstract(`part ${i}`))].join('\n\n')],
    ['a heading alone', 'Daily Papers\n\nMar 3\n'],
  ])('%s is irregular', (_, text) => expect(readPageText(text, now).regular).toBe(false));

  it('never throws', () => {
    const piece = fc.constantFrom(
      'Daily Papers',
      'Mar 3',
      '\n',
      '\n\n',
      'A Title',
      abstract('x'),
      '?',
      '12',
      '\r',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const paper of readPageText(text, now).papers)
            expect(paper.id).toMatch(/^title:[0-9a-f]{16}$/);
        },
      ),
    );
  });
});

describe('a day without a year', () => {
  const on = (year: number, month: number, day: number) => new Date(year, month - 1, day, 0, 30).getTime();

  it.each([
    ['Jul 29', on(2026, 7, 30), '2026-07-29'],
    ['Jul 29', on(2026, 7, 29), '2026-07-29'],
    ['Jul 29', on(2026, 7, 28), '2025-07-29'],
    ['Dec 31', on(2026, 1, 1), '2025-12-31'],
    ['Feb 29', on(2026, 3, 1), '2024-02-29'],
    ['Jul 29, 2025', on(2026, 7, 30), '2025-07-29'],
    ['Jul 29, 2027', on(2026, 7, 30), '2027-07-29'],
    ['Tuesday, July 29', on(2026, 7, 30), '2026-07-29'],
    ['Sept 1', on(2026, 9, 1), '2026-09-01'],
  ])('%s', (line, time, day) => expect(latestDay(line, time)).toBe(day));

  it.each(['Jul 32', 'Feb 30', 'Jux 3', 'Marching 3', 'Jul', '29', 'Jul 29 papers', 'Ma 3'])(
    '%s is none',
    (line) => {
      expect(latestDay(line, now)).toBeUndefined();
    },
  );
});
