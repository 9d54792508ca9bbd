import type { ComponentChildren } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { Rich } from '@/components/design/Rich';
import { type PlainKey, t } from '@/lib/i18n/text';
import type { Keys } from './keys';
import { afterEvent, atStart, type LessonEvent, type LessonState, lessonSteps } from './lesson-steps';
import { watchCard } from './watch-card';

const reduce = (state: LessonState, event: LessonEvent | 'again') =>
  event === 'again' ? { ...atStart, isOpen: state.isOpen } : afterEvent(state, event);

/** The card by keyboard: three steps to do, each ticked off once it is done. */
export function Lesson({ keys }: { keys: Keys }) {
  const [{ done }, tell] = useReducer(reduce, atStart);
  useEffect(() => {
    const closed = new AbortController();
    watchCard(tell, closed.signal);
    return () => closed.abort();
  }, []);
  const next = keys['next-mention'];
  return (
    <section class="lesson" aria-labelledby="lesson">
      <h2 id="lesson">{t('welcome.lesson')}</h2>
      {next ? (
        <>
          <p>{t('welcome.lessonLead')}</p>
          <ol class="lesson-steps">
            <Step at={1} done={done} note="welcome.nextNote">
              <Rich of="welcome.next" slots={{ key: <kbd class="key">{next}</kbd> }} />
            </Step>
            <Step at={2} done={done} note="welcome.enterNote">
              <Rich of="welcome.enter" slots={{ key: <kbd class="key">Tab</kbd> }} />
            </Step>
            <Step at={3} done={done} note="welcome.leaveNote">
              <Rich of="welcome.leave" slots={{ key: <kbd class="key">Esc</kbd> }} />
            </Step>
          </ol>
          <Outcome done={done} keys={keys} onAgain={() => tell('again')} />
        </>
      ) : (
        <p>{t('welcome.noKeys')}</p>
      )}
    </section>
  );
}

interface StepProps {
  /** Its number, from 1. */
  at: number;
  done: number;
  note: PlainKey;
  children: ComponentChildren;
}

function Step({ at, done, note, children }: StepProps) {
  const isDone = done >= at;
  const state = isDone ? 'done' : done === at - 1 ? 'next' : 'later';
  return (
    <li class="lesson-step" data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
      <span class="lesson-mark">
        {isDone ? <Icon name="check" /> : <span aria-hidden="true">{at}</span>}
        {isDone && <span class="visually-hidden">{t('welcome.stepDone')}</span>}
      </span>
      <div>
        <p class="lesson-what">{children}</p>
        <p>{t(note)}</p>
      </div>
    </li>
  );
}

function Outcome({ done, keys, onAgain }: { done: number; keys: Keys; onAgain(): void }) {
  const isOver = done === lessonSteps;
  return (
    <div class="lesson-outcome">
      <p role="status">
        {isOver ? (
          <Rich
            of="welcome.lessonDone"
            slots={{
              key: <kbd class="key">{keys['previous-mention'] || '–'}</kbd>,
              popup: <kbd class="key">{keys._execute_action || '–'}</kbd>,
            }}
          />
        ) : (
          t('welcome.progress', { done, count: lessonSteps })
        )}
      </p>
      {isOver && (
        <button type="button" class="button-text" onClick={onAgain}>
          {t('welcome.again')}
        </button>
      )}
    </div>
  );
}
