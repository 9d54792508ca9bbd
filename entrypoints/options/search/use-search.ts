import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { holdsWords, rangesOf, wordsOf } from './find-words';

const name = 'titlelight-found';

/**
 * The ids of the sections in which everything that is searched for stands. What is written in them is searched as it is
 * now, so that no setting has to be listed a second time; the words are lit.
 *
 * @param container holds an element with `data-section` for each section
 */
export function useSearch(
  container: RefObject<HTMLElement | null>,
  query: string,
): ReadonlySet<string> | undefined {
  const [found, setFound] = useState<ReadonlySet<string>>();
  useLayoutEffect(() => {
    const words = wordsOf(query);
    const root = container.current;
    if (!root || words.length === 0) {
      setFound(undefined);
      return;
    }
    const look = () => {
      const parts = [...root.querySelectorAll<HTMLElement>('[data-section]')];
      const holding = parts.filter((part) => holdsWords(part, words));
      const now = new Set(holding.map((part) => part.dataset.section ?? ''));
      // The same set again would be another render, which touches the text and has us look once more, without end.
      setFound((before) => (before && before.symmetricDifference(now).size === 0 ? before : now));
      CSS.highlights.set(name, new Highlight(...holding.flatMap((part) => rangesOf(part, words))));
    };
    look();
    // Settings come from storage, and may come after the words.
    const changes = new MutationObserver(look);
    changes.observe(root, { childList: true, characterData: true, subtree: true });
    return () => {
      changes.disconnect();
      CSS.highlights.delete(name);
    };
  }, [query]);
  return found;
}
