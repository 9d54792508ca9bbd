import { describe, expect, it } from 'vitest';
import { IndexBuilder } from '@/lib/match/index-builder';
import type { MembershipFilter } from '@/lib/match/membership';
import type { Matchable } from '@/lib/match/mentions';
import type { NodeBlock } from '@/lib/page/blocks';
import { KnownLinks } from '@/lib/page/known-links';
import { queriesFor } from '@/lib/page/read-block';
import { matcher, paper } from '../match/papers';

const kept = paper('arxiv:2405.00001', 'Keeping a Thousand Paper Lanterns Alight in Strong Autumn Winds');
const gone = paper('arxiv:2405.00002', 'Quite Another Matter of Teapots and Their Lids');
const fresh = paper('arxiv:2405.00003', 'The Slow Art of Candle Making: A Field Guide for Beginners');

async function filterOf(papers: Matchable[], generation: number) {
  const builder = new IndexBuilder();
  builder.add(papers);
  return (await builder.build(generation)).filter;
}

/** A block as the page would read it, but for the DOM. */
function blockOf(data: string): NodeBlock {
  const piece = { node: { data } as Text, data, from: 0, to: data.length, afterBreak: false };
  return { pieces: [piece], links: [], startsBlock: true, endsBlock: true };
}

const linksOf = (filter: MembershipFilter) => new KnownLinks(filter, 'https://a.example/');
const old = await filterOf([kept, gone], 4);
const answer = await matcher([kept, fresh]);
const ask = (text: string) => queriesFor(blockOf(text), old, linksOf(old)).map(({ block }) => answer(block));

describe('a page whose filter is a generation behind the index', () => {
  it('is answered with what the index knows by now', () => {
    expect(ask(kept.title)).toMatchObject([[{ paper: kept.id, start: 0, end: kept.title.length }]]);
  });

  it('is told that a paper is gone', () => {
    expect(ask(gone.title)).toEqual([[]]);
  });

  it('learns of a new paper where it asks for an old one', () => {
    const [mentions] = ask(`${kept.title}. ${fresh.title}.`);
    expect(mentions?.map(({ paper: id }) => id)).toEqual([kept.id, fresh.id]);
  });

  it('asks nothing for a new paper alone, until the filter comes', async () => {
    expect(ask(fresh.title)).toEqual([]);
    const next = await filterOf([kept, fresh], 5);
    const later = queriesFor(blockOf(fresh.title), next, linksOf(next));
    expect(later.map(({ block }) => answer(block))).toMatchObject([[{ paper: fresh.id }]]);
  });
});
