import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { ImportPreview } from '@/components/shelf/ImportPreview';
import { StatusControl } from '@/components/shelf/StatusControl';
import { TagField } from '@/components/shelf/TagField';
import { t } from '@/lib/i18n/text';
import type { ImportPlan } from '@/lib/shelf/import';
import type { TagCount } from '@/lib/shelf/tags';
import { Choice } from '../Choice';
import type { ImportFlow, ImportOrigin, ShelfImport } from './use-import';

interface ImportOutcomeProps {
  from: ImportOrigin;
  flow: ImportFlow;
  /** For completion. */
  tags: readonly TagCount[];
}

/** Where an import stands: what it would change, what came of it and the way back, or what went wrong. */
export function ImportOutcome({ from, flow, tags }: ImportOutcomeProps) {
  const state = flow.stateOf(from);
  return (
    <div class="outcome">
      {(state.phase === 'reading' || state.phase === 'writing') && (
        <div class="progress">
          <progress class="bar" aria-label={t('import.bar')} />
          <span>{t(state.phase === 'reading' ? 'shelfImport.reading' : 'shelfImport.writing')}</span>
        </div>
      )}
      {state.phase === 'planned' && <Planned {...state} flow={flow} tags={tags} />}
      <p role="status" class="outcome-status">
        {statusOf(state)}
      </p>
      {state.phase === 'done' && state.undo.length > 0 && (
        <button type="button" class="button" onClick={flow.takeBack}>
          {t('general.undo')}
        </button>
      )}
      {state.phase === 'failed' && (
        <div role="alert" class="outcome-error">
          <Icon name="warning" />
          <div>
            <p>{state.message}</p>
            <p class="quiet">{t('shelfImport.unchanged')}</p>
          </div>
        </div>
      )}
    </div>
  );
}

type PlannedProps = Extract<ShelfImport, { phase: 'planned' }> & Pick<ImportOutcomeProps, 'flow' | 'tags'>;

function Planned({ content, plan, mode, wishes, flow, tags }: PlannedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed is far away or gone by now: whoever works by keyboard goes on from here.
  useEffect(() => heading.current?.focus(), [content]);
  const changes = plan.added.length + plan.changed.length + plan.removed.length;
  // What was left out of a copy would be taken off the shelf.
  const mayRestore = content.entries.length > 0 && content.found.length === 0 && content.skipped.length === 0;
  return (
    <div class="panel import-panel">
      <h4 ref={heading} tabIndex={-1}>
        {t('shelfImport.wouldChange', { format: content.format })}
      </h4>
      {content.remarks.map((remark) => (
        <p key={remark} class="quiet">
          {remark}
        </p>
      ))}
      {mayRestore && (
        <Choice
          legend={t('shelfImport.yourShelf')}
          values={['merge', 'restore'] as const}
          names={{ merge: 'shelfImport.keepsAll', restore: 'shelfImport.asItWas' }}
          value={mode}
          onChange={(mode) => flow.change({ mode })}
        />
      )}
      {content.found.length > 0 && (
        <>
          <div class="shelf-line">
            <span class="quiet">{t('shelfImport.newAre')}</span>
            <StatusControl
              label={t('shelfImport.statusOfNew')}
              status={wishes.status ?? 'to-read'}
              onChange={(status) => flow.change({ wishes: { status } })}
            />
          </div>
          <TagField
            label={t('shelfImport.tagThem')}
            tags={wishes.tags ?? []}
            inUse={tags}
            onChange={(tags) => flow.change({ wishes: { tags } })}
          />
        </>
      )}
      {changes === 0 && <p>{t('shelfImport.nothingToDo')}</p>}
      <ImportPreview plan={plan} />
      <div class="shelf-line">
        {changes > 0 && (
          <button type="button" class="button button-primary" onClick={flow.write}>
            {t(mode === 'restore' ? 'shelfImport.restore' : 'shelfImport.import', { count: changes })}
          </button>
        )}
        <button type="button" class="button" onClick={flow.close}>
          {t(changes > 0 ? 'general.cancel' : 'general.close')}
        </button>
      </div>
    </div>
  );
}

function statusOf(state: ShelfImport): string {
  if (state.phase === 'done') return doneSentence(state.plan);
  if (state.phase !== 'undone') return '';
  if (state.kept === 0) return t('shelfImport.undone');
  return t('shelfImport.undoneBut', { count: state.kept });
}

function doneSentence({ added, changed, removed }: ImportPlan): string {
  const parts = [
    added.length > 0 && t('shelfImport.added', { count: added.length }),
    changed.length > 0 && t('shelfImport.changed', { papers: changed.length }),
    removed.length > 0 && t('shelfImport.takenOff', { papers: removed.length }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return t('shelfImport.doneNothing');
  return t('shelfImport.done', { what: parts.join(t('shelfImport.and')) });
}
