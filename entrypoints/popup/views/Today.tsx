import { DayStepper } from '@/components/controls/DayStepper';
import { EmptyState } from '@/components/controls/states';
import { dayPapers, digest, shown, stepTo } from '../state/days';
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
                  <Papers key={day} papers={papers} />
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
