import { describe, expect, it, vi } from 'vitest';
import { type Described, Descriptions } from '@/components/card/descriptions';
import type { PaperId } from '@/lib/paper/types';

const idOf = (number: number): PaperId => `arxiv:2603.${String(number).padStart(5, '0')}`;

function described(id: PaperId, more: Partial<Described> = {}): Described {
  const paper = { id, title: `Paper ${id}`, aliases: [], authors: [], links: [], keywords: [] };
  return { paper, saved: false, moved: { upvotes: 0, stars: 0 }, sharing: [], ...more };
}

/** A worker that knows every paper but the one numbered 0. */
function worker() {
  const answers = new Map<PaperId, Partial<Described>>();
  const ask = vi.fn(async (ids: PaperId[]) =>
    ids.map((id) => (id === idOf(0) ? null : described(id, answers.get(id)))),
  );
  return { ask, answers, descriptions: new Descriptions(ask) };
}

describe('what is known of papers', () => {
  it('is there without asking, once it was asked for', async () => {
    const { ask, descriptions } = worker();
    expect(descriptions.peek(idOf(1))).toBeUndefined();
    await descriptions.ask(idOf(1));
    expect(descriptions.peek(idOf(1))).toEqual(described(idOf(1)));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is asked for ahead in one message, each paper once, and no more than a card may need', async () => {
    const { ask, descriptions } = worker();
    const page = Array.from({ length: 500 }, (_, i) => idOf(i));
    await descriptions.expect([...page, ...page]);
    expect(ask.mock.calls.map(([ids]) => ids)).toEqual([page.slice(0, 60)]);
    await descriptions.expect(page);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(descriptions.peek(idOf(0))).toBeNull();
    expect(descriptions.peek(idOf(59))).toBeDefined();
    expect(descriptions.peek(idOf(60))).toBeUndefined();
  });

  it('is asked for once by two at once, and anew by the next', async () => {
    const { ask, answers, descriptions } = worker();
    await Promise.all([descriptions.ask(idOf(1)), descriptions.ask(idOf(1))]);
    expect(ask).toHaveBeenCalledTimes(1);
    answers.set(idOf(1), { saved: true, status: 'to-read' });
    expect(await descriptions.ask(idOf(1))).toMatchObject({ saved: true });
    expect(descriptions.peek(idOf(1))).toMatchObject({ saved: true });
  });

  it('is the same object as long as it says the same', async () => {
    const { answers, descriptions } = worker();
    const first = await descriptions.ask(idOf(1));
    expect(await descriptions.ask(idOf(1))).toBe(first);
    answers.set(idOf(1), { saved: true });
    expect(await descriptions.ask(idOf(1))).not.toBe(first);
  });

  it('keeps what had moved before the card was first looked at', async () => {
    const { answers, descriptions } = worker();
    answers.set(idOf(1), { moved: { upvotes: 3, stars: 40 } });
    await descriptions.ask(idOf(1));
    answers.set(idOf(1), { moved: { upvotes: 0, stars: 0 } });
    expect(await descriptions.ask(idOf(1))).toMatchObject({ moved: { upvotes: 3, stars: 40 } });
  });

  it('is what was just changed', async () => {
    const { descriptions } = worker();
    await descriptions.ask(idOf(1));
    descriptions.change(idOf(1), { saved: true, status: 'reading' });
    expect(descriptions.peek(idOf(1))).toMatchObject({ saved: true, status: 'reading' });
    descriptions.change(idOf(2), { saved: true });
    expect(descriptions.peek(idOf(2))).toBeUndefined();
  });

  it('stays where the worker cannot be reached, and is asked for again', async () => {
    const { ask, descriptions } = worker();
    const first = await descriptions.ask(idOf(1));
    ask.mockRejectedValueOnce(new Error('Gone.'));
    await expect(descriptions.ask(idOf(1))).rejects.toThrow('Gone.');
    expect(descriptions.peek(idOf(1))).toBe(first);
    expect(await descriptions.ask(idOf(1))).toBe(first);
  });

  it('does not grow with the page: the papers of the longest ago are forgotten', async () => {
    const { descriptions } = worker();
    for (let i = 1; i <= 150; i += 1) await descriptions.ask(idOf(i));
    expect(descriptions.peek(idOf(50))).toBeUndefined();
    expect(descriptions.peek(idOf(51))).toBeDefined();
    expect(descriptions.peek(idOf(150))).toBeDefined();
  });
});
