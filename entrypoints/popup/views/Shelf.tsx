import { EmptyState } from '@/components/controls/states';
import { shelf } from '../state/shelf';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function Shelf() {
  return (
    <Loaded from={shelf}>
      {(entries) =>
        entries.length > 0 ? (
          <Papers papers={entries.map(({ paper }) => paper)} />
        ) : (
          <EmptyState title="Your shelf is empty.">
            <p>
              Save a paper from its card on a page, or press <kbd class="key">s</kbd> on one in a list. It
              stays on this machine.
            </p>
          </EmptyState>
        )
      }
    </Loaded>
  );
}
