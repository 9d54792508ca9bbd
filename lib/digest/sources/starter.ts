import type { Day, Paper } from '@/lib/paper/types';
import { readFlat } from './flat';

/**
 * The starter digest that comes with the extension: flat records, one a line, all of one day.
 *
 * @throws where a line is no paper: the file is ours, and was built wrong.
 */
export function parseStarter(text: string): { day: Day; papers: Paper[] } {
  const papers = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const reading = readFlat(JSON.parse(line));
      if ('why' in reading) throw new Error(`Starter digest, line ${index + 1}: ${reading.why}.`);
      return reading.paper;
    });
  const day = papers[0]?.day;
  if (!day) throw new Error('The starter digest names no day.');
  return { day, papers };
}
