import { isDailyItem, readDailyItem } from '@/lib/digest/sources/daily-item';
import { readFlat } from '@/lib/digest/sources/flat';
import { readPageText } from '@/lib/digest/sources/page-text';
import type { Reading } from '@/lib/digest/sources/reading';
import { t } from '@/lib/i18n/text';
import { faultyLine } from '@/lib/json-fault';
import type { Day, Paper } from '@/lib/paper/types';
import { joined, type Line } from './lines';
import { ImportError, type Skipped } from './report';

/** What a file holds, in order: papers, and what had to be left out. */
export type Entry = { paper: Paper } | { skipped: Skipped };

/** Records that are looked at before the first one is handed out. */
const headLength = 20;

/** Longest text of a page, in UTF-16 units: twenty times the fullest day. */
const longestPage = 4_000_000;

/** What a digest depends on beside its text. */
export interface Circumstances {
  /** Day of papers that name none. */
  asked: Day | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Reads the records of a digest, whichever its format: page text, JSON (one item or an array), JSON Lines. The format is
 * told by the text alone.
 *
 * @throws ImportError before the first entry where the text is no digest
 */
export async function* recordsOf(lines: AsyncGenerator<Line>, given: Circumstances): AsyncGenerator<Entry> {
  const { head, first } = await readHead(lines);
  const all = followed(head, lines);
  const opening = first.text.trimStart()[0];
  if (opening === '[') yield* arrayEntries(await joined(all), given);
  else if (opening !== '{') yield* pageEntries(all, first, given);
  else if (head.some((line) => 'paper' in readLine(line.text, given))) yield* lineEntries(all, given);
  else if (parse(first.text) === undefined) yield* itemEntry(await joined(all), first, given);
  else throw noPaper({ line: first.number }, readLine(first.text, given));
}

/** The first lines: as many as it takes to tell the format. `first` is the first that is not blank. */
async function readHead(lines: AsyncGenerator<Line>): Promise<{ head: Line[]; first: Line }> {
  const head: Line[] = [];
  let first: Line | undefined;
  for (let filled = 0; filled < headLength; ) {
    const { done, value: line } = await lines.next();
    if (done) break;
    head.push(line);
    if (line.text.trim() === '') continue;
    first ??= line;
    filled++;
  }
  if (!first) throw new ImportError(t('digestFile.empty'));
  if (/[\0\ufffd]/.test(first.text))
    throw new ImportError(t('digestFile.lineNoText', { line: first.number }));
  if (/^\s*<[!?a-z]/i.test(first.text)) {
    throw new ImportError(t('digestFile.linePage', { line: first.number }));
  }
  return { head, first };
}

async function* followed(head: Line[], rest: AsyncGenerator<Line>): AsyncGenerator<Line> {
  yield* head;
  yield* rest;
}

async function* lineEntries(lines: AsyncGenerator<Line>, given: Circumstances): AsyncGenerator<Entry> {
  for await (const { text, number } of lines) {
    if (text.trim() !== '') yield entryOf(readLine(text, given), { line: number });
  }
}

async function* arrayEntries(text: string, given: Circumstances): AsyncGenerator<Entry> {
  const records = parseWhole(text);
  if (!Array.isArray(records) || records.length === 0) {
    throw new ImportError(t('digestFile.emptyList'));
  }
  const head = records.slice(0, headLength).map((record) => readRecord(record, given));
  if (!head.some((reading) => 'paper' in reading)) throw noPaper({ item: 1 }, head[0] as Reading);
  for (const [index, record] of records.entries()) {
    yield entryOf(readRecord(record, given), { index: index + 1 });
  }
}

async function* itemEntry(text: string, first: Line, given: Circumstances): AsyncGenerator<Entry> {
  const reading = readRecord(parseWhole(text), given);
  if (!('paper' in reading)) throw noPaper({ line: first.number }, reading);
  yield reading;
}

async function* pageEntries(
  lines: AsyncGenerator<Line>,
  first: Line,
  given: Circumstances,
): AsyncGenerator<Entry> {
  const noPage = t('digestFile.lineNoPaper', { line: first.number, why: t('record.noPage') });
  const page = readPageText(await joined(lines, longestPage, noPage), given.now, given.asked);
  if (!page.regular) throw new ImportError(noPage);
  for (const paper of page.papers) yield { paper };
  for (const skipped of page.skipped) yield { skipped };
}

function entryOf(reading: Reading, place: { line: number } | { index: number }): Entry {
  return 'paper' in reading ? reading : { skipped: { ...place, ...reading } };
}

function noPaper(place: { line: number } | { item: number }, reading: Reading): ImportError {
  const why = 'why' in reading ? reading.why : t('record.unreadable');
  return new ImportError(
    'line' in place
      ? t('digestFile.lineNoPaper', { ...place, why })
      : t('digestFile.itemNoPaper', { ...place, why }),
  );
}

function readLine(text: string, given: Circumstances): Reading {
  const record = parse(text);
  return record === undefined ? { why: t('record.noJson') } : readRecord(record, given);
}

function readRecord(record: unknown, { asked }: Circumstances): Reading {
  return isDailyItem(record) ? readDailyItem(record, asked) : readFlat(record, asked);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError(t('digestFile.lineNoJson', { line: faultyLine(text) }), { cause: error });
  }
}
