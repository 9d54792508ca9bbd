import { dayName } from '@/components/paper/format';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';

/** Height of a heading, in CSS pixels, as `line.css` has it. */
export const headingHeight = 36;

interface DayHeadingProps {
  day: Day;
  papers: number;
  /** It floats over the list and says again what the heading under it, or above the list's edge, has said. */
  isEcho?: boolean;
}

/** The day over its papers in a list. */
export function DayHeading({ day, papers, isEcho = false }: DayHeadingProps) {
  const name = <time dateTime={day}>{dayName(day)}</time>;
  return (
    <div class="day-head" aria-hidden={isEcho ? 'true' : undefined}>
      {isEcho ? <span class="day-name">{name}</span> : <h2 class="day-name">{name}</h2>}
      <span class="day-count">{t('general.papers', { count: papers })}</span>
    </div>
  );
}
