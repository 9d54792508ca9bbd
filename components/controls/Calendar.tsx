import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { dateName, dayName } from '@/components/paper/format';
import { shortWeekday, weekdayName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { Day } from '@/lib/paper/types';
import { dayByKey, inMonth, plusMonths, weeksOf } from './month';

export interface CalendarProps {
  /** Days that can be gone to, newest first, and how many papers each has; at least one. */
  days: readonly { day: Day; papers: number }[];
  /** What is shown now. */
  first: Day;
  last: Day;
  onPick(day: Day): void;
  onClose(): void;
}

/** Monday and the days behind it, in whatever week. */
const week: readonly Day[] = Array.from({ length: 7 }, (_, i) => `2024-01-0${i + 1}`);

/** A month of days to go to, and the way to other months. A modal dialog: Esc or a click beside it closes it. */
export function Calendar({ days, first, last, onPick, onClose }: CalendarProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const papers = new Map(days.map(({ day, papers }) => [day, papers]));
  const [cursor, setCursor] = useState(() => days.find(({ day }) => day <= last)?.day ?? first);
  const [oldest, newest] = [days.at(-1)?.day ?? first, days[0]?.day ?? last];
  const month = cursor.slice(0, 7);
  const go = (day: Day) => setCursor(day < oldest ? oldest : day > newest ? newest : day);
  /** Whether the focus goes along with the cursor: with the keys, and not away from what turns the months. */
  const takesFocus = useRef(true);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    dialog.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
  }, [cursor]);

  return (
    <dialog ref={dialog} class="calendar" aria-label={t('popup.chooseDay')} closedby="any" onClose={onClose}>
      <header>
        <Turn
          icon="earlier"
          label={t('step.earlierMonth')}
          isOff={month <= oldest.slice(0, 7)}
          onClick={() => go(inMonth(cursor, plusMonths(month, -1)))}
        />
        <MonthSelect days={days} month={month} onChoose={(chosen) => go(inMonth(cursor, chosen))} />
        <Turn
          icon="later"
          label={t('step.laterMonth')}
          isOff={month >= newest.slice(0, 7)}
          onClick={() => go(inMonth(cursor, plusMonths(month, 1)))}
        />
      </header>
      <table
        aria-label={dateName(month)}
        onKeyDown={(event) => {
          const target = dayByKey(cursor, event);
          if (!target) return;
          event.preventDefault();
          takesFocus.current = true;
          go(target);
        }}
      >
        <thead>
          <tr>
            {week.map((day) => (
              <th key={day} scope="col" abbr={weekdayName(day)}>
                {shortWeekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, i) => (
            <tr key={i}>
              {week.map((day, i) => (
                <td key={day ?? i}>
                  {day && (
                    <button
                      type="button"
                      class="calendar-day"
                      data-day={day}
                      tabIndex={day === cursor ? 0 : -1}
                      aria-label={t('calendar.dayOf', {
                        day: dayName(day),
                        papers: t('general.papers', { count: papers.get(day) ?? 0 }),
                      })}
                      aria-disabled={!papers.has(day)}
                      aria-current={day >= first && day <= last ? 'date' : undefined}
                      onClick={() => {
                        if (!papers.has(day)) return;
                        onPick(day);
                        dialog.current?.close();
                      }}
                    >
                      {Number(day.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </dialog>
  );
}

interface MonthSelectProps {
  days: CalendarProps['days'];
  month: string;
  onChoose(month: string): void;
}

function MonthSelect({ days, month, onChoose }: MonthSelectProps) {
  // The month that is shown is among them, also where it has no papers.
  const months = [...new Set([...days.map(({ day }) => day.slice(0, 7)), month])].sort().reverse();
  return (
    <select
      class="calendar-month"
      aria-label={t('calendar.month')}
      value={month}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {months.map((one) => (
        <option key={one} value={one}>
          {dateName(one)}
        </option>
      ))}
    </select>
  );
}

interface TurnProps {
  icon: 'earlier' | 'later';
  label: string;
  isOff: boolean;
  onClick(): void;
}

function Turn({ icon, label, isOff, onClick }: TurnProps) {
  return (
    <button
      type="button"
      class="button button-bare"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
