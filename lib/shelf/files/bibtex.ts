import { toBibtex } from '@/lib/paper/citation';
import { displayText } from '@/lib/paper/title';
import type { PaperId } from '@/lib/paper/types';
import { idsOf } from '../entry';
import type { ShelfEntry } from '../types';
import { parseBibtex } from './bibtex-syntax';
import { type Found, foundOf } from './found';
import { inSteps } from './in-steps';
import { joinName } from './names';
import type { Skipped, SkippedLine } from './skipped';
import { statusNamed } from './status';
import { fromTex, splitOutsideBraces } from './tex-text';

/*
 * BibTeX: the entry that the card copies, and behind it what the shelf knows. Tags are `keywords` and the note is `annote`,
 * which no bibliography style prints; `readstatus` and `creationdate` are JabRef's.
 */

export function writeBibtex(entries: readonly ShelfEntry[], keys: ReadonlyMap<PaperId, string>): string {
  return entries
    .map((entry) => {
      const { id, paper, tags, note, status, addedAt } = entry;
      const doi = idsOf(entry).find((one) => one.startsWith('doi:'));
      return toBibtex(paper, keys.get(id), [
        ['doi', doi === id ? undefined : doi?.slice(4)],
        ['date', paper.publishedAt],
        ['abstract', paper.abstract && displayText(paper.abstract)],
        ['keywords', tags.join(', ')],
        ['annote', note],
        ['readstatus', status],
        ['creationdate', new Date(addedAt).toISOString()],
      ]);
    })
    .join('\n');
}

export async function readBibtex(text: string): Promise<{ found: Found[]; skipped: Skipped[] }> {
  const { entries, broken } = parseBibtex(text);
  const found: Found[] = [];
  const skipped: SkippedLine[] = [...broken];
  await inSteps(entries, ({ key, fields, line }) => {
    const raw = (name: string) => fields.get(name) ?? '';
    const value = (name: string) => fromTex(raw(name));
    const read = foundOf({
      title: value('title'),
      authors: authorsOf(raw('author') || raw('editor')),
      date: dateOf(value('date') || value('year'), value('month')),
      abstract: value('abstract'),
      identifiers: [
        ...(/^(?:arxiv)?$/i.test(value('archiveprefix') || value('eprinttype')) ? [value('eprint')] : []),
        ...['arxivid', 'doi', 'url', 'ee', 'note', 'journal', 'howpublished', 'number'].map(verbatim),
      ],
      links: ['code', 'url', 'howpublished'].map(verbatim),
      tags: [...value('keywords').split(/[,;]/), ...value('keyword').split(/[,;]/)],
      notes: ['annote', 'annotation', 'comment', 'note'].map((name) => linesOf(raw(name))),
      status: statusNamed(value('readstatus')),
      addedAt: timeOf(value('creationdate') || value('date-added') || value('timestamp')),
      citationKey: key,
    });
    if ('paper' in read) found.push(read);
    else skipped.push({ place: { line }, ...read });

    /** An address keeps its `~`, `_` and `--`. */
    function verbatim(name: string): string {
      return raw(name)
        .replace(/\\url\s*\{([^{}]*)\}/g, ' $1 ')
        .replace(/\\([%&#_$~{}])/g, '$1')
        .replace(/[{}]/g, '');
    }
  });
  return { found, skipped: skipped.sort((a, b) => a.place.line - b.place.line) };
}

/** Names as people write them; "others" stands for those who are not named. */
function authorsOf(field: string): string[] {
  return splitOutsideBraces(field.replace(/\s+/g, ' '), /\s+and\s+/gi)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map((name) => joinName(splitOutsideBraces(name, /,/g).map(fromTex)));
}

/** A note keeps its lines. */
const linesOf = (field: string) =>
  field
    .split('\n')
    .map((line) => fromTex(line))
    .join('\n');

function dateOf(year: string, month: string): string | undefined {
  const [, whole] = /^(\d{4}(?:-\d{2}){0,2})/.exec(year) ?? [];
  if (!whole || whole.length > 4) return whole;
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month);
  return number >= 1 && number <= 12 ? `${whole}-${String(number).padStart(2, '0')}` : whole;
}

const monthNamed = (name: string) =>
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.slice(0, 3).toLowerCase()) + 1;

function timeOf(date: string): number | undefined {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}
