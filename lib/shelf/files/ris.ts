import { displayText, displayTitle } from '@/lib/paper/title';
import type { PaperId } from '@/lib/paper/types';
import { idsOf } from '../entry';
import type { ShelfEntry } from '../types';
import { arxivOf, doiOf, frontAddress } from './addresses';
import { type Found, foundOf } from './found';
import { inSteps } from './in-steps';
import { joinName, splitName } from './names';
import type { Skipped } from './skipped';
import { statusNamed, statusNames } from './status';

/*
 * RIS: lines of a tag of two letters and a value. Tags of the shelf are keywords (KW), the note is a note (N1), and the
 * status is in the first field that is left to users (U1).
 */

export function writeRis(entries: readonly ShelfEntry[], keys: ReadonlyMap<PaperId, string>): string {
  return entries.map((entry) => writeRecord(entry, keys.get(entry.id))).join('\n');
}

function writeRecord(entry: ShelfEntry, key: string | undefined): string {
  const { paper, tags, note, status } = entry;
  const ids = idsOf(entry);
  const arxiv = arxivOf(ids);
  const [year, month, day] = paper.publishedAt?.split('-') ?? [];
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', arxiv ? 'UNPB' : 'GEN'],
    ['ID', key],
    ['TI', displayTitle(paper.title)],
    ...paper.authors.map((name): [string, string] => ['AU', writeName(name)]),
    ['PY', year],
    ['DA', year && month && [year, month, day].filter(Boolean).join('/')],
    ['AB', paper.abstract && displayText(paper.abstract)],
    ['DO', doiOf(ids)],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['UR', frontAddress(entry.id)],
    ...paper.links.map(({ url }): [string, string] => ['L2', url]),
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ['N1', note],
    ['U1', statusNames[status]],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${continued(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\n');
}

function writeName(name: string): string {
  const parts = splitName(name);
  return 'literal' in parts
    ? parts.literal
    : [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ');
}

/** Unlike BibTeX, RIS has "Jr." behind. */
function readName(name: string): string {
  const [family = '', given, suffix] = name.split(',');
  return joinName([family, suffix, given].filter((part) => part !== undefined));
}

/** A line that looks like a tag would begin another field: a space in front of it tells it from one. */
const continued = (value: string) => value.replace(/\n(?=[A-Z][A-Z0-9] {1,2}-)/g, '\n ');

const field = /^([A-Z][A-Z0-9]) {1,2}-(?: ?(.*))?$/;

/** A record as it stands: the values of each tag, in order. */
interface Record {
  line: number;
  fields: Map<string, string[]>;
}

export async function readRis(text: string): Promise<{ found: Found[]; skipped: Skipped[] }> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  await inSteps(records(text), ({ line, fields }) => {
    const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
    const [title = ''] = all('TI', 'T1', 'BT', 'CT');
    const read = foundOf({
      title,
      authors: all('AU', 'A1').map(readName),
      date: dateOf(all('DA', 'PY', 'Y1')),
      abstract: all('AB', 'N2')[0],
      identifiers: all('AN', 'DO', 'UR', 'L1', 'M1', 'M3', 'C1', 'C7', 'N1', 'PB', 'ID'),
      links: all('L2', 'L3', 'UR', 'LK'),
      tags: all('KW').flatMap((words) => words.split(/[,;\n]/)),
      notes: all('N1', 'RN'),
      status: statusNamed(all('U1')[0] ?? ''),
      citationKey: all('ID')[0],
    });
    if ('paper' in read) found.push(read);
    else skipped.push({ place: { line }, ...read });
  });
  return { found, skipped };
}

/** A record goes from its TY to its ER, or to the next TY. Lines without a tag go on with the field above them. */
function* records(text: string): Generator<Record> {
  let record: Record | undefined;
  let values: string[] | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const [, tag, value = ''] = field.exec(raw.trimEnd()) ?? [];
    if (tag === 'TY') {
      if (record) yield record;
      record = { line: at + 1, fields: new Map() };
      values = undefined;
    } else if (tag === 'ER') {
      if (record) yield record;
      record = undefined;
    } else if (tag !== undefined && record) {
      values = record.fields.get(tag) ?? [];
      values.push(value);
      record.fields.set(tag, values);
    } else if (record && values) {
      values.push(`${values.pop()}\n${raw.trimEnd().replace(/^ (?=[A-Z][A-Z0-9] {1,2}-)/, '')}`);
    }
  }
  if (record) yield record;
}

/** The first date that says most: `2023/09/13`, `2023/09//`, `2023`. */
function dateOf(dates: string[]): string | undefined {
  return dates
    .map((date) => /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/.exec(date)?.slice(1).filter(Boolean) ?? [])
    .toSorted((a, b) => b.length - a.length)[0]
    ?.map((part) => part.padStart(2, '0'))
    .join('-');
}
