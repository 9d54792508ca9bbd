import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watcher } from '@/lib/digest/watch/matches';
import { findPhrase, foldWords } from '@/lib/digest/watch/phrase';
import type { Paper } from '@/lib/paper/types';
import type { WatchField } from '@/lib/settings/digest';

const paper: Paper = {
  id: 'arxiv:2999.10002',
  title: 'On Counting Moths Around a Reading Lamp',
  aliases: [],
  authors: ['Ann Bee van der Cee', 'Déé Éff'],
  abstract: 'Moths were counted for a summer. A multi-modal rule for moths that come back $O(n^2)$.',
  links: [],
  keywords: ['counting', 'night vision'],
  organization: 'Institute of Lamps',
};

const found = (words: string, field: WatchField = 'any') =>
  watcher([{ field, words }])(paper).map(({ part, text, found }) => [
    part,
    text.slice(found.start, found.end),
  ])[0];

const part = (words: string, text: string) => {
  const stretch = findPhrase(foldWords(words), foldWords(text));
  return stretch && text.slice(stretch.start, stretch.end);
};

describe('a phrase in a text', () => {
  it.each([
    ['lamp', 'a LAMP, lit', 'LAMP'],
    ['café', 'the CAFE\u0301 at night', 'CAFE\u0301'],
    ['cafe', 'the Café', 'Café'],
    ['multi-modal', 'a multimodal rule', 'multimodal'],
    ['multi-modal', 'a multi modal rule', 'multi modal'],
    ['multimodal', 'a Multi-Modal rule', 'Multi-Modal'],
    ['reading  lamp', 'a reading\nlamp', 'reading\nlamp'],
    ['GPT-4', 'with GPT4.', 'GPT4'],
    ['扩散', '基于扩散模型', '扩散'],
    ['lamp', 'clamp, lamps; lamp', 'lamp'],
  ])('%j stands in %j', (words, text, expected) => expect(part(words, text)).toBe(expected));

  it.each([
    ['lamp', 'clamps and lamps'],
    ['one', 'on e-mail'],
    ['multi modal', 'a multimodal rule'],
    ['lamp reading', 'a reading lamp'],
    ['reading lamp', 'a reading yellow lamp'],
    ['night', ''],
  ])('%j does not stand in %j', (words, text) => expect(part(words, text)).toBeUndefined());

  it('stands nowhere without a letter or digit', () => {
    expect(part(' — ++ ', 'a — ++ b')).toBeUndefined();
  });

  it('is found in whatever stands round it, and never throws', () => {
    const pieces = [...'ab r-\u00ad\u0301\ud800\u200b扩ﬁß²𝔸', '👍🏽', 'reading', 'lamp'];
    const wild = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 });
    fc.assert(
      fc.property(wild, wild, (before, after) => {
        expect(part('reading lamp', `${before} Reading-Lamp ${after}`)).toBeDefined();
        part(before, after);
      }),
    );
  });
});

describe('watch words', () => {
  it('are found in the field they are for', () => {
    expect(found('moths', 'text')).toEqual(['title', 'Moths']);
    expect(found('summer', 'text')).toEqual(['abstract', 'summer']);
    expect(found('night', 'keyword')).toEqual(['keyword', 'night']);
    expect(found('lamps', 'organization')).toEqual(['organization', 'Lamps']);
    expect(found('moths', 'keyword')).toBeUndefined();
    expect(found('counting', 'author')).toBeUndefined();
  });

  it('are found anywhere, in the most telling place', () => {
    expect(found('counting')).toEqual(['keyword', 'counting']);
    expect(found('moths')).toEqual(['title', 'Moths']);
  });

  it('mean an author by family or whole name, never by a given name', () => {
    expect(found('van der cee', 'author')).toEqual(['author', 'van der Cee']);
    expect(found('ann bee VAN DER CEE', 'author')).toEqual(['author', 'Ann Bee van der Cee']);
    expect(found('eff', 'author')).toEqual(['author', 'Éff']);
    expect(found('Ann', 'author')).toBeUndefined();
    expect(found('Dee')).toBeUndefined();
    expect(found('van der', 'author')).toBeUndefined();
  });

  it('are looked for in what a reader sees', () => {
    expect(found('O(n²)', 'text')).toEqual(['abstract', 'O(n²']);
  });

  it('are each found once, in their own order', () => {
    const words = [
      { field: 'text', words: 'rule' },
      { field: 'any', words: '…' },
      { field: 'author', words: 'Éff' },
      { field: 'any', words: 'nowhere' },
    ] as const;
    expect(watcher(words)(paper).map(({ word }) => word.words)).toEqual(['rule', 'Éff']);
  });
});
