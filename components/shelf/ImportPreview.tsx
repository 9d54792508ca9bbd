import { counted } from '@/components/paper/format';
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
      <Group name={`${counted(added.length, 'new paper')}`} items={added}>
        {(entry) => <Title entry={entry} />}
      </Group>
      <Group
        name={`${counted(changed.length, 'paper')} ${changed.length === 1 ? 'changes' : 'change'}`}
        items={changed}
      >
        {({ entry, differences, joined }) => (
          <>
            <Title entry={entry} />
            {joined.map((other) => (
              <p key={other.id} class="quiet">
                Becomes one with <cite>{displayTitle(other.paper.title)}</cite>, the same paper.
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
      <Group
        name={`${counted(removed.length, 'paper')} ${removed.length === 1 ? 'leaves' : 'leave'} your shelf`}
        items={removed}
      >
        {(entry) => <Title entry={entry} />}
      </Group>
      <Group
        name={`${counted(skipped.length, 'record')} ${skipped.length === 1 ? 'is' : 'are'} left out`}
        items={skipped}
      >
        {({ place, title, why }) => (
          <p>
            <span class="quiet">{placeName(place)}</span> {title && <cite>{title}</cite>} {why}
          </p>
        )}
      </Group>
      {unchanged > 0 && (
        <p class="quiet">
          {counted(unchanged, 'paper')} {unchanged === 1 ? 'is' : 'are'} on your shelf already, as in the
          file.
        </p>
      )}
      {off > 0 && (
        <p class="quiet">
          {counted(off, 'paper')} that you took off your shelf {off === 1 ? 'stays' : 'stay'} off it.
        </p>
      )}
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
        {rest > 0 && <li class="quiet">and {rest.toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}

const Title = ({ entry }: { entry: ShelfEntry }) => <cite>{displayTitle(entry.paper.title)}</cite>;

function DifferenceLine({ field, before, after }: Difference) {
  if (field === 'shelf') return <dd class="quiet">It comes back onto your shelf.</dd>;
  return (
    <div>
      <dt>{fieldNames[field]}</dt>
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
      <del>{before}</del> <ins>{after === '' ? 'nothing' : after}</ins>
    </>
  );
}

/** Longer texts are cut, in UTF-16 units. */
const longest = 300;

function shown(field: Difference['field'], text: string): string {
  if (field === 'status') return statusNames[text as ReadingStatus];
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

const placeName = (place: Skipped['place']) =>
  'line' in place ? `Line ${place.line}` : `Record ${place.item}`;
