import type { PaperId, PaperLink } from '@/lib/paper/types';
import { cleanNote } from '@/lib/shelf/entry';
import { readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { pick, seededRandom } from '../../bench/random.ts';

/** Words that formats have to quote, fold, escape or leave alone. */
const words = (
  'moths lamps night the of by counting attention é Ångström ß 注意力 светлячок λ-calculus {braces} $x^2$ 100% R&D snake_case ' +
  'C# "quoted" `code` back\\slash ~tilde a^b <b>tag</b> [link](x) *star* TY AB-test @misc{ //comment 🦋 naïve–dash it’s'
).split(' ');
const names = [
  'Ada Light',
  'José Gómez',
  'Anna van der Berg',
  'OpenAI',
  'Bo Lamp Jr.',
  'The A and B Team',
  '王小明',
  'Søren O’Dusk',
];
const tags = ['to cite', 'vision', 'NLP', 'été', '博士', 'C#', 'a/b', 'x_y'];
const lines = [
  'Read again.',
  '',
  'AB  - no tag',
  '> quoted',
  '- a list',
  '\tindented',
  '@article{not, an=entry}',
  '100% of $5',
];

/** Shelf entries as wild as people's, the same in every run of a seed. Every tenth is off the shelf. */
export function generateShelf(count: number, seed = 1): ShelfEntry[] {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const some = <T>(all: readonly T[], most: number) =>
    Array.from({ length: whole(most + 1) }, () => pick(all, random));
  const text = (length: number) => Array.from({ length }, () => pick(words, random)).join(' ');
  return Array.from({ length: count }, (_, at): ShelfEntry => {
    const number = String(at).padStart(5, '0');
    const doi: PaperId = `doi:10.1234/j.${number}(x)`;
    const id = pick<PaperId>([`arxiv:23${pick(['01', '12'], random)}.${number}`, doi], random);
    const links = some<PaperLink>(
      [
        { kind: 'code', url: `https://github.com/moths/lamp${at}`, stars: whole(1_000) },
        { kind: 'project', url: `https://moths.github.io/lamp_${at}/` },
      ],
      2,
    );
    const note = cleanNote(some(lines, 6).join('\n'));
    const addedAt = 1_700_000_000_000 + whole(90_000_000_000);
    return {
      id,
      paper: {
        id,
        title: `${text(3 + whole(8))} no. ${at}`,
        aliases: whole(5) === 0 ? [`Once called ${at} ${text(2)}`] : [],
        authors: some(names, 5),
        links: links.filter((link, i) => links.findIndex(({ url }) => url === link.url) === i),
        keywords: [...new Set(some(words, 4))],
        ...(whole(3) > 0 && {
          publishedAt: pick(['2023-09', '2023-09-13', id === doi ? '2021' : '2023-10-01'], random),
        }),
        ...(whole(3) > 0 && { abstract: text(40 + whole(120)) }),
        ...(whole(4) === 0 && { tldr: text(12), upvotes: whole(300), comments: whole(9), day: '2023-09-14' }),
        ...(whole(9) === 0 && {
          organization: 'Lamp Lab',
          submitter: 'ada',
          media: ['https://cdn.example.org/a.png'],
        }),
      },
      status: pick(readingStatuses, random),
      tags: [...new Set(some(tags, 3))].sort(),
      note,
      addedAt,
      updatedAt: addedAt + whole(1_000_000),
      ...(at % 10 === 9 && { removedAt: addedAt + 1 }),
      ...(id.startsWith('arxiv') && whole(8) === 0 && { otherIds: [`doi:10.99/${number}`] }),
      ...(whole(12) === 0 && { citationKey: `own:key-${at}` }),
    };
  });
}
