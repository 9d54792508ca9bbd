import { NoteField } from '@/components/shelf/NoteField';
import { TagField } from '@/components/shelf/TagField';
import { t } from '@/lib/i18n/text';
import type { ShelfEntry } from '@/lib/shelf/types';
import { retag, tagsInUse, writeNote } from '../state/shelf-actions';

/** What the reader adds to a paper: tags and a note. */
export function ShelfPart({ entry }: { entry: ShelfEntry }) {
  return (
    <section class="shelf-part" aria-label={t('data.shelf')}>
      <TagField
        key={`tags ${entry.id}`}
        label={t('field.tags')}
        tags={entry.tags}
        inUse={tagsInUse.value}
        onChange={(tags) => retag([entry.id], entry.tags, tags)}
      />
      <NoteField key={`note ${entry.id}`} note={entry.note} onChange={(note) => writeNote(entry.id, note)} />
    </section>
  );
}
