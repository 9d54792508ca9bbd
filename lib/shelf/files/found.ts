import { t } from '@/lib/i18n/text';
import { titleId } from '@/lib/match/title-id';
import { yearOf } from '@/lib/paper/citation';
import { arxivIdentifier, doiIdentifier, identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import { classifyLink, linksInText, uniteLinks } from '@/lib/paper/links';
import type { Paper, PaperId } from '@/lib/paper/types';
import { cleanNote } from '../entry';
import { readTags } from '../tags';
import type { ReadingStatus } from '../types';

/** What a file of another program says of one paper. It adds to what the shelf has, and replaces nothing of it. */
export interface Found {
  id: PaperId;
  otherIds?: PaperId[];
  paper: Paper;
  tags: string[];
  note: string;
  status?: ReadingStatus;
  /** Milliseconds since 1970. */
  addedAt?: number;
  citationKey?: string;
}

/** A record of such a file, its fields taken out but not yet put in order. All of them may be empty or nonsense. */
export interface Raw {
  title: string;
  authors?: string[];
  /** `2023`, `2023-09` or `2023-09-13`. */
  date?: string | undefined;
  abstract?: string | undefined;
  /**
   * Fields that name the paper, most telling first: addresses, bare numbers, "arXiv preprint arXiv:2309.06651". The first arXiv
   * number and the first DOI count. What a note begins with counts too, where it is nothing else.
   */
  identifiers?: (string | undefined)[];
  /** Addresses of code, project page and the like. */
  links?: (string | undefined)[];
  tags?: string[];
  /** Several become one, with an empty line between them. */
  notes?: string[];
  status?: ReadingStatus | undefined;
  addedAt?: number | undefined;
  citationKey?: string | undefined;
}

/** The paper a record is about, or why it is about none. */
export function foundOf(raw: Raw): Found | { title: string; why: string } {
  const title = line(raw.title);
  const named = [...(raw.identifiers ?? []), ...(raw.notes ?? []).flatMap(identifierLine)].flatMap(paperIds);
  const [arxiv, doi] = ['arxiv:', 'doi:'].map((scheme) => named.find((one) => one.startsWith(scheme)));
  // arXiv's number first, as everywhere: a preprint and its publication are one paper.
  const [id = titleId(title), ...otherIds] = [arxiv, doi].filter((one) => one !== undefined);
  if (title === '' || !id) return { title, why: t(title === '' ? 'record.noTitle' : 'record.noLetters') };
  const abstract = text(raw.abstract);
  const date = dateOf(raw.date, id);
  const key = line(raw.citationKey);
  const paper: Paper = {
    id,
    title,
    aliases: [],
    authors: (raw.authors ?? []).map(line).filter(Boolean),
    links: uniteLinks(
      (raw.links ?? []).flatMap((address) => classifyLink(address ?? '') ?? []),
      linksInText(abstract),
    ),
    keywords: [],
    ...(date !== undefined && { publishedAt: date }),
    ...(abstract !== '' && { abstract }),
  };
  return {
    id,
    paper,
    tags: readTags((raw.tags ?? []).join(',')),
    note: (raw.notes ?? []).map(noteOf).filter(Boolean).join('\n\n'),
    ...(otherIds.length > 0 && { otherIds }),
    ...(raw.status && { status: raw.status }),
    ...(isTime(raw.addedAt) && { addedAt: raw.addedAt }),
    ...(key !== '' && { citationKey: key }),
  };
}

/** A year that the arXiv number says as well is what bibliographies make of it. */
function dateOf(date: string | undefined, id: PaperId): string | undefined {
  const found = /^\d{4}(?:-\d{2}){0,2}$/.exec(date ?? '')?.[0];
  return found === yearOf({ id }) ? undefined : found;
}

/** The arXiv numbers and DOIs that a field gives, however it writes them. */
function paperIds(field = ''): PaperId[] {
  const addresses = field.match(/https?:\/\/\S+/gi) ?? [];
  const bare =
    addresses.length > 0 ? [] : [arxivIdentifier(field), doiIdentifier(field.replace(/^doi:\s*/i, ''))];
  const inProse = [...field.matchAll(/\barxiv:\s*(\S+)/gi)].map(([, number = '']) =>
    arxivIdentifier(number.replace(/[[\],;.]+$/, '')),
  );
  return [...addresses.flatMap(identifiersInUrl).filter(isPaperId), ...bare, ...inProse].filter(
    (id) => id !== undefined,
  );
}

/** Lines that programs write into notes by themselves: the paper's own fields say the same. */
const linesOfPrograms = /^(?:arXiv:\s*\S+(?:\s*\[[\w.-]+\])?|https?:\/\/\S+)\s*$/i;

/** A note speaks of other papers as well: only a first line that is nothing but a name is this paper's. */
function identifierLine(note: string): string[] {
  const [first = ''] = note.trim().split('\n');
  return linesOfPrograms.test(first) ? [first] : [];
}

function noteOf(raw: string): string {
  const [first = '', ...others] = clean(plainText(raw)).split('\n');
  return cleanNote((linesOfPrograms.test(first) ? others : [first, ...others]).join('\n'));
}

/** Some programs write notes as HTML. */
function plainText(note: string): string {
  if (!/^\s*<(?:p|div|h\d|ul|ol|span|strong|em)\b/i.test(note)) return note;
  return note
    .replace(/<(?:br\b[^<>]*|\/(?:p|div|h\d|li|ul|ol)\s*)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp));/g, (whole, code?: string, name?: string) =>
      name
        ? (entities[name] as string)
        : Number(code) <= 0x10ffff
          ? String.fromCodePoint(Number(code))
          : whole,
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const clean = (raw: string | undefined) => (raw ?? '').replace(controls, '').toWellFormed();
const text = (raw: string | undefined) => clean(raw).trim();
const line = (raw: string | undefined) => text(raw).replace(/\s+/g, ' ');

/** A moment between the epoch and the year 10000. */
const isTime = (time: number | undefined): time is number =>
  time !== undefined && Number.isInteger(time) && time > 0 && time < 253_402_300_800_000;
