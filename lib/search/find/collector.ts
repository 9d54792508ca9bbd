import { bitOf } from '../segment/format';
import type { Segment } from '../segment/segment';
import { type FindOptions, fields, type Hit } from '../types';

/** More papers than any search finds. */
const most = 2 ** 20;
/** Steps of a score: finer differences do not count. */
const steps = 200;

/** By bits. */
const fieldsOf = Array.from({ length: 1 << fields.length }, (_, bits) =>
  fields.filter((field) => bits & bitOf[field]),
);

/** Papers as they are found, for the best of them to be taken out at the end. */
export class Collector {
  readonly #order: NonNullable<FindOptions['order']>;
  readonly #segments: Segment[] = [];
  readonly #papers: number[] = [];
  readonly #scores: number[] = [];
  readonly #fields: number[] = [];

  constructor(order: NonNullable<FindOptions['order']>) {
    this.#order = order;
  }

  get count(): number {
    return this.#papers.length;
  }

  add(segment: Segment, paper: number, score: number, found: number): void {
    this.#segments.push(segment);
    this.#papers.push(paper);
    this.#scores.push(score);
    this.#fields.push(found);
  }

  /** The first `limit`, best or newest first; of equals the newer first. */
  take(limit: number): Hit[] {
    // One number of what decides and where the paper is noted: such an array sorts many times faster than objects.
    const keys = new Float64Array(this.count);
    for (let at = 0; at < keys.length; at++) keys[at] = this.#rank(at) * most + (most - 1 - at);
    keys.sort();
    const hits: Hit[] = [];
    for (let i = keys.length - 1; i >= 0 && hits.length < limit; i--) {
      const at = most - 1 - ((keys[i] as number) % most);
      hits.push({
        id: this.#segments[at]?.ids[this.#papers[at] as number] as Hit['id'],
        score: this.#scores[at] as number,
        fields: fieldsOf[this.#fields[at] as number] ?? [],
      });
    }
    return hits;
  }

  /** A whole number of at most 32 bits. */
  #rank(at: number): number {
    const day = this.#segments[at]?.data.days[this.#papers[at] as number] ?? 0;
    const score = Math.round((this.#scores[at] as number) * steps);
    if (this.#order === 'newest') return day * 2 ** 16 + Math.min(score, 2 ** 16 - 1);
    return Math.min(score, 2 ** 17 - 1) * 2 ** 15 + (day >> 1);
  }
}
