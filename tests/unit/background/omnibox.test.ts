import { beforeEach, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';
import { paper, searchOver } from '../search/library';

type Listener = (...given: never[]) => void;
const listeners: Record<string, Listener> = {};
const event = (name: string) => ({
  addListener: (listener: Listener) => Object.assign(listeners, { [name]: listener }),
});
const update = vi.fn();
const create = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: {
    omnibox: {
      setDefaultSuggestion: () => {},
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
      onInputCancelled: event('cancelled'),
    },
    tabs: { update: async (to: object) => update(to), create: async (to: object) => create(to) },
    runtime: { getURL: (path: string) => `chrome-extension://id${path}` },
  },
}));

const papers: Paper[] = [
  paper('2601.00001', 'Lanterns <b>&</b> "Lamps"', { authors: ['Ada Wick'], day: '2026-01-02' }),
  paper('2601.00002', 'Lamps\u0007 of Night', { day: '2026-01-01' }),
  paper('title:abc', 'Lamps without a Place'),
  paper('title:def', 'Lamps with Code', { links: [{ kind: 'code', url: 'https://github.com/wick/lamps' }] }),
];
const { search } = await searchOver(papers);
vi.mock('@/lib/open-search', () => ({ openSearch: () => search }));
vi.mock('@/lib/digest/store', () => ({
  getPapers: async (ids: PaperId[]) => ids.map((id) => papers.find((one) => one.id === id)),
}));

const { answerOmnibox, suggestionOf } = await import('@/entrypoints/background/omnibox');
answerOmnibox();
beforeEach(() => vi.clearAllMocks());

const call = (name: string, ...given: unknown[]) => listeners[name]?.(...(given as never[]));
const lamps = {
  stretchesIn: (text: string) => [{ start: text.indexOf('Lamps'), end: text.indexOf('Lamps') + 5 }],
};

it('says a title as XML, with what was found in it', () => {
  expect(suggestionOf(papers[0] as Paper, lamps, true)).toEqual({
    content: 'https://arxiv.org/abs/2601.00001',
    description: 'Lanterns &lt;b&gt;&amp;&lt;/b&gt; &quot;<match>Lamps</match>&quot;<dim> · Ada Wick</dim>',
  });
  expect(suggestionOf(papers[1] as Paper, lamps, true)?.description).toBe('<match>Lamps</match> of Night');
});

it('says it plainly where the browser knows no XML', () => {
  expect(suggestionOf(papers[0] as Paper, lamps, false)?.description).toBe(
    'Lanterns <b>&</b> "Lamps" · Ada Wick',
  );
});

it('leaves out a paper that stands nowhere on the web', () => {
  expect(suggestionOf(papers[2] as Paper, lamps, true)).toBeUndefined();
});

it('suggests papers as one types, the last letter alone', async () => {
  const suggest = vi.fn();
  call('started');
  call('changed', 'la', suggest);
  call('changed', 'lamps', suggest);
  await vi.waitFor(() => expect(suggest).toHaveBeenCalled());
  expect(suggest).toHaveBeenCalledTimes(1);
  const [suggestions] = suggest.mock.calls[0] as [{ content: string }[]];
  expect(suggestions.map(({ content }) => content).sort()).toEqual([
    'https://arxiv.org/abs/2601.00001',
    'https://arxiv.org/abs/2601.00002',
    'https://github.com/wick/lamps',
  ]);
});

it.each([
  ['https://arxiv.org/abs/2601.00002', 'currentTab', 'https://arxiv.org/abs/2601.00002'],
  ['https://github.com/wick/lamps', 'currentTab', 'https://github.com/wick/lamps'],
  ['lanterns has:code', 'currentTab', 'chrome-extension://id/library.html?q=lanterns+has%3Acode'],
  [
    'https://elsewhere.example/',
    'currentTab',
    'chrome-extension://id/library.html?q=https%3A%2F%2Felsewhere.example%2F',
  ],
])('opens for %s in the %s: %s', async (text, disposition, url) => {
  call('entered', text, disposition);
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ url }));
});

it.each([
  ['newForegroundTab', true],
  ['newBackgroundTab', false],
])('opens a %s', async (disposition, active) => {
  call('entered', 'https://arxiv.org/abs/2601.00001', disposition);
  await vi.waitFor(() =>
    expect(create).toHaveBeenCalledWith({ url: 'https://arxiv.org/abs/2601.00001', active }),
  );
});
