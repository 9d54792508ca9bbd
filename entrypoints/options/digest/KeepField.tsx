import { useState } from 'preact/hooks';
import { costSentence, papersPerDay } from '@/components/sync/cost';
import { firstDay } from '@/components/sync/sources';
import type { SourceDay } from '@/lib/digest/store';
import { planFor } from '@/lib/digest/sync/plan';
import { type DigestSettings, type Keep, keeps } from '@/lib/settings/digest';
import { keepNames } from './keep-names';
import { ShortenDialog } from './ShortenDialog';

export interface KeepFieldProps {
  settings: DigestSettings;
  /** What the copy holds of Hugging Face. */
  days: readonly SourceDay[];
  onChoose(change: Partial<DigestSettings>): void;
}

/** How far back the copy goes, and what that costs. A shorter range is asked about first where papers would go. */
export function KeepField({ settings, days, onChoose }: KeepFieldProps) {
  const [shorter, setShorter] = useState<{ keep: Keep; papers: number }>();
  const perDay = papersPerDay(days.filter(({ complete }) => complete));

  const choose = (keep: Keep) => {
    const isLonger = keeps.indexOf(keep) > keeps.indexOf(settings.keep);
    const papers = isLonger ? 0 : papersLeaving(keep, days);
    if (papers > 0) setShorter({ keep, papers });
    else apply(keep, isLonger);
  };
  const apply = (keep: Keep, isLonger: boolean) => {
    // While one backfill is under way a longer one still goes back to where the first began.
    onChoose({ keep, keepBefore: isLonger ? (settings.keepBefore ?? settings.keep) : undefined });
  };
  return (
    <fieldset class="keep">
      <legend>Keep</legend>
      {keeps.map((keep) => (
        <label key={keep}>
          <input
            type="radio"
            name="keep"
            checked={(shorter?.keep ?? settings.keep) === keep}
            onChange={() => choose(keep)}
          />
          <span class="keep-name">{keepNames[keep]}</span>
          <span class="quiet">{costSentence(daysOf(keep), perDay)}</span>
        </label>
      ))}
      {shorter && (
        <ShortenDialog
          {...shorter}
          onAnswer={(agreed) => {
            if (agreed) apply(shorter.keep, false);
            setShorter(undefined);
          }}
        />
      )}
    </fieldset>
  );
}

const planOf = (keep: Keep, days: readonly SourceDay[]) =>
  planFor({ now: Date.now(), since: firstDay, keep, days });

const daysOf = (keep: Keep) => planOf(keep, []).range.days;

/** Papers on the days that the next sync would let go. */
function papersLeaving(keep: Keep, days: readonly SourceDay[]): number {
  const leaving = new Set(planOf(keep, days).drop);
  return days.filter(({ day }) => leaving.has(day)).reduce((sum, { own }) => sum + own, 0);
}
