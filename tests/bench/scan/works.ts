import { FoldedText } from '@/lib/match/fold';
import { shingleHash1, shingleLength } from '@/lib/match/hash';
import { mayBeLine } from '@/lib/match/lines';
import type { MembershipFilter } from '@/lib/match/membership';
import { findHits } from '@/lib/match/scan';

/** Each goes through all of `blocks` once and returns a number that depends on every one of them. */
type Work = (blocks: readonly string[]) => number;

/** The least that anything can do which reads every character. */
export const bareLoop: Work = (blocks) => {
  let sum = 0;
  for (const text of blocks) for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
};

const folded = new FoldedText();

export const fold: Work = (blocks) => {
  let length = 0;
  for (const text of blocks) {
    folded.clear();
    length += folded.append(text).length;
  }
  return length;
};

export const foldAndHash: Work = (blocks) => {
  let sum = 0;
  for (const text of blocks) {
    folded.clear();
    folded.append(text);
    const last = folded.length - shingleLength;
    for (let i = 0; i < folded.startCount; i++) {
      const at = folded.starts[i] as number;
      if (at > last) break;
      sum ^= shingleHash1(folded, at);
    }
  }
  return sum;
};

/** What a content script does with text: it looks for hits, and asks of each whether it fills a line; returns their number, those in a line twice. */
export const foldAndFilter =
  (filter: MembershipFilter): Work =>
  (blocks) => {
    let hits = 0;
    for (const text of blocks) {
      folded.clear();
      const found = findHits(folded.append(text), [], filter);
      if (found.length === 0) continue;
      const lines = [{ start: 0, end: folded.length }];
      for (const hit of found) hits += mayBeLine(hit, lines, filter) ? 2 : 1;
    }
    return hits;
  };
