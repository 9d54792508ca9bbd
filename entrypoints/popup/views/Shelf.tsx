import { useState } from 'preact/hooks';
import { Segments } from '@/components/controls/Segments';
import { EmptyState } from '@/components/controls/states';
import { loadedLater } from '@/components/design/loaded-later';
import { Rich } from '@/components/design/Rich';
import { statusNames } from '@/components/shelf/names';
import { shelf } from '@/components/state/shelf';
import { numberName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { type ReadingStatus, readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

const LostShelf = loadedLater(async () => (await import('@/components/shelf/LostShelf')).LostShelf);

type Part = ReadingStatus | 'all';

const parts: readonly Part[] = ['all', ...readingStatuses];
const nameOf = (part: Part) => t(part === 'all' ? 'popup.all' : statusNames[part]);

/** What is on the shelf, last added first. */
export function Shelf() {
  return (
    <Loaded from={shelf}>
      {(entries) => (entries.length > 0 ? <Entries entries={entries} /> : <EmptyShelf />)}
    </Loaded>
  );
}

function Entries({ entries }: { entries: readonly ShelfEntry[] }) {
  const [part, setPart] = useState<Part>('all');
  const of = (part: Part) => entries.filter(({ status }) => part === 'all' || status === part);
  const segments = parts.map((id) => ({
    id,
    name: (
      <>
        {nameOf(id)} <span class="segment-count">{numberName(of(id).length)}</span>
      </>
    ),
  }));
  const papers = of(part).map(({ paper }) => paper);
  return (
    <>
      <div class="shelf-bar">
        <Segments
          label={t('popup.show')}
          segments={segments}
          selected={part}
          onSelect={(id) => setPart(id)}
        />
      </div>
      {papers.length > 0 ? (
        <Papers papers={papers} list={`shelf ${part}`} />
      ) : (
        <EmptyState title={t('popup.nothingIn', { part: nameOf(part) })}>
          <p>{t('popup.nothingInText')}</p>
        </EmptyState>
      )}
    </>
  );
}

function EmptyShelf() {
  return (
    <EmptyState title={t('popup.emptyShelf')}>
      <p>
        <Rich of="popup.emptyShelfText" slots={{ key: <kbd class="key">s</kbd> }} />
      </p>
      <LostShelf />
    </EmptyState>
  );
}
