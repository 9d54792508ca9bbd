import type { Figure } from './figures.ts';
import { runAlone } from './run-alone.ts';

/** What `npm run bench` was called with, paths resolved. */
export interface BenchInput {
  /** The built extension. */
  built: string;
  /** Folder of the shared data, which other machines may lack. */
  data: string;
  /** 40,000 papers, a line each, gzipped. */
  digest: string;
  pages: string;
  labels: string;
  starter: string;
  packages: string;
  /** Errors to list of each kind. */
  errors: number;
  all: boolean;
  /** Saved pages alone, with a digest or pages of the caller's. */
  onlyPages: boolean;
  onlyText: boolean;
  /** How long to scroll. */
  minutes: number;
}

/** One benchmark: a new one is one more entry. */
export interface Bench {
  /** One line. */
  measures: string;
  /** Whether it cannot do without the shared data. */
  needsData: boolean;
  /** Modules are imported here, so that no benchmark loads what another one needs. */
  run(input: BenchInput): Promise<Figure[]>;
}

export const benches: Record<string, Bench> = {
  match: {
    measures: 'recall, false marks and wake-ups on text; then marks on saved pages in Chromium',
    needsData: true,
    async run({ data, packages, errors, all, onlyPages, onlyText, digest, pages, labels }) {
      const onText = onlyPages
        ? []
        : await runAlone<Figure[]>('match/main.ts', { data, packages, errors, all });
      if (onlyText) return onText;
      const { judgePages } = await import('./pages/judge-pages.ts');
      return [...onText, ...(await judgePages({ digest, pages, labels, errors }))];
    },
  },
  scan: {
    measures: 'speed of fold and filter against a bare loop',
    needsData: true,
    async run({ data, starter }) {
      return runAlone('scan/main.ts', await runAlone('scan/prepare.ts', { data, starter }));
    },
  },
  page: {
    measures:
      'what the extension adds to the main thread of pages, against a bare walk; wake-ups and changes',
    needsData: false,
    async run({ digest, pages, labels }) {
      const { ArchiveBrowser } = await import('./archive-browser.ts');
      const { measurePageCost } = await import('./page/main.ts');
      const { savedPages } = await import('./page/subjects.ts');
      return ArchiveBrowser.with(digest, (browser) =>
        browser.start((titlelight) => measurePageCost(titlelight, browser.web, savedPages(pages, labels))),
      );
    },
  },
  living: {
    measures: 'from a title’s appearance on pages that change to its mark',
    needsData: false,
    async run() {
      const { measureLiving } = await import('./living/main.ts');
      return measureLiving();
    },
  },
  hostile: {
    measures: 'the longest task of ours on pages that would slow down whoever reads them',
    needsData: false,
    async run() {
      const { measureHostile } = await import('./hostile/main.ts');
      return measureHostile();
    },
  },
  memory: {
    measures: 'what a page holds after ten minutes of scrolling a list of recycled nodes (--minutes)',
    needsData: false,
    async run({ minutes }) {
      const { measureMemory } = await import('./memory/main.ts');
      return measureMemory(minutes);
    },
  },
  hover: {
    measures: "from the pointer's rest to the card, against a bare popover",
    needsData: false,
    async run() {
      const { measureHover } = await import('./hover/main.ts');
      return measureHover();
    },
  },
  sync: {
    measures: 'worker time, transactions and memory with 40,000 papers stored',
    needsData: false,
    async run({ digest }) {
      const { measureSync } = await import('./sync/main.ts');
      const { measureBackfill } = await import('./sync/backfill.ts');
      return [...(await measureSync(digest)), ...(await measureBackfill())];
    },
  },
  search: {
    measures: 'search over 40,000 papers: building, cold, letter by letter, related papers, memory and disk',
    needsData: false,
    async run({ digest }) {
      const { ArchiveBrowser } = await import('./archive-browser.ts');
      const { measureSearch } = await import('./search/main.ts');
      const { measureBuilding } = await import('./search/building.ts');
      return ArchiveBrowser.with(digest, async (browser) => [
        ...(await measureSearch(browser)),
        ...(await measureBuilding(browser)),
      ]);
    },
  },
  popup: {
    measures:
      'from opening the popup to its list, and from keystroke to results, with 40,000 papers and a cold worker',
    needsData: false,
    async run({ digest }) {
      const { ArchiveBrowser } = await import('./archive-browser.ts');
      const { measureOpening } = await import('./popup/opening.ts');
      const { measureTyping } = await import('./popup/typing.ts');
      return [...(await measureOpening(digest)), ...(await ArchiveBrowser.with(digest, measureTyping))];
    },
  },
  library: {
    measures: 'opening, scrolling, filtering and searching the library with 40,000 papers stored',
    needsData: false,
    async run({ digest }) {
      const { ArchiveBrowser } = await import('./archive-browser.ts');
      const { measureLibrary } = await import('./library/main.ts');
      const { measureSearching } = await import('./library/searching.ts');
      return ArchiveBrowser.with(digest, async (browser) => [
        ...(await browser.start(measureLibrary)),
        ...(await measureSearching(browser)),
      ]);
    },
  },
  size: {
    measures: 'gzipped size of scripts, pages and the package',
    needsData: false,
    async run({ built }) {
      const { measureSize } = await import('./size/main.ts');
      return measureSize(built);
    },
  },
};
