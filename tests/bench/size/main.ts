import { join } from 'node:path';
import { atMost, type Figure, noted } from '../figures.ts';
import { filesIn, kilobytes, loadedBy } from './weigh.ts';

/** What the built extension weighs, in kB (1,000 bytes), each file gzipped on its own. */
export function measureSize(built: string): Figure[] {
  const one = (name: string) => kilobytes([join(built, name)]);
  const page = (name: string) => kilobytes(loadedBy(`${name}.html`, built));
  return [
    atMost('scanner, on every page', one('scanner.js'), 'kB', 12),
    atMost('card, where something was found', one('card.js'), 'kB', 45),
    atMost('popup', page('popup'), 'kB', 60),
    noted('library, formulas aside', page('library'), 'kB'),
    noted('options', page('options'), 'kB'),
    noted('welcome', page('welcome'), 'kB'),
    noted('worker', one('background.js'), 'kB'),
    atMost('the whole package', kilobytes(filesIn(built)), 'kB', 400),
  ];
}
