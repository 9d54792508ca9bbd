import { Icon } from '@/components/design/Icon';
import { counted } from '@/components/paper/format';
import type { ImportReport, Skipped } from '@/lib/digest/import/report';
import type { ImportState } from './use-import';

/** How far an import has come, and how it ended. */
export function ImportOutcome({ state, onCancel }: { state: ImportState; onCancel(): void }) {
  return (
    <div class="outcome">
      {state.phase === 'reading' && (
        <div class="progress">
          <progress
            class="bar"
            aria-label="Import"
            max={state.progress?.bytesTotal}
            value={state.progress?.bytesRead}
          />
          <span>
            {state.progress?.papers ? `${counted(state.progress.papers, 'paper')} so far` : 'Reading it'}
          </span>
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      )}
      {state.phase === 'indexing' && (
        <div class="progress">
          <progress class="bar" aria-label="Import" />
          <span>Making {counted(state.papers, 'paper')} known to pages</span>
        </div>
      )}
      <p role="status" class="outcome-status">
        {statusOf(state)}
      </p>
      {state.phase === 'done' && <Details report={state.report} />}
      {state.phase === 'failed' && (
        <div role="alert" class="outcome-error">
          <Icon name="warning" />
          <div>
            <p>
              {state.message}
              {state.papers > 0 && ` ${counted(state.papers, 'paper')} before that were kept.`}
            </p>
            {state.isNoDigest && (
              <p class="quiet">
                Titlelight takes the text of the Daily Papers page, its API’s JSON, and JSON Lines.{' '}
                <a href="#formats">What each looks like</a>
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** Figures without separators: scripts and screen readers take them as they are. */
function statusOf(state: ImportState): string {
  if (state.phase === 'stopped') return `Stopped. ${counted(state.papers, 'paper')} before that were kept.`;
  if (state.phase !== 'done') return '';
  const { papers, skipped } = state.report;
  const imported = `${papers} ${papers === 1 ? 'paper' : 'papers'} imported`;
  return skipped.length === 0 ? imported : `${imported} · ${skipped.length} skipped`;
}

function Details({ report: { added, merged, undated, skipped, endsEarly } }: { report: ImportReport }) {
  return (
    <>
      <p class="outcome-detail">
        {added.toLocaleString('en')} new to your digest, {merged.toLocaleString('en')} known already.
        {endsEarly && ' The file breaks off before its end; what stood before that was imported.'}
      </p>
      {undated > 0 && <p class="outcome-detail">{undatedSentence(undated)}</p>}
      {skipped.length > 0 && <SkippedList skipped={skipped} />}
    </>
  );
}

function undatedSentence(count: number): string {
  return count === 1
    ? '1 of them names no day: pages and search know it, but it joins no day’s list.'
    : `${count.toLocaleString('en')} of them name no day: pages and search know them, but they join no day’s list.`;
}

/** More than anyone reads. */
const listed = 200;

function SkippedList({ skipped }: { skipped: readonly Skipped[] }) {
  const rest = skipped.length - listed;
  return (
    <details>
      <summary>What was skipped</summary>
      <ul class="skipped">
        {skipped.slice(0, listed).map((one) => {
          const place = 'line' in one ? `Line ${one.line}` : `Record ${one.index}`;
          return (
            <li key={place}>
              <span class="skipped-place">{place}</span>
              <span>
                {one.title && <cite>{one.title}</cite>} {one.why}
              </span>
            </li>
          );
        })}
        {rest > 0 && <li>and {rest.toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}
