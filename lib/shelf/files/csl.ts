import * as v from 'valibot';
import { t } from '@/lib/i18n/text';
import { displayText, displayTitle } from '@/lib/paper/title';
import type { PaperId } from '@/lib/paper/types';
import { idsOf } from '../entry';
import type { ShelfEntry } from '../types';
import { arxivOf, doiOf, frontAddress } from './addresses';
import { readEntry } from './entry-schema';
import { type Found, foundOf } from './found';
import { inSteps } from './in-steps';
import { splitName } from './names';
import type { Skipped } from './skipped';

/*
 * CSL-JSON. What it has no name for lies whole in `custom`, which its schema leaves to programs: so it is lossless for us and
 * plain for everyone else.
 */

/** Of what lies in `custom.titlelight`. */
const version = 1;

export function writeCsl(entries: readonly ShelfEntry[], keys: ReadonlyMap<PaperId, string>): string {
  const lines = entries.map((entry) => `  ${JSON.stringify(itemOf(entry, keys.get(entry.id) ?? entry.id))}`);
  return lines.length > 0 ? `[\n${lines.join(',\n')}\n]\n` : '[]\n';
}

function itemOf(entry: ShelfEntry, key: string): object {
  const { id, paper, tags, note } = entry;
  const ids = idsOf(entry);
  const arxiv = arxivOf(ids);
  return {
    id: key,
    'citation-key': key,
    type: 'article',
    title: displayTitle(paper.title),
    ...(paper.authors.length > 0 && { author: paper.authors.map(splitName) }),
    ...(paper.publishedAt && { issued: { 'date-parts': [paper.publishedAt.split('-').map(Number)] } }),
    ...(paper.abstract && { abstract: displayText(paper.abstract) }),
    ...(arxiv && { publisher: 'arXiv', number: `arXiv:${arxiv}` }),
    DOI: doiOf(ids),
    URL: frontAddress(id),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    ...(note !== '' && { annote: note }),
    custom: { titlelight: { version, entry } },
  };
}

const text = v.fallback(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), '');
const name = v.object({
  family: text,
  given: text,
  literal: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
  suffix: text,
});
const names = v.fallback(v.array(v.fallback(name, () => v.parse(name, {}))), []);

/** What we read of an item; a field of another shape counts as missing. */
const item = v.object({
  id: text,
  'citation-key': text,
  title: text,
  author: names,
  editor: names,
  issued: v.fallback(
    v.object({ 'date-parts': v.fallback(v.array(v.array(text)), []), raw: text, literal: text }),
    {
      'date-parts': [],
      raw: '',
      literal: '',
    },
  ),
  abstract: text,
  DOI: text,
  URL: text,
  number: text,
  note: text,
  annote: text,
  archive_location: text,
  keyword: v.fallback(
    v.union([
      v.string(),
      v.pipe(
        v.array(v.string()),
        v.transform((words) => words.join(',')),
      ),
    ]),
    '',
  ),
});
type Item = v.InferOutput<typeof item>;

export async function readCsl(items: readonly unknown[]): Promise<{
  entries: ShelfEntry[];
  found: Found[];
  skipped: Skipped[];
}> {
  const entries: ShelfEntry[] = [];
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  await inSteps(items, (value, at) => {
    const own = ownEntry(value);
    if (own) {
      entries.push(own);
      return;
    }
    const parsed = v.safeParse(item, value);
    const read = parsed.success ? foundOf(rawOf(parsed.output)) : { why: t('shelfRecord.noItem') };
    if ('paper' in read) found.push(read);
    else skipped.push({ place: { item: at + 1 }, ...read });
  });
  return { entries, found, skipped };
}

/** Our own entry, where the item carries a whole one of this version. */
function ownEntry(value: unknown): ShelfEntry | undefined {
  const carried = v.safeParse(
    v.object({
      custom: v.object({ titlelight: v.object({ version: v.literal(version), entry: v.unknown() }) }),
    }),
    value,
  );
  if (!carried.success) return undefined;
  const read = readEntry(carried.output.custom.titlelight.entry);
  return 'entry' in read ? read.entry : undefined;
}

function rawOf(item: Item) {
  const people = item.author.length > 0 ? item.author : item.editor;
  return {
    title: item.title.replace(/<\/?(?:i|b|sub|sup|sc|span)\b[^<>]*>/g, ''),
    authors: people.map(fullName),
    date: dateOf(item.issued),
    abstract: item.abstract,
    identifiers: [item.number, item.archive_location, item.DOI, item.URL],
    links: [item.URL],
    tags: item.keyword.split(/[,;]/),
    notes: [item.annote, item.note],
    citationKey: item['citation-key'] || (/^[\w:.-]{1,80}$/.test(item.id) ? item.id : undefined),
  };
}

function fullName(name: Item['author'][number]): string {
  const { given, family, suffix, literal } = name;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return literal || [given, ...particles, family, suffix].filter(Boolean).join(' ');
}

function dateOf(issued: Item['issued']): string | undefined {
  const parts = issued['date-parts'][0]?.map((part) => part.padStart(2, '0')) ?? [];
  if (/^\d{4}$/.test(parts[0] ?? '')) return parts.slice(0, 3).join('-');
  return /\d{4}(?:-\d{2}){0,2}/.exec(issued.raw || issued.literal)?.[0];
}
