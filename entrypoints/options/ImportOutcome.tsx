import { Icon } from '@/components/design/Icon';
import { Rich } from '@/components/design/Rich';
import type { ImportReport, Skipped } from '@/lib/digest/import/report';
import { t } from '@/lib/i18n/text';
import type { ImportState } from './use-import';

/** How far an import has come, and how it ended. */
export function ImportOutcome({ state, onCancel }: { state: ImportState; onCancel(): void }) {
  return (
    <div class="outcome">
      {state.phase === 'reading' && (
        <div class="progress">
          <progress
            class="bar"
            aria-label={t('import.bar')}
            max={state.progress?.bytesTotal}
            value={state.progress?.bytesRead}
          />
          <span>
            {state.progress?.papers
              ? t('import.soFar', { count: state.progress.papers })
              : t('import.reading')}
          </span>
          <button type="button" class="button" onClick={onCancel}>
            {t('general.cancel')}
          </button>
        </div>
      )}
      {state.phase === 'indexing' && (
        <div class="progress">
          <progress class="bar" aria-label={t('import.bar')} />
          <span>{t('import.indexing', { count: state.papers })}</span>
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
              {state.papers > 0 &&
                `${t('general.betweenSentences')}${t('import.kept', { count: state.papers })}`}
            </p>
            {state.isNoDigest && (
              <p class="quiet">
                <Rich of="import.takes" tags={{ a: (words) => <a href="#formats">{words}</a> }} />
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
  if (state.phase === 'stopped')
    return t('import.stopped', { kept: t('import.kept', { count: state.papers }) });
  if (state.phase !== 'done') return '';
  const { papers, skipped } = state.report;
  const imported = t('import.imported', { count: papers, papers: String(papers) });
  return skipped.length === 0 ? imported : t('import.skipped', { imported, skipped: String(skipped.length) });
}

function Details({ report: { added, merged, undated, skipped, endsEarly } }: { report: ImportReport }) {
  return (
    <>
      <p class="outcome-detail">
        {t('import.known', { added, merged })}
        {endsEarly && `${t('general.betweenSentences')}${t('import.endsEarly')}`}
      </p>
      {undated > 0 && <p class="outcome-detail">{t('import.undated', { count: undated })}</p>}
      {skipped.length > 0 && <SkippedList skipped={skipped} />}
    </>
  );
}

/** More than anyone reads. */
const listed = 200;

function SkippedList({ skipped }: { skipped: readonly Skipped[] }) {
  const rest = skipped.length - listed;
  return (
    <details>
      <summary>{t('import.whatSkipped')}</summary>
      <ul class="skipped">
        {skipped.slice(0, listed).map((one) => {
          const place =
            'line' in one ? t('place.line', { line: one.line }) : t('place.record', { index: one.index });
          return (
            <li key={place}>
              <span class="skipped-place">{place}</span>
              <span>
                {one.title && <cite>{one.title}</cite>} {one.why}
              </span>
            </li>
          );
        })}
        {rest > 0 && <li>{t('general.andMore', { count: rest })}</li>}
      </ul>
    </details>
  );
}
