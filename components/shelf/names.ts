import type { DifferingField } from '@/lib/shelf/differences';
import type { ReadingStatus } from '@/lib/shelf/types';

export const statusNames: Record<ReadingStatus, string> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

export const fieldNames: Record<DifferingField, string> = {
  shelf: 'Shelf',
  title: 'Title',
  status: 'Status',
  tags: 'Tags',
  note: 'Note',
  authors: 'Authors',
  date: 'Date',
  abstract: 'Abstract',
  links: 'Links',
  ids: 'Also known as',
  details: 'Details',
};
