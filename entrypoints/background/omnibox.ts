import { type Browser, browser } from 'wxt/browser';
import { frontPage } from '@/components/paper/links';
import { getPapers } from '@/lib/digest/store';
import { formatAuthors } from '@/lib/i18n/byline';
import { t } from '@/lib/i18n/text';
import { openSearch } from '@/lib/open-search';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { ArchiveSearch } from '@/lib/search/archive-search';
import type { Highlighter, Stretch } from '@/lib/search/types';

/** More are not shown by any browser. */
const mostSuggestions = 8;

/** What an address bar suggests: where it leads, and what it says. */
export type Suggestion = Browser.omnibox.SuggestResult;

/** Kept while someone types: the index stays in memory from one letter to the next. */
let search: ArchiveSearch | undefined;
let current = new AbortController();

/** Answers what is typed in the address bar behind the keyword. */
export function answerOmnibox(): void {
  const { omnibox } = browser;
  omnibox.setDefaultSuggestion({ description: t('omnibox.search') });
  omnibox.onInputStarted.addListener(() => {
    search = openSearch();
  });
  omnibox.onInputChanged.addListener((text, suggest) => {
    current.abort();
    current = new AbortController();
    suggestFor(text, current.signal)
      .then((suggestions) => suggestions && suggest(suggestions))
      .catch((error: unknown) => console.warn('Titlelight:', error));
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    end();
    open(text, disposition).catch((error: unknown) => console.warn('Titlelight:', error));
  });
  omnibox.onInputCancelled.addListener(end);
}

function end(): void {
  current.abort();
  search = undefined;
}

/** @returns undefined where `signal` ended it */
async function suggestFor(text: string, signal: AbortSignal): Promise<Suggestion[] | undefined> {
  search ??= openSearch();
  let suggestions: Suggestion[] | undefined;
  for await (const { hits, highlighter } of search.find(text, { limit: mostSuggestions, signal })) {
    const papers = await getPapers(hits.map(({ id }) => id));
    suggestions = papers.flatMap((paper) => (paper && suggestionOf(paper, highlighter, styled)) ?? []);
  }
  return signal.aborted ? undefined : suggestions;
}

/** Firefox shows descriptions as they are; Chromium reads them as XML. */
const styled = !import.meta.env.FIREFOX;

/** A paper as an address bar shows it; undefined for one that stands nowhere on the web. */
export function suggestionOf(
  paper: Paper,
  highlighter: Pick<Highlighter, 'stretchesIn'>,
  styled: boolean,
): Suggestion | undefined {
  const content = frontPage(paper.id, paper.links);
  if (content === undefined) return undefined;
  const title = displayTitle(paper.title);
  const authors = formatAuthors(paper.authors, 3);
  if (!styled) return { content, description: authors ? `${title} · ${authors}` : title };
  const marked = markedUp(title, highlighter.stretchesIn(title, 'title'));
  return { content, description: authors ? `${marked}<dim> · ${escaped(authors)}</dim>` : marked };
}

function markedUp(text: string, stretches: readonly Stretch[]): string {
  let done = 0;
  const parts = stretches.map(({ start, end }) => {
    const part = `${escaped(text.slice(done, start))}<match>${escaped(text.slice(start, end))}</match>`;
    done = end;
    return part;
  });
  return parts.join('') + escaped(text.slice(done));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML has it, without the characters that XML cannot have. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

type Disposition = `${Browser.omnibox.OnInputEnteredDisposition}`;

/** Opens the paper that was chosen, or the library with what its search finds for what was typed. */
async function open(text: string, disposition: Disposition): Promise<void> {
  const url =
    (await pageOf(text)) ?? browser.runtime.getURL(`/library.html?${new URLSearchParams({ q: text })}`);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** A suggestion's content is the paper's address, by which it is found again: nothing is kept in between. */
async function pageOf(text: string): Promise<string | undefined> {
  if (!/^https?:\/\/\S+$/.test(text)) return undefined;
  let best: Paper | undefined;
  for await (const { hits, complete } of openSearch().find(text, { limit: 1 })) {
    if (complete) [best] = await getPapers(hits.map(({ id }) => id));
  }
  return best && frontPage(best.id, best.links);
}
