import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A heading this far from the window's top, in CSS pixels, has arrived there. */
const line = 100;

/** The id of the section that someone reads: the last one whose heading has come to the window's top.*/
export function useSectionInSight(container: RefObject<HTMLElement | null>): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const look = () => {
      const parts = [
        ...(container.current?.querySelectorAll<HTMLElement>('[data-section]:not([hidden])') ?? []),
      ];
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const passed = parts.filter((part) => atEnd || part.getBoundingClientRect().top < line);
      setCurrent((passed.at(-1) ?? parts[0])?.dataset.section);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  return current;
}
