import { bluesky } from './bluesky';
import { linkBoards } from './link-boards';
import type { Reading } from './reading';
import { reddit } from './reddit';
import { x } from './x';

/** Every family of sites that is not read as any page is. */
const readings: readonly Reading[] = [x, reddit, linkBoards, bluesky];

/** How a site is to be read; nothing of its own for nearly every site. */
export function readingOf(host: string): Omit<Reading, 'hosts'> {
  return readings.find(({ hosts }) => hosts.test(host)) ?? {};
}
