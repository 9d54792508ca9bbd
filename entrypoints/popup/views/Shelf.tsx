import { useState } from 'preact/hooks';
import { Segments } from '@/components/controls/Segments';
import { EmptyState } from '@/components/controls/states';
import { statusNames } from '@/components/shelf/names';
import { type ReadingStatus, readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { shelf } from '../state/shelf';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

type Part = ReadingStatus | 'all';

const parts: { id: Part; name: string }[] = [
  { id: 'all', name: 'All' },
  ...readingStatuses.map((id) => ({ id, name: statusNames[id] })),
];

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
  const segments = parts.map(({ id, name }) => ({
    id,
    name: (
      <>
        {name} <span class="segment-count">{of(id).length.toLocaleString('en')}</span>
      </>
    ),
  }));
  const papers = of(part).map(({ paper }) => paper);
  return (
    <>
      <div class="shelf-bar">
        <Segments label="Show" segments={segments} selected={part} onSelect={(id) => setPart(id)} />
      </div>
      {papers.length > 0 ? (
        <Papers papers={papers} list={`shelf ${part}`} />
      ) : (
        <EmptyState title={`Nothing is in “${parts.find(({ id }) => id === part)?.name}”.`}>
          <p>Open a paper of your shelf to say how far you have come with it.</p>
        </EmptyState>
      )}
    </>
  );
}

function EmptyShelf() {
  return (
    <EmptyState title="Your shelf is empty.">
      <p>
        Save a paper from its card on a page, or press <kbd class="key">s</kbd> on one in a list. It stays on
        this machine.
      </p>
    </EmptyState>
  );
}
