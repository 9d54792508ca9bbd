/** A paper as the served world knows it. */
export interface ServedPaper {
  /** arXiv number without version. */
  id: string;
  title: string;
  summary: string;
  authors: string[];
  /** `YYYY-MM-DD` */
  publishedAt: string;
  upvotes: number;
  comments: number;
  submitter: string;
  /** arXiv's, primary one first. */
  categories: string[];
  keywords?: string[];
  tldr?: string;
  repository?: string;
  stars?: number;
  projectPage?: string;
  organization?: string;
  thumbnail?: string;
  media?: string[];
  withdrawnAt?: string;
}

const qualities =
  'Patient Sparse Borrowed Quiet Modular Lazy Frugal Nested Humble Portable Woven Amber'.split(' ');
const things =
  'Teapots Lanterns Gardens Bicycles Orchards Kettles Compasses Blankets Ladders Pebbles Violins Rafts Umbrellas Candles Baskets Bridges Mirrors Anchors Feathers Clocks Marbles Puddles Whistles Hammocks'.split(
    ' ',
  );
const ways =
  'Folding Sorting Weighing Polishing Stacking Tuning Sketching Rinsing Baking Mapping Knitting Sanding'.split(
    ' ',
  );
const places =
  'Mountain Harbour Desert Attic Meadow Island Cellar Valley Market Station Library Rooftop'.split(' ');
const categories = ['cs.CL', 'cs.LG', 'cs.CV', 'stat.ML'];
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The paper with a number of its own: the same number, the same paper; another number, another title. */
export function inventedPaper(number: number, publishedAt: string): ServedPaper {
  const pick = <T>(from: readonly T[], step: number) => from[Math.floor(number / step) % from.length] as T;
  const [quality, thing, way, place] = [
    pick(qualities, 1),
    pick(things, qualities.length),
    pick(ways, qualities.length * things.length),
    pick(places, qualities.length * things.length * ways.length),
  ];
  const id = `${publishedAt.slice(2, 4)}${publishedAt.slice(5, 7)}.${String(number % 100_000).padStart(5, '0')}`;
  const slug = `${quality}-${thing}-${number}`.toLowerCase();
  const known = number % 3 === 0;
  return {
    id,
    title: `${quality} ${thing} for ${way} in the ${place} of Models`,
    summary: `We look at ${thing.toLowerCase()} of the ${quality.toLowerCase()} kind.\nThey help with ${way.toLowerCase()}, as invented figures show.`,
    authors: [0, 1, 2].map((at) => `${letters[(number + at) % letters.length]}. Author`),
    publishedAt,
    upvotes: number % 97,
    comments: number % 5,
    submitter: `submitter-${number % 7}`,
    categories: [pick(categories, 1), pick(categories, 2)].filter((one, at, all) => all.indexOf(one) === at),
    keywords: [thing.toLowerCase(), way.toLowerCase()],
    tldr: `${thing} make ${way.toLowerCase()} easier.`,
    ...(known && {
      repository: `https://github.com/placeholder-lab/${slug}`,
      stars: number % 411,
      projectPage: `https://placeholder-lab.github.io/${slug}/`,
      organization: 'Placeholder Lab',
      media: [`https://example.org/media/${id}.png`],
    }),
    thumbnail: `https://example.org/thumbnails/${id}.png`,
  };
}

/** What a reader of the list can know of a paper, in the extension's own terms. */
export function asListed(paper: ServedPaper, day: string) {
  const { id, summary, repository, stars, projectPage, categories: _, ...same } = paper;
  return {
    ...same,
    id: `arxiv:${id}`,
    abstract: summary,
    day,
    keywords: paper.keywords ?? [],
    links: [
      ...(repository ? [{ kind: 'code', url: repository, ...(stars !== undefined && { stars }) }] : []),
      ...(projectPage ? [{ kind: 'project', url: projectPage }] : []),
    ],
  };
}
