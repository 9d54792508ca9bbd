import { useState } from 'preact/hooks';
import { Confirm } from '@/components/controls/Confirm';
import { ask } from '@/lib/messages';
import { sentence } from '../sentence';

const choices = {
  digest: {
    name: 'Begin the digest anew',
    note: 'All of its papers go, imported ones too. The starter digest comes back at once, the rest with the next sync.',
    question: 'Begin the digest anew?',
    consequence:
      'Papers that you imported are gone then, until you import them again. Your shelf and settings stay.',
    yes: 'Begin anew',
    doing: 'Beginning anew…',
    done: 'The digest began anew.',
  },
  everything: {
    name: 'Erase everything',
    note: 'Shelf, notes, tags, backups kept here, settings and digest: Titlelight is as on its first day.',
    question: 'Erase everything?',
    consequence:
      'Your shelf with its notes and tags, the backups kept here, your settings and the digest are erased on this machine. Nothing brings them back but a backup file of yours.',
    yes: 'Erase everything',
    doing: 'Erasing…',
    done: 'Everything is erased.',
  },
};
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
    setSaid(choices[choice].doing);
    try {
      await ask({ type: 'data/erase', everything: choice === 'everything' });
      setSaid(choices[choice].done);
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
          <p id={`erase-${choice}`}>{choices[choice].note}</p>
          <button
            type="button"
            class="button button-loss"
            aria-describedby={`erase-${choice}`}
            disabled={isBusy}
            onClick={() => setAsking(choice)}
          >
            {choices[choice].name}
          </button>
        </div>
      ))}
      <p role="status" class="quiet">
        {said}
      </p>
      {problem && <p role="alert">{problem}</p>}
      {asking && (
        <Confirm
          title={choices[asking].question}
          no="Keep it"
          yes={choices[asking].yes}
          onAnswer={(agreed) => answer(asking, agreed)}
        >
          <p>{choices[asking].consequence}</p>
        </Confirm>
      )}
    </div>
  );
}
