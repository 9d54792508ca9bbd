import { existsSync } from 'node:fs';
import { page } from '../../fixtures/pages/html.ts';
import { prose } from '../../fixtures/pages/prose.ts';
import { timeline } from '../../fixtures/pages/timeline.ts';
import { starter } from '../../support/starter.ts';
import { type LabelledPage, labelledPages } from '../pages/saved-pages.ts';
import { pick, seededRandom } from '../random.ts';

/** A page to be measured. */
export interface Subject {
  name: string;
  html: string;
  /** Where it stands on the web: the extension may read it there. */
  address: string;
}

/** Of each site at most one, the largest; and so many sites, those with the largest pages. */
const mostSaved = 8;

/** Saved pages to measure, or the project's own fixtures where there are none. */
export function realPages(saved: readonly LabelledPage[]): Subject[] {
  if (saved.length === 0) {
    return [
      { name: 'a page of prose', html: prose(starter), address: 'https://arxiv.org/prose' },
      { name: 'a timeline', html: timeline(starter), address: 'https://x.com/timeline' },
    ];
  }
  const bySize = saved.toSorted((a, b) => b.html.length - a.html.length);
  const largest = new Map<string, LabelledPage>();
  for (const one of bySize) {
    const site = siteOf(one);
    if (!largest.has(site)) largest.set(site, one);
  }
  return [...largest.values()]
    .slice(0, mostSaved)
    .map((one) => ({ name: siteOf(one), html: one.html, address: one.address }));
}

const siteOf = ({ file }: LabelledPage) => file.split('/')[0] as string;

/** Every saved page; none where there is no folder of them. */
export function savedPages(pages: string, labels: string): LabelledPage[] {
  return existsSync(labels) ? [...labelledPages(pages, labels)] : [];
}

const letters = 'etaoinshrdlucmfwypvbgkq'.split('');

/**
 * Prose that nobody wrote, `characters` long: paragraphs of some sixty words, with emphasis and links as pages have them,
 * and some lists. No paper is named.
 */
export function generatedPage(characters: number): string {
  const random = seededRandom(characters);
  const letter = () => letters[Math.floor(letters.length * random() ** 1.6)] as string;
  const words = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, letter).join(''),
  );
  const some = (count: number) => Array.from({ length: count }, () => pick(words, random)).join(' ');
  const parts: string[] = [];
  for (let length = 0; length < characters; ) {
    const [one, two, three] = [some(25), some(3), some(30)];
    length += one.length + two.length + three.length + 4;
    const kind = random();
    if (kind < 0.3) parts.push(`<p>${one}, <em>${two}</em>. ${three}.</p>`);
    else if (kind < 0.6)
      parts.push(`<p>${one}, <a href="/${two.replaceAll(' ', '-')}">${two}</a>. ${three}.</p>`);
    else if (kind < 0.9) parts.push(`<p>${one}, ${two}. ${three}.</p>`);
    else parts.push(`<ul><li>${one}, <b>${two}</b></li><li>${three}.</li></ul>`);
  }
  return page({ title: 'Prose', body: parts.join('\n') });
}

export function sizeOf(html: string): string {
  const kB = Buffer.byteLength(html) / 1_000;
  return kB < 1_000 ? `${Math.round(kB)} kB` : `${(kB / 1_000).toFixed(1)} MB`;
}
