import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How long something must be on view to have been seen, in milliseconds. */
const glance = 1_000;
/** How much of it. */
const enough = 0.6;

/** Calls back once, when the element has been on view for a second. */
export function useOnView(element: RefObject<HTMLElement | null>, onView: () => void): void {
  const latest = useRef(onView);
  latest.current = onView;
  useEffect(() => {
    if (!element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        if (!entries.at(-1)?.isIntersecting) return;
        timer = setTimeout(() => {
          observer.disconnect();
          latest.current();
        }, glance);
      },
      { threshold: enough },
    );
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
}
