import { uniteLinks } from './links';
import type { Paper } from './types';

/** True where a paper is known by an arXiv number or DOI, not by its title alone. */
export const isIdentified = (paper: Pick<Paper, 'id'>) => !paper.id.startsWith('title:');

/**
 * What is known of one paper from two accounts of it. Nothing is lost: a field that `later` lacks stays, and what both
 * have is taken from `later` unless the earlier account says more.
 */
export function mergePapers(known: Paper, later: Paper): Paper {
  // An account with an id knows the paper's present title better than one that had nothing but a title.
  const named = isIdentified(known) && !isIdentified(later) ? known : later;
  const other = named === known ? later : known;
  const id = isIdentified(known) ? known.id : later.id;
  return {
    ...known,
    ...withoutMissing(later),
    id,
    title: named.title,
    aliases: aliasesOf(named.title, [...known.aliases, ...named.aliases, ...other.aliases, other.title]),
    authors: longer(known.authors, later.authors),
    links: uniteLinks(known.links, later.links),
    keywords: [...new Set([...known.keywords, ...later.keywords])],
    ...present('publishedAt', fuller(known.publishedAt, later.publishedAt)),
    ...present('abstract', fullerAbstract(known.abstract, later.abstract)),
  };
}

/** The paper with every one of `titles` that is not its own among its aliases. */
export function withAliases(paper: Paper, titles: readonly string[]): Paper {
  return { ...paper, aliases: aliasesOf(paper.title, [...titles, ...paper.aliases]) };
}

function withoutMissing(paper: Paper): Partial<Paper> {
  return Object.fromEntries(Object.entries(paper).filter(([, value]) => value !== undefined));
}

function present<K extends keyof Paper>(key: K, value: Paper[K] | undefined): Partial<Paper> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Paper>);
}

/** Every other title, each once; one that differs in case, spaces or punctuation alone is the same title. */
function aliasesOf(title: string, others: string[]): string[] {
  const seen = new Set(['', letters(title)]);
  return others.filter((other) => {
    const key = letters(other);
    return !seen.has(key) && seen.add(key);
  });
}

const letters = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const longer = <T>(known: T[], later: T[]) => (later.length >= known.length ? later : known);

/** A date with its day rather than its month alone. */
function fuller(known: string | undefined, later: string | undefined): string | undefined {
  return (later?.length ?? 0) >= (known?.length ?? 0) ? later : known;
}

/** Some sources give only the beginning of an abstract and dots. */
function fullerAbstract(known: string | undefined, later: string | undefined): string | undefined {
  if (!known || !later) return later || known;
  const cut = /(?:\.{3}|…)$/.test(later.trimEnd());
  return cut && later.length < known.length ? known : later;
}
