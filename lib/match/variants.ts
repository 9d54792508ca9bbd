import type { Paper } from '../paper/types';
import { foldTitle, plainTitle } from './title-text';
import type { Evidence } from './types';

/** A way in which a paper's title may stand on a page. */
export interface Variant {
  /** Without TeX and entities, as it would be read. */
  text: string;
  folded: string;
  evidence: Extract<Evidence, 'title' | 'earlier-title' | 'without-acronym' | 'without-subtitle'>;
}

/** A part of a title must be this long to stand for the whole: in folded characters, and for subtitles in words. */
const shortestRest = 24;
const shortestHead = 32;
const shortestBare = 12;
const fewestHeadWords = 6;

const wordCount = (text: string) => text.split(/\s+/).length;

/**
 * Every form of a paper's titles worth looking for, each folded form once: the titles themselves, then without
 * "ACRONYM:", then without the subtitle.
 */
export function titleVariants(paper: Pick<Paper, 'title' | 'aliases'>): Variant[] {
  const variants = new Map<string, Variant>();
  const add = (text: string, evidence: Variant['evidence']) => {
    const folded = foldTitle(text);
    if (folded !== '' && !variants.has(folded))
      variants.set(folded, { text: plainTitle(text), folded, evidence });
  };
  const titles = [paper.title, ...paper.aliases];
  titles.forEach((title, i) => {
    const evidence = i === 0 ? 'title' : 'earlier-title';
    add(title, evidence);
    const bare = withoutArticle(plainTitle(title));
    if (bare) add(bare, evidence);
  });
  for (const title of titles.map(plainTitle)) {
    const rest = withoutAcronym(title);
    if (rest) add(rest, 'without-acronym');
    const head = withoutSubtitle(title);
    if (head) add(head, 'without-subtitle');
  }
  return [...variants.values()];
}

/** "The Implicit Regularization of …" → "Implicit Regularization of …": people leave the article out. */
function withoutArticle(title: string): string | undefined {
  const [, rest] = /^(?:a|an|the)\s+(\S+\s.+)$/i.exec(title) ?? [];
  return rest && foldTitle(rest).length >= shortestBare ? rest : undefined;
}

/** "MIC: Masked Image Consistency for …" → "Masked Image Consistency for …". */
function withoutAcronym(title: string): string | undefined {
  const [, name, rest] = /^([^:]{2,40}):\s+(.+)$/.exec(title) ?? [];
  if (!name || !rest || wordCount(name) > 3 || foldTitle(rest).length < shortestRest) return undefined;
  return rest;
}

/** "Demystifying A and B in C: A Study of D" → "Demystifying A and B in C"; also behind "?" and a spaced dash. */
function withoutSubtitle(title: string): string | undefined {
  for (const { index } of title.matchAll(/:\s+\S|\?\s+\S|\s+[-–—]\s+\S/g)) {
    const head = title.slice(0, index);
    if (foldTitle(head).length >= shortestHead && wordCount(head) >= fewestHeadWords) return head;
  }
  return undefined;
}
