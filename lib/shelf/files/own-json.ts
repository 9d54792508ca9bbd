import { t } from '@/lib/i18n/text';
import type { ShelfEntry } from '../types';
import { readEntry } from './entry-schema';
import { FileError, type Skipped } from './skipped';

/*
 * Our own file: everything the shelf knows, so that reading it again gives the same shelf. `docs/shelf-files.md` describes it.
 */

const format = 'titlelight-shelf';
/** Of the file. It grows when entries get a field that an older version of the extension would lose. */
const version = 1;

/** One entry a line, so that two files can be compared. */
export function writeOwn(entries: readonly ShelfEntry[], now: number): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{
  "format": "${format}",
  "version": ${version},
  "exportedAt": "${new Date(now).toISOString()}",
  "entries": ${list}
}
`;
}

export function isOwn(content: object): boolean {
  return 'format' in content && content.format === format;
}

/**
 * @param content what `isOwn` has said yes to
 * @throws FileError where it was written by a newer version, which may have fields that would be lost
 */
export function readOwn(content: object): { entries: ShelfEntry[]; skipped: Skipped[] } {
  const file = content as Record<string, unknown>;
  if (typeof file.version === 'number' && file.version > version) {
    throw new FileError(t('shelfFile.newer'));
  }
  if (file.version !== version) throw new FileError(t('shelfFile.noVersion'));
  if (!Array.isArray(file.entries)) throw new FileError(t('shelfFile.noEntries'));
  const unknown = Object.keys(file).find(
    (key) => !['format', 'version', 'exportedAt', 'entries'].includes(key),
  );
  if (unknown) throw new FileError(t('shelfFile.unknown', { what: unknown.slice(0, 60) }));
  const entries: ShelfEntry[] = [];
  const skipped: Skipped[] = [];
  for (const [at, record] of file.entries.entries()) {
    const read = readEntry(record);
    if ('entry' in read) entries.push(read.entry);
    else skipped.push({ place: { item: at + 1 }, ...read });
  }
  return { entries, skipped };
}
