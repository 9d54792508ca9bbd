import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceFailure } from '@/lib/digest/net/failure';
import type { Source } from '@/lib/digest/sources/source';
import { answerArxiv } from '../../../support/api/arxiv';
import { World } from '../../../support/api/world';
import { switchedOn } from './api';

const day = '2026-03-02';

/** Whatever a server answers, it is read or refused in words; never anything else. */
async function survives(source: Source, text: string): Promise<void> {
  const outcome = await source
    .read({ day }, async () => ({ unchanged: false, text }), [])
    .catch((error) => {
      if (!(error instanceof SourceFailure)) throw error;
      return error.failure;
    });
  if (outcome === 'unchanged' || outcome === 'undivided') throw new Error(`A day is ${outcome}.`);
  expect('kind' in outcome ? outcome.kind : [...outcome.days.keys()]).toEqual(
    'kind' in outcome ? 'nonsense' : [day],
  );
}

const field = fc.constantFrom(
  'id',
  'title',
  'summary',
  'authors',
  'upvotes',
  'mediaUrls',
  'organization',
  'x',
);
const record = fc.dictionary(field, fc.anything({ maxDepth: 2 }));

it('any JSON', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc
          .array(
            fc.oneof(
              record,
              record.map((paper) => ({ paper })),
            ),
          )
          .map((all) => JSON.stringify(all)),
      ),
      (text) => survives(switchedOn('hugging-face'), text),
    ),
  ));

const world = new World();
world.day(day).add({ ...world.invent(day), categories: ['cs.CL'] });
const address = new URL(
  'https://export.arxiv.org/api/query?search_query=cat:cs.CL+AND+submittedDate:[202603020000+TO+202603022359]',
);
const feed = answerArxiv(world, address, undefined).body;

it('any piece of a feed, with anything in its middle', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(feed.length), fc.nat(40), fc.string(), (at, length, text) =>
      survives(switchedOn('arxiv', 'cs.CL'), feed.slice(0, at) + text + feed.slice(at + length)),
    ),
  ));
