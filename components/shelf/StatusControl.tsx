import { useId } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { type ReadingStatus, readingStatuses } from '@/lib/shelf/types';
import { statusNames } from './names';

export interface StatusControlProps {
  /** What it is the status of, for those who do not see it. */
  label: string;
  /** Undefined where several papers have different ones. */
  status: ReadingStatus | undefined;
  onChange(status: ReadingStatus): void;
}

/** To read, reading or read: one of three, all in sight. Arrow keys move between them. */
export function StatusControl({ label, status, onChange }: StatusControlProps) {
  const group = useId();
  return (
    <div class="status-control" role="radiogroup" aria-label={label}>
      {readingStatuses.map((one) => (
        <label key={one} class="status-choice">
          <input
            type="radio"
            class="visually-hidden"
            name={group}
            checked={one === status}
            onChange={() => onChange(one)}
          />
          <span>{t(statusNames[one])}</span>
        </label>
      ))}
    </div>
  );
}
