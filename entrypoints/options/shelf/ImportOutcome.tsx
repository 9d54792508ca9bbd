import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { counted } from '@/components/paper/format';
import { ImportPreview } from '@/components/shelf/ImportPreview';
import { StatusControl } from '@/components/shelf/StatusControl';
import { TagField } from '@/components/shelf/TagField';
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
          <progress class="bar" aria-label="Import" />
          <span>{state.phase === 'reading' ? 'Reading it' : 'Writing it'}</span>
        </div>
      )}
      {state.phase === 'planned' && <Planned {...state} flow={flow} tags={tags} />}
      <p role="status" class="outcome-status">
        {statusOf(state)}
      </p>
      {state.phase === 'done' && state.undo.length > 0 && (
        <button type="button" class="button" onClick={flow.takeBack}>
          Undo
        </button>
      )}
      {state.phase === 'failed' && (
        <div role="alert" class="outcome-error">
          <Icon name="warning" />
          <div>
            <p>{state.message}</p>
            <p class="quiet">Nothing of your shelf was changed.</p>
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
        What this {content.format} file would change
      </h4>
      {content.remarks.map((remark) => (
        <p key={remark} class="quiet">
          {remark}
        </p>
      ))}
      {mayRestore && (
        <Choice
          legend="Your shelf"
          values={['merge', 'restore'] as const}
          names={{ merge: 'keeps all it has', restore: 'becomes as it was then' }}
          value={mode}
          onChange={(mode) => flow.change({ mode })}
        />
      )}
      {content.found.length > 0 && (
        <>
          <div class="shelf-line">
            <span class="quiet">New papers are</span>
            <StatusControl
              label="Status of new papers"
              status={wishes.status ?? 'to-read'}
              onChange={(status) => flow.change({ wishes: { status } })}
            />
          </div>
          <TagField
            label="Tag them"
            tags={wishes.tags ?? []}
            inUse={tags}
            onChange={(tags) => flow.change({ wishes: { tags } })}
          />
        </>
      )}
      {changes === 0 && <p>Nothing: your shelf has all of it.</p>}
      <ImportPreview plan={plan} />
      <div class="shelf-line">
        {changes > 0 && (
          <button type="button" class="button button-primary" onClick={flow.write}>
            {mode === 'restore' ? 'Restore' : 'Import'} {counted(changes, 'paper')}
          </button>
        )}
        <button type="button" class="button" onClick={flow.close}>
          {changes > 0 ? 'Cancel' : 'Close'}
        </button>
      </div>
    </div>
  );
}

function statusOf(state: ShelfImport): string {
  if (state.phase === 'done') return `${doneSentence(state.plan)}.`;
  if (state.phase !== 'undone') return '';
  if (state.kept === 0) return 'Your shelf is as it was before.';
  return `Taken back, but for ${counted(state.kept, 'paper')} that you changed since.`;
}

function doneSentence({ added, changed, removed }: ImportPlan): string {
  const parts = [
    added.length > 0 && `${counted(added.length, 'paper')} added`,
    changed.length > 0 && `${changed.length.toLocaleString('en')} changed`,
    removed.length > 0 && `${removed.length.toLocaleString('en')} taken off your shelf`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing had to be changed';
}
