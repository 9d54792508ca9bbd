import type { PlainKey } from '@/lib/i18n/text';
import type { DifferingField } from '@/lib/shelf/differences';
import type { ReadingStatus } from '@/lib/shelf/types';

export const statusNames = {
  'to-read': 'status.toRead',
  reading: 'status.reading',
  read: 'status.read',
} as const satisfies Record<ReadingStatus, PlainKey>;

export const fieldNames = {
  shelf: 'field.shelf',
  title: 'field.title',
  status: 'field.status',
  tags: 'field.tags',
  note: 'field.note',
  authors: 'field.authors',
  date: 'field.date',
  abstract: 'field.abstract',
  links: 'field.links',
  ids: 'field.ids',
  details: 'field.details',
} as const satisfies Record<DifferingField, PlainKey>;
