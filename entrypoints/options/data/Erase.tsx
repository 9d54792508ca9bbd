import { useState } from 'preact/hooks';
import { Confirm } from '@/components/controls/Confirm';
import { t } from '@/lib/i18n/text';
import { ask } from '@/lib/messages';
import { sentence } from '../sentence';

const choices = {
  digest: {
    name: 'data.anew',
    note: 'data.anewNote',
    question: 'data.anewAsk',
    consequence: 'data.anewLoss',
    yes: 'data.anewYes',
    doing: 'data.anewDoing',
    done: 'data.anewDone',
  },
  everything: {
    name: 'data.erase',
    note: 'data.eraseNote',
    question: 'data.eraseAsk',
    consequence: 'data.eraseLoss',
    yes: 'data.erase',
    doing: 'data.eraseDoing',
    done: 'data.eraseDone',
  },
} as const;
type Choice = keyof typeof choices;

/** The ways to be rid of what is stored; each asks first. */
export function Erase() {
  const [asking, setAsking] = useState<Choice>();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');

  const answer = async (choice: Choice, agreed: boolean) => {
    setAsking(undefined);
    if (!agreed) return;
    setBusy(true);
    setProblem('');
    setSaid(t(choices[choice].doing));
    try {
      await ask({ type: 'data/erase', everything: choice === 'everything' });
      setSaid(t(choices[choice].done));
    } catch (error) {
      setSaid('');
      setProblem(sentence(error));
    }
    setBusy(false);
  };
  return (
    <div class="erase">
      {(Object.keys(choices) as Choice[]).map((choice) => (
        <div key={choice} class="erase-choice">
          <p id={`erase-${choice}`}>{t(choices[choice].note)}</p>
          <button
            type="button"
            class="button button-loss"
            aria-describedby={`erase-${choice}`}
            disabled={isBusy}
            onClick={() => setAsking(choice)}
          >
            {t(choices[choice].name)}
          </button>
        </div>
      ))}
      <p role="status" class="quiet">
        {said}
      </p>
      {problem && <p role="alert">{problem}</p>}
      {asking && (
        <Confirm
          title={t(choices[asking].question)}
          no={t('data.keepIt')}
          yes={t(choices[asking].yes)}
          onAnswer={(agreed) => answer(asking, agreed)}
        >
          <p>{t(choices[asking].consequence)}</p>
        </Confirm>
      )}
    </div>
  );
}
