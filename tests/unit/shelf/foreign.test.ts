import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWindow, paper } from './shelf.ts';

let shelf: Awaited<ReturnType<typeof openWindow>>;
beforeEach(async () => {
  shelf = await openWindow({ isEmpty: true });
});

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/bibliographies/${name}`, import.meta.url), 'utf8');
const read = (text: string | Uint8Array<ArrayBuffer>) => shelf.readShelfFile(new Blob([text]), 10_000);

const moths = {
  id: 'arxiv:2309.00001',
  paper: { title: 'Moths around the Lamp: A Study of Attention', publishedAt: '2023-09-01' },
};

describe('a file of another program', () => {
  it('is BibTeX from Zotero', async () => {
    const { format, found, skipped } = await read(fixture('zotero.bib'));
    expect(format).toBe('BibTeX');
    expect(skipped).toEqual([]);
    expect(found).toEqual([
      {
        id: 'arxiv:2309.00001',
        paper: {
          ...paper('arxiv:2309.00001'),
          title: 'Moths around the Lamp: A Study of Attention',
          authors: ['Ada Light', 'Jörg Müller', 'Anna van der Berg', 'Lamp Lab'],
          publishedAt: '2023-09',
          abstract: 'We count moths. They come back 100% of the time, see https://github.com/lamp-lab/moths.',
          links: [{ kind: 'code', url: 'https://github.com/lamp-lab/moths' }],
        },
        tags: ['Computer Science - Machine Learning', 'insects', 'to cite'],
        note: 'version: 2',
        citationKey: 'light_moths_2023',
        addedAt: 10_000,
      },
      {
        id: 'doi:10.1234/lamps.2021.7',
        paper: {
          ...paper('doi:10.1234/lamps.2021.7'),
          title: 'Dusk & dawn: on $5 lamps and {set} notation',
          authors: ['Bo Lamp Jr.', 'José Gómez'],
          publishedAt: '2021',
        },
        tags: [],
        note: 'Compare with Light.\n\nSecond thought.',
        citationKey: 'lamp_dusk_2021',
        addedAt: 9_999,
      },
    ]);
  });

  it('is BibTeX that someone keeps by hand, as far as it can be read', async () => {
    const { found, skipped } = await read(fixture('by-hand.bib'));
    expect(
      found.map(({ id, citationKey, paper: { title, authors, publishedAt } }) => [
        citationKey,
        id.startsWith('title:') ? 'title' : id,
        title,
        authors,
        publishedAt,
      ]),
    ).toEqual([
      [
        'Dusk:1999',
        'title',
        'Über Éclairs, ß, naïve Ångström, Erdős, Čech and Łódź — a survey',
        ['C. Dusk'],
        '1999-08',
      ],
      ['second', 'arxiv:cs/0112017', 'On the Same Line', [], undefined],
      ['missing-comma', 'arxiv:2001.00002', 'Without a Comma', ['Ada Light'], undefined],
      ['after', 'arxiv:2002.00003', 'Quotes with a " in braces', [], undefined],
    ]);
    expect(found.at(-1)).toMatchObject({ status: 'read', note: '' });
    expect(skipped).toEqual([
      { place: { line: 18 }, why: 'it has no closing brace' },
      { place: { line: 29 }, title: '', why: 'it has no title' },
      { place: { line: 30 }, why: 'a value has no end' },
    ]);
  });

  it('is RIS from Zotero', async () => {
    const { format, found, skipped } = await read(fixture('zotero.ris'));
    expect(format).toBe('RIS');
    expect(found).toMatchObject([
      {
        ...moths,
        paper: { ...moths.paper, authors: ['Ada Light', 'Jörg Müller', 'Anna van der Berg', 'Lamp Lab'] },
        tags: ['insects', 'to cite'],
        note: 'Compare with Dusk & Dawn.\n\nSecond thought.',
      },
      {
        id: 'doi:10.1234/lamps.2021.7',
        paper: { title: 'Dusk & dawn', authors: ['Bo Lamp Jr.'], publishedAt: '2021' },
        tags: ['a', 'b'],
      },
    ]);
    expect(skipped).toEqual([{ place: { line: 30 }, title: '', why: 'it has no title' }]);
  });

  it('is CSL-JSON from Zotero', async () => {
    const { format, found, skipped } = await read(fixture('zotero.csl.json'));
    expect(format).toBe('CSL-JSON');
    expect(found).toMatchObject([
      {
        ...moths,
        paper: { ...moths.paper, authors: ['Ada Light', 'Anna van der Berg', 'Lamp Lab'] },
        note: '',
      },
      {
        id: 'doi:10.1234/lamps.2021.7',
        paper: { title: 'Dusk & dawn', authors: ['Bo Lamp Jr.'], publishedAt: '2021' },
        tags: ['dawn', 'lamps'],
        citationKey: 'lamp2021dusk',
      },
    ]);
    expect(skipped).toEqual([
      { place: { item: 3 }, title: '', why: 'it has no title' },
      { place: { item: 4 }, why: 'it is no item' },
    ]);
  });

  it('is the export of PaperMemory', async () => {
    const { format, found, skipped } = await read(fixture('paper-memory.json'));
    expect(format).toBe('PaperMemory');
    expect(found).toMatchObject([
      {
        id: 'arxiv:2309.00001',
        paper: {
          title: 'Moths around the Lamp: A Study of Attention',
          authors: ['Ada Light', 'Anna van der Berg'],
          links: [{ kind: 'code', url: 'https://github.com/lamp-lab/moths' }],
        },
        tags: ['favorite', 'insects'],
        note: 'Accepted @ LAMP 2023 -- [dblp.org]',
        addedAt: Date.parse('2023-09-02T08:35:02.977Z'),
        citationKey: 'light2023moths',
      },
      { paper: { title: 'Dusk and Dawn', publishedAt: '2020' }, addedAt: 9_999 },
    ]);
    expect(skipped).toEqual([{ place: { item: 3 }, why: 'it is no paper' }]);
  });

  it('is a list of links in Markdown', async () => {
    const { format, found, skipped } = await read(fixture('links.txt'));
    expect(format).toBe('Markdown');
    expect(found).toMatchObject([
      { id: 'arxiv:2309.00001', paper: { title: 'Moths around the Lamp' }, status: 'reading' },
      {
        id: 'doi:10.1234/lamps(2021)7',
        paper: { title: 'Dusk [and] Dawn' },
        tags: ['lamps', 'to cite'],
        note: 'Compare.\n\nTwice.',
      },
      { id: 'arxiv:2309.00003', paper: { title: 'A Title on Its Own Line' } },
    ]);
    expect(skipped).toEqual([
      { place: { line: 8 }, title: 'arXiv', why: 'the text of its link is no title' },
    ]);
  });
});

describe('however it is written', () => {
  const text = '@misc{a,\r\n  title = {Über Möwen},\r\n  eprint = {2309.00001},\r\n}\r\n';
  const expected = [{ id: 'arxiv:2309.00001', paper: { title: 'Über Möwen' } }];
  const utf16 = (order: 'le' | 'be') => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    for (const [at, unit] of [0xfeff, ...[...text].map((one) => one.charCodeAt(0))].entries()) {
      view.setUint16(at * 2, unit, order === 'le');
    }
    return bytes;
  };

  it.each([
    ['with a byte order mark', `\ufeff${text}`],
    ['with bare carriage returns', text.replaceAll('\n', '')],
    ['gzipped', new Uint8Array(gzipSync(text))],
    ['in UTF-16, little end first', utf16('le')],
    ['in UTF-16, big end first', utf16('be')],
  ])('%s', async (_, content) => {
    expect(await read(content)).toMatchObject({ found: expected, remarks: [] });
  });

  it('in Latin-1, and says so', async () => {
    const latin = new Uint8Array([...text].map((one) => one.charCodeAt(0)));
    expect(await read(latin)).toMatchObject({
      found: expected,
      remarks: ['The file is not UTF-8 and was read as Latin-1: look at letters with accents.'],
    });
  });
});

it.each([
  ['nothing', '', 'The file is empty.'],
  ['white space', ' \n\t\n', 'The file is empty.'],
  ['bytes', new Uint8Array([1, 0, 2, 0, 0]), 'This is not a text file.'],
  ['a ZIP file', 'PK\u0003\u0004…', 'This is a ZIP file. Unpack it, and import what is in it.'],
  ['a PDF', '%PDF-1.7', 'This is a PDF. Import a list of papers instead.'],
  [
    'a broken gzip file',
    new Uint8Array(gzipSync('a'.repeat(999)).subarray(0, 20)),
    'The file is compressed, and damaged or cut short.',
  ],
  [
    'a shopping list',
    'milk\nbread\n',
    'No papers were found in this file: it is neither a Titlelight shelf nor BibTeX, RIS, CSL-JSON or a Markdown list of links.',
  ],
  ['broken JSON', '[\n{"title": "A"},\n{"title": }\n]', 'Line 3 is not JSON.'],
  ['an empty list', '[]', 'The list in this file is empty.'],
  ['other JSON', '{"milk": 2}', 'This JSON file holds no papers that Titlelight can read.'],
  [
    'a digest',
    '[{"paper": {"id": "2309.00001", "title": "A"}}]',
    'This is a digest file, not a shelf. Import it above, under “Import”.',
  ],
  [
    'a digest in lines',
    '{"title": "A"}\n{"title": "B"}',
    'This is a digest file, not a shelf. Import it above, under “Import”.',
  ],
  [
    'Zotero RDF',
    '<rdf:RDF xmlns:z="http://www.zotero.org">',
    'This is Zotero RDF. In Zotero, choose CSL JSON, BibTeX or RIS as the format.',
  ],
  [
    'a web page',
    '<!doctype html>',
    'This is a web page. Export a list of papers instead, as BibTeX, RIS or CSL-JSON.',
  ],
  [
    'a newer shelf',
    '{"format": "titlelight-shelf", "version": 2, "entries": []}',
    'This file was written by a newer version of Titlelight, and some of it would be lost. Update Titlelight first.',
  ],
  [
    'a shelf without a version',
    '{"format": "titlelight-shelf"}',
    'This shelf file does not say which version it has.',
  ],
  [
    'a shelf with something unknown',
    '{"format": "titlelight-shelf", "version": 1, "entries": [], "shelves": 2}',
    'Titlelight knows no “shelves” in a shelf file.',
  ],
])('%s is refused with a sentence', async (_, content, sentence) => {
  await expect(read(content)).rejects.toMatchObject({ name: 'FileError', message: sentence });
});

it('entries that are not right are left out, each with its reason', async () => {
  const good = {
    id: 'arxiv:1',
    paper: paper('arxiv:1'),
    status: 'read',
    tags: [],
    note: '',
    addedAt: 1,
    updatedAt: 1,
  };
  const entries = [
    good,
    { ...good, status: 'eaten' },
    { ...good, id: 'arxiv:2' },
    { ...good, colour: 'red' },
    { ...good, paper: { ...good.paper, links: [{ kind: 'code', url: 'javascript:alert(1)' }] } },
    { ...good, paper: { ...good.paper, title: undefined } },
    7,
  ];
  const { skipped, entries: read1 } = await read(
    JSON.stringify({ format: 'titlelight-shelf', version: 1, exportedAt: '', entries }),
  );
  expect(read1).toEqual([good]);
  expect(skipped.map(({ place, why }) => [place, why])).toEqual([
    [{ item: 2 }, 'its “status” is not right'],
    [{ item: 3 }, 'its two ids differ'],
    [{ item: 4 }, 'Titlelight knows no “colour”'],
    [{ item: 5 }, 'its “paper.links.0.url” is no web address'],
    [{ item: 6 }, 'it has no “paper.title”'],
    [{ item: 7 }, 'it is no entry of a shelf'],
  ]);
});
