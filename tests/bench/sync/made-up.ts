import { pick, seededRandom } from '../random.ts';

const syllables = 'ba be co da di fo ga he in ja ka le mi no or pa qui ra se ta um ve wi xe yo zu'.split(' ');

/** A paper as full as those of the Daily Papers, in the flat form that can be imported. */
export interface MadeUpPaper {
  id: string;
  title: string;
  authors: string[];
  publishedAt: string;
  date: string;
  abstract: string;
  tldr: string;
  upvotes: number;
  ai_keywords: string[];
  organization: string;
  githubRepo: string;
  projectPage: string;
}

/** An arXiv number of a month to come. */
function arxivNumber(n: number): string {
  const month = Math.floor(n / 100_000);
  const pad = (number: number, digits: number) => String(number).padStart(digits, '0');
  return `${30 + Math.floor(month / 12)}${pad(1 + (month % 12), 2)}.${pad(n % 100_000, 5)}`;
}

/** `count` papers (at most 1,000) that no one wrote, listed on `date`, the same in every run with the same `seed`. */
export function madeUpPapers(count: number, date: string, seed: number): MadeUpPaper[] {
  const random = seededRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const word = () => Array.from({ length: 1 + upTo(3) }, () => pick(syllables, random)).join('');
  const words = (number: number) => Array.from({ length: number }, word).join(' ');
  return Array.from({ length: count }, (_, i) => {
    const name = word();
    return {
      id: arxivNumber(seed * 1_000 + i),
      title: `${name}: ${words(5 + upTo(6))}`,
      authors: Array.from({ length: upTo(12) }, () => `${word()} ${word()}`),
      publishedAt: date,
      date,
      abstract: `${words(190)}.`,
      tldr: `${words(25)}.`,
      upvotes: upTo(200),
      ai_keywords: Array.from({ length: 10 }, () => words(2)),
      organization: words(2),
      githubRepo: `https://github.com/${word()}${i}/${name}`,
      projectPage: `https://${name}${i}.example.org/`,
    };
  });
}
