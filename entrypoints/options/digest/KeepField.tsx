import { useState } from 'preact/hooks';
import { costSentence, papersPerDay, usualPerDay } from '@/components/sync/cost';
import { leading } from '@/lib/digest/places';
import { type SourceId, sourceIds } from '@/lib/digest/sources/registry';
import type { SourceDay } from '@/lib/digest/store';
import { t } from '@/lib/i18n/text';
import { type DigestSettings, isLonger, type Keep, keeps, withKeep } from '@/lib/settings/digest';
import { papersBeyond, planOf, sum } from './beyond';
import { keepName } from './keep-names';
import { LeavingDialog } from './LeavingDialog';

export interface KeepFieldProps {
  settings: DigestSettings;
  /** What the copy holds, of every source. */
  days: readonly SourceDay[];
  onChoose(change: ReturnType<typeof withKeep>): void;
}

/** How far back the copy goes, and what that costs. A shorter range is asked about first where papers would go. */
export function KeepField({ settings, days, onChoose }: KeepFieldProps) {
  const [shorter, setShorter] = useState<{ keep: Keep; papers: number }>();
  const perDay = sum(sourceIds.map((id) => papersPerDayOf(id, days)));

  const choose = (keep: Keep) => {
    const papers = isLonger(keep, settings.keep) ? 0 : papersBeyond(keep, days);
    if (papers > 0) setShorter({ keep, papers });
    else onChoose(withKeep(keep));
  };
  return (
    <fieldset class="keep">
      <legend>{t('digestSettings.keep')}</legend>
      {keeps.map((keep) => (
        <label key={keep}>
          <input
            type="radio"
            name="keep"
            checked={(shorter?.keep ?? settings.keep) === keep}
            onChange={() => choose(keep)}
          />
          <span class="keep-name">{keepName(keep)}</span>
          <span class="quiet">{costSentence(daysOf(keep), perDay)}</span>
        </label>
      ))}
      {shorter && (
        <LeavingDialog
          question={t('digestSettings.keepOnly', { range: keepName(shorter.keep) })}
          papers={shorter.papers}
          onAnswer={(agreed) => {
            if (agreed) onChoose(withKeep(shorter.keep));
            setShorter(undefined);
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
