/**
 * A highlight and what is in it. It keeps its own list: Firefox lets a content script add to a highlight and delete from
 * it, but not go through it.
 */
export class Layer {
  readonly highlight = new Highlight();
  #shown: ReadonlySet<AbstractRange> = new Set();

  /** Touches only what has changed: the browser paints anew wherever a range comes or goes. */
  show(ranges: Iterable<AbstractRange>): void {
    const wanted = new Set(ranges);
    for (const range of this.#shown.difference(wanted)) this.highlight.delete(range);
    for (const range of wanted.difference(this.#shown)) this.highlight.add(range);
    this.#shown = wanted;
  }
}
