import { type ReadingStatus, readingStatuses } from '../types';

/** As a person reads it, in files that people read. */
export const statusNames: Record<ReadingStatus, string> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

/** The status a file names, in whatever case and with a space or a hyphen. */
export function statusNamed(name: string): ReadingStatus | undefined {
  const plain = name.trim().toLowerCase().replace(/\s+/g, '-');
  return readingStatuses.find((status) => status === plain);
}
