import { Rich } from '@/components/design/Rich';
import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import type { Difference } from '@/lib/shelf/differences';
import type { Skipped } from '@/lib/shelf/files/skipped';
import type { ImportPlan } from '@/lib/shelf/import';
import type { ReadingStatus, ShelfEntry } from '@/lib/shelf/types';
import { fieldNames, statusNames } from './names';

/** More than anyone reads. */
const listed = 200;

/** What an import will change, each kind with its papers behind it; nothing is written before someone says so. */
export function ImportPreview({ plan }: { plan: ImportPlan }) {
  const { added, changed, removed, unchanged, off, skipped } = plan;
  return (
    <div class="import-plan">
      <Group name={t('shelfImport.newPapers', { count: added.length })} items={added}>
        {(entry) => <Title entry={entry} />}
      </Group>
      <Group name={t('shelfImport.changes', { count: changed.length })} items={changed}>
        {({ entry, differences, joined }) => (
          <>
            <Title entry={entry} />
            {joined.map((other) => (
              <p key={other.id} class="quiet">
                <Rich
                  of="shelfImport.becomesOne"
                  slots={{ title: displayTitle(other.paper.title) }}
                  tags={{ cite: (words) => <cite>{words}</cite> }}
                />
              </p>
            ))}
            <dl class="import-differences">
              {differences.map((difference) => (
                <DifferenceLine key={difference.field} {...difference} />
              ))}
            </dl>
          </>
        )}
      </Group>
      <Group name={t('shelfImport.leaves', { count: removed.length })} items={removed}>
        {(entry) => <Title entry={entry} />}
      </Group>
      <Group name={t('shelfImport.leftOut', { count: skipped.length })} items={skipped}>
        {({ place, title, why }) => (
          <p>
            <span class="quiet">{placeName(place)}</span> {title && <cite>{title}</cite>} {why}
          </p>
        )}
      </Group>
      {unchanged > 0 && <p class="quiet">{t('shelfImport.same', { count: unchanged })}</p>}
      {off > 0 && <p class="quiet">{t('shelfImport.staysOff', { count: off })}</p>}
    </div>
  );
}

interface GroupProps<T> {
  name: string;
  items: readonly T[];
  children(item: T): preact.ComponentChildren;
}

function Group<T>({ name, items, children }: GroupProps<T>) {
  if (items.length === 0) return null;
  const rest = items.length - listed;
  return (
    <details class="import-group" open={items.length <= 3}>
      <summary>{name}</summary>
      <ul>
        {items.slice(0, listed).map((item, at) => (
          <li key={at}>{children(item)}</li>
        ))}
        {rest > 0 && <li class="quiet">{t('general.andMore', { count: rest })}</li>}
      </ul>
    </details>
  );
}

const Title = ({ entry }: { entry: ShelfEntry }) => <cite>{displayTitle(entry.paper.title)}</cite>;

function DifferenceLine({ field, before, after }: Difference) {
  if (field === 'shelf') return <dd class="quiet">{t('shelfImport.comesBack')}</dd>;
  return (
    <div>
      <dt>{t(fieldNames[field])}</dt>
      <dd>
        {field === 'tags' ? tagPieces(before, after) : textPieces(shown(field, before), shown(field, after))}
      </dd>
    </div>
  );
}

/** Tag by tag: what stays, what comes, what goes. */
function tagPieces(before: string, after: string) {
  const [old, now] = [before, after].map((tags) => tags.split(', ').filter(Boolean)) as [string[], string[]];
  return [
    ...old.map((tag) => (now.includes(tag) ? <span key={tag}>{tag} </span> : <del key={tag}>{tag}</del>)),
    ...now.filter((tag) => !old.includes(tag)).map((tag) => <ins key={tag}>{tag}</ins>),
  ];
}

/** What is added at the end is set apart from what it is added to. */
function textPieces(before: string, after: string) {
  if (after.startsWith(before))
    return (
      <>
        {before}
        <ins>{after.slice(before.length)}</ins>
      </>
    );
  return (
    <>
      <del>{before}</del> <ins>{after === '' ? t('shelfImport.nothing') : after}</ins>
    </>
  );
}

/** Longer texts are cut, in UTF-16 units. */
const longest = 300;

function shown(field: Difference['field'], text: string): string {
  if (field === 'status') return t(statusNames[text as ReadingStatus]);
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

const placeName = (place: Skipped['place']) =>
  'line' in place ? t('place.line', { line: place.line }) : t('place.record', { index: place.item });
