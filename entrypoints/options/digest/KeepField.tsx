import { useState } from 'preact/hooks';
import { costSentence, papersPerDay, usualPerDay } from '@/components/sync/cost';
import { leading } from '@/lib/digest/places';
import type { SourceDay } from '@/lib/digest/read';
import { type SourceId, sourceIds } from '@/lib/digest/sources/registry';
import { t } from '@/lib/i18n/text';
import { type DigestSettings, isLonger, type Keep, keeps, withKeep } from '@/lib/settings/digest';
import { sentence } from '../sentence';
import { planOf, sum } from './beyond';
import { keepName } from './keep-names';
import { LeavingDialog } from './LeavingDialog';
import { useLeaving } from './use-leaving';

export interface KeepFieldProps {
  settings: DigestSettings;
  /** What the copy holds, of every source. */
  days: readonly SourceDay[];
  onChoose(change: ReturnType<typeof withKeep>): void;
}

/** How far back the copy goes, and what that costs. A shorter range is asked about first where papers would go. */
export function KeepField({ settings, days, onChoose }: KeepFieldProps) {
  const { leaving, count, forget } = useLeaving();
  const [problem, setProblem] = useState('');
  const perDay = sum(sourceIds.map((id) => papersPerDayOf(id, days)));

  const choose = async (keep: Keep) => {
    forget();
    setProblem('');
    if (keep === settings.keep) return;
    try {
      if (isLonger(keep, settings.keep) || (await count(keep, days))) onChoose(withKeep(keep));
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  return (
    <fieldset class="keep">
      <legend>{t('digestSettings.keep')}</legend>
      {keeps.map((keep) => (
        <label key={keep}>
          <input
            type="radio"
            name="keep"
            checked={(leaving?.keep ?? settings.keep) === keep}
            onChange={() => choose(keep)}
          />
          <span class="keep-name">{keepName(keep)}</span>
          <span class="quiet">{costSentence(daysOf(keep), perDay)}</span>
        </label>
      ))}
      <p role="status" class="quiet">
        {leaving && leaving.papers === undefined && t('digestSettings.counting')}
      </p>
      {problem && <p role="alert">{problem}</p>}
      {leaving?.papers !== undefined && (
        <LeavingDialog
          question={t('digestSettings.keepOnly', { range: keepName(leaving.keep) })}
          papers={leaving.papers}
          onAnswer={(agreed) => {
            if (agreed) onChoose(withKeep(leaving.keep));
            forget();
          }}
        />
      )}
    </fieldset>
  );
}

function papersPerDayOf(source: SourceId, days: readonly SourceDay[]): number {
  const known = days.filter((day) => day.source === source && day.complete);
  // What another source will bring nobody knows before it has.
  return papersPerDay(
    known.map(({ own }) => ({ papers: own })),
    source === leading ? usualPerDay : 0,
  );
}

const daysOf = (keep: Keep) => planOf(keep, leading, []).range.days;
