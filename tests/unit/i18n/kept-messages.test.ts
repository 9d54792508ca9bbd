import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { keptMessages } from '@/components/card/kept-messages';
import { messagesOf } from '../../support/locale.ts';
import { textsIn } from '../../support/source-texts.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A file and all that it imports, as far as it is code of ours that runs. */
function graphOf(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(root, file), 'utf8');
  for (const [, target = ''] of code.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
    const path = target.startsWith('@/') ? join(root, target.slice(2)) : resolve(root, dirname(file), target);
    const found = ['.ts', '.tsx'].map((ending) => path + ending).find(existsSync);
    if (found) graphOf(relative(root, found), seen);
  }
  return seen;
}

it('the card keeps every message that it may need once its extension is gone', async () => {
  const names = new Set(Object.keys(await messagesOf('en')));
  const files = [...graphOf('components/card/start-card.ts', new Set())].filter(
    (file) => file !== 'components/card/kept-messages.ts',
  );
  const used = files
    .flatMap(textsIn)
    .filter(({ text }) => /\w\.\w/.test(text) && names.has(text.replaceAll('.', '_')));
  expect([...keptMessages].sort()).toEqual([...new Set(used.map(({ text }) => text))].sort());
});

it('the scanner brings no messages along', () => {
  expect(
    [...graphOf('entrypoints/scanner.ts', new Set())].filter((file) => file.startsWith('lib/i18n/')),
  ).toEqual([]);
});
