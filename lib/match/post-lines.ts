import type { Stretch } from './scan';

/**
 * A line of a post without the tags that posters put around a title: "[R] Title", "Title (2024) [pdf]", and the host behind
 * it. No longer than a title that has to stand alone to be one.
 */
const postLine =
  /(?<=^|\] ?)[^\s[\](][^\n[\]]{2,60}?(?=\s*(?:\(\d{4}\)\s*)?(?:\[[^\n\]]*\]\s*)*(?:\(\S+\))?$)/gm;

/** What each line of a post says, as UTF-16 offsets: there a title may stand by itself, however short it is. */
export function postLines(text: string): Stretch[] {
  return [...text.matchAll(postLine)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
