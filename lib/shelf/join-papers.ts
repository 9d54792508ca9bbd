import { linkKey } from '@/lib/paper/links';
import type { Paper, PaperLink } from '@/lib/paper/types';
import { greater, unionOf } from './join';

type Lists = 'aliases' | 'authors' | 'links' | 'keywords' | 'media';
type Facts = Omit<Paper, Lists | 'title'>;

/**
 * What two shelves know of one paper, under `title`, which one of them uses. Unlike `mergePapers` it cannot ask which
 * account is the later one, field by field: the copies have met others before. So the fuller account of each field
 * stays, and every list is sorted but that of the authors.
 */
export function joinPapers(one: Paper, other: Paper, title: string): Paper {
  const media = unionOf(one.media ?? [], other.media ?? []);
  return {
    ...joinFacts(factsOf(one), factsOf(other)),
    title,
    aliases: unionOf([one.title, ...one.aliases], [other.title, ...other.aliases]).filter(
      (alias) => alias !== title,
    ),
    authors: greater(one.authors, other.authors, (names) => [names.length, JSON.stringify(names)]),
    links: joinLinks([...one.links, ...other.links]),
    keywords: unionOf(one.keywords, other.keywords),
    ...(media.length > 0 && { media }),
  };
}

function factsOf({
  title: _,
  aliases: __,
  authors: ___,
  links: ____,
  keywords: _____,
  media: ______,
  ...facts
}: Paper): Facts {
  return facts;
}

function joinFacts(one: Facts, other: Facts): Facts {
  const joined: Record<string, string | number> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = joined[key];
    joined[key] = known === undefined ? value : greater(known, value, fullness);
  }
  return joined as unknown as Facts;
}

/** A longer text says more, a date with its day more than its month alone; of two numbers the larger one stays. */
const fullness = (value: string | number) => (typeof value === 'string' ? [value.length, value] : [value]);

function joinLinks(links: PaperLink[]): PaperLink[] {
  const joined = new Map<string, PaperLink>();
  for (const link of links) {
    const key = linkKey(link.url);
    const known = joined.get(key);
    joined.set(key, known ? sameLink(known, link) : link);
  }
  return [...joined].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** The longer address leads deeper into what both name. */
function sameLink(one: PaperLink, other: PaperLink): PaperLink {
  const { kind, url } = greater(one, other, (link) => [link.url.length, link.url, link.kind]);
  const stars = Math.max(one.stars ?? -1, other.stars ?? -1);
  return { kind, url, ...(stars >= 0 && { stars }) };
}
