import { useEffect, useState } from 'preact/hooks';
import { Rich } from '@/components/design/Rich';
import { t } from '@/lib/i18n/text';
import { changeReadingSettings, longestDelay } from '@/lib/settings/change-reading';
import {
  followReadingSettings,
  markStrengths,
  markStyles,
  modifiers,
  type ReadingSettings,
} from '@/lib/settings/reading';
import { Choice } from './Choice';
import './reading.css';

const styleNames = {
  underline: 'reading.underline',
  dotted: 'reading.dotted',
  wash: 'reading.wash',
} as const;
const strengthNames = { quiet: 'reading.quiet', normal: 'reading.normal', strong: 'reading.strong' } as const;
const modifierNames = {
  none: 'reading.pointer',
  alt: 'reading.alt',
  ctrl: 'reading.ctrl',
  shift: 'reading.shift',
} as const;

/** What the slider goes by, in milliseconds. */
const delayStep = 50;

/** How marks look and when the card opens; open pages follow at once. */
export function ReadingSection() {
  const [settings, setSettings] = useState<ReadingSettings>();
  useEffect(() => {
    const closed = new AbortController();
    followReadingSettings(setSettings, closed.signal);
    return () => closed.abort();
  }, []);
  return (
    <>
      <p>{t('reading.about')}</p>
      {settings && (
        <Fields
          settings={settings}
          onChange={(change) => {
            // What was chosen is seen at once; storage takes its time.
            setSettings({ ...settings, ...change });
            changeReadingSettings(change);
          }}
        />
      )}
    </>
  );
}

interface FieldsProps {
  settings: ReadingSettings;
  onChange(change: Partial<ReadingSettings>): void;
}

function Fields({ settings, onChange }: FieldsProps) {
  const { delay, modifier, markStyle, markStrength } = settings;
  return (
    <div class="reading">
      <p class="reading-sample" aria-hidden="true">
        <Rich
          of="reading.sample"
          tags={{
            mark: (words) => (
              <span class="reading-mark" data-style={markStyle} data-strength={markStrength}>
                {words}
              </span>
            ),
          }}
        />
      </p>
      <Choice
        legend={t('reading.marks')}
        names={styleNames}
        values={markStyles}
        value={markStyle}
        onChange={(markStyle) => onChange({ markStyle })}
      />
      <Choice
        legend={t('reading.strength')}
        names={strengthNames}
        values={markStrengths}
        value={markStrength}
        onChange={(markStrength) => onChange({ markStrength })}
      />
      <Choice
        legend={t('reading.opensBy')}
        names={modifierNames}
        values={modifiers}
        value={modifier}
        onChange={(modifier) => onChange({ modifier })}
      />
      <Delay delay={delay} isImmediate={modifier !== 'none'} onChange={(delay) => onChange({ delay })} />
    </div>
  );
}

interface DelayProps {
  delay: number;
  isImmediate: boolean;
  onChange(delay: number): void;
}

function Delay({ delay, isImmediate, onChange }: DelayProps) {
  const [shown, setShown] = useState(delay);
  useEffect(() => setShown(delay), [delay]);
  return (
    <div class="reading-delay">
      <label for="delay">{t('reading.rest')}</label>
      <input
        id="delay"
        type="range"
        min={0}
        max={longestDelay}
        step={delayStep}
        value={shown}
        disabled={isImmediate}
        aria-valuetext={t('reading.milliseconds', { count: String(shown) })}
        onInput={({ currentTarget }) => setShown(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
      <output for="delay">
        {isImmediate ? t('reading.atOnce') : t('reading.ms', { count: String(shown) })}
      </output>
    </div>
  );
}
