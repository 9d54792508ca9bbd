import { useId } from 'preact/hooks';
import { type PlainKey, t } from '@/lib/i18n/text';

export interface ChoiceProps<T extends string> {
  legend: string;
  values: readonly T[];
  /** What a person reads for each value. */
  names: Record<T, PlainKey>;
  value: T;
  onChange(value: T): void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, values, names, value, onChange }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-values">
        {values.map((one) => (
          <label key={one}>
            <input type="radio" name={group} checked={one === value} onChange={() => onChange(one)} />
            {t(names[one] as PlainKey)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
