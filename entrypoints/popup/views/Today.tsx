import { DayStepper } from '@/components/controls/DayStepper';
import { EmptyState } from '@/components/controls/states';
import type { Paper } from '@/lib/paper/types';
import { dayPapers, digest, shown, stepTo } from '../state/days';
import { acknowledge, isUnseen } from '../state/looks';
import { useKeys } from '../use-keys';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function Today() {
  const { day, earlier, later } = shown.value;
  useKeys((action) => {
    const target = action === 'earlier' ? earlier : action === 'later' ? later : undefined;
    if (target) stepTo(target);
    return target !== undefined;
  });
  return (
    <Loaded from={digest}>
      {() =>
        day === undefined ? (
          <EmptyState title="Your digest is empty.">
            <a href="/options.html" target="_blank" rel="noopener noreferrer">
              Import a digest
            </a>
          </EmptyState>
        ) : (
          <>
            <DayStepper
              day={day}
              onEarlier={earlier && (() => stepTo(earlier))}
              onLater={later && (() => stepTo(later))}
            />
            <Loaded from={dayPapers}>
              {(papers) =>
                papers.length > 0 ? (
                  <>
                    <Unseen papers={papers} />
                    <Papers key={day} papers={papers} marksUnseen />
                  </>
                ) : (
                  <EmptyState title="No papers on this day." />
                )
              }
            </Loaded>
          </>
        )
      }
    </Loaded>
  );
}

/** How many papers of the day are unseen, and the way to be done with them. */
function Unseen({ papers }: { papers: readonly Paper[] }) {
  const unseen = papers.filter(({ id }) => isUnseen(id));
  if (unseen.length === 0) return null;
  return (
    <p class="list-note">
      {unseen.length.toLocaleString('en')} unseen
      <button type="button" class="button-text" onClick={() => acknowledge(...unseen)}>
        Mark all as seen
      </button>
    </p>
  );
}
