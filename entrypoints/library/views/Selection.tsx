import { Menu } from '@/components/controls/Menu';
import { Icon } from '@/components/design/Icon';
import { statusNames } from '@/components/shelf/names';
import { TagField } from '@/components/shelf/TagField';
import { t } from '@/lib/i18n/text';
import { formatFacts, shelfFormats } from '@/lib/shelf/files/formats';
import { type ReadingStatus, readingStatuses, type ShelfEntry } from '@/lib/shelf/types';
import { clearSelection, selectAll, selected } from '../state/selection';
import { copyAs, markAll, retag, tagsInUse, unsaveAll } from '../state/shelf-actions';
import { ExportMenu } from './ExportMenu';

/** What can be done with all papers that are selected, each to be undone as one. Nothing where none is. */
export function Selection() {
  const entries = selected.value;
  if (entries.length === 0) return null;
  const ids = entries.map(({ id }) => id);
  return (
    <section class="selection" aria-label={t('library.selection')}>
      <div class="selection-line">
        <p role="status">
          {t('library.selected', { papers: t('general.papers', { count: entries.length }) })}
        </p>
        <button type="button" class="button-text" onClick={selectAll}>
          {t('library.selectAll')}
        </button>
        <button type="button" class="button-text" onClick={clearSelection}>
          {t('library.selectNone')}
        </button>
      </div>
      <div class="selection-line">
        <Menu
          name={t('field.status')}
          items={readingStatuses.map((status) => ({
            label: t(statusNames[status]),
            isChosen: statusOf(entries) === status,
            onChoose: () => markAll(ids, status),
          }))}
        >
          {t('field.status')}
        </Menu>
        <Menu
          name={t('general.copy')}
          items={shelfFormats.map((format) => ({
            label: formatFacts[format].name,
            onChoose: () => copyAs(format, ids),
          }))}
        >
          {t('general.copy')}
        </Menu>
        <ExportMenu ids={ids} />
        <button type="button" class="button" onClick={() => unsaveAll(ids)}>
          <Icon name="close" />
          {t('general.remove')}
        </button>
      </div>
      <TagField
        label={t('library.tagsOfAll')}
        tags={commonTags(entries)}
        inUse={tagsInUse.value}
        onChange={(tags) => retag(ids, commonTags(entries), tags)}
      />
    </section>
  );
}

/** The one that all of them have. */
function statusOf([first, ...others]: readonly ShelfEntry[]): ReadingStatus | undefined {
  return others.every(({ status }) => status === first?.status) ? first?.status : undefined;
}

function commonTags([first, ...others]: readonly ShelfEntry[]): string[] {
  return first?.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))) ?? [];
}
