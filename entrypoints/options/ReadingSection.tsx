import { useEffect, useState } from 'preact/hooks';
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

const styleNames = { underline: 'Underline', dotted: 'Dotted', wash: 'Wash' };
const strengthNames = { quiet: 'Quiet', normal: 'Normal', strong: 'Strong' };
const modifierNames = {
  none: 'The pointer alone',
  alt: 'With Alt (⌥)',
  ctrl: 'With Ctrl',
  shift: 'With Shift',
};

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
      <p>How marks look and when the card opens. Pages you have open follow at once.</p>
      {settings && <Fields settings={settings} />}
    </>
  );
}

function Fields({ settings }: { settings: ReadingSettings }) {
  const { delay, modifier, markStyle, markStrength } = settings;
  return (
    <div class="reading">
      <p class="reading-sample" aria-hidden="true">
        A sentence that names{' '}
        <span class="reading-mark" data-style={markStyle} data-strength={markStrength}>
          A Paper of Your Digest
        </span>{' '}
        on its way.
      </p>
      <Choice
        legend="Marks"
        names={styleNames}
        values={markStyles}
        value={markStyle}
        onChange={(markStyle) => changeReadingSettings({ markStyle })}
      />
      <Choice
        legend="Strength"
        names={strengthNames}
        values={markStrengths}
        value={markStrength}
        onChange={(markStrength) => changeReadingSettings({ markStrength })}
      />
      <Choice
        legend="The card opens by"
        names={modifierNames}
        values={modifiers}
        value={modifier}
        onChange={(modifier) => changeReadingSettings({ modifier })}
      />
      <Delay delay={delay} isImmediate={modifier !== 'none'} />
    </div>
  );
}

function Delay({ delay, isImmediate }: { delay: number; isImmediate: boolean }) {
  const [shown, setShown] = useState(delay);
  useEffect(() => setShown(delay), [delay]);
  return (
    <div class="reading-delay">
      <label for="delay">After a rest of</label>
      <input
        id="delay"
        type="range"
        min={0}
        max={longestDelay}
        step={delayStep}
        value={shown}
        disabled={isImmediate}
        aria-valuetext={`${shown} milliseconds`}
        onInput={({ currentTarget }) => setShown(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => changeReadingSettings({ delay: currentTarget.valueAsNumber })}
      />
      <output for="delay">{isImmediate ? 'at once' : `${shown} ms`}</output>
    </div>
  );
}
