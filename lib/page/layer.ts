/**
 * A highlight and what is in it. It keeps its own list: Firefox lets a content script add to a highlight and delete from
 * it, but not go through it.
 */
export class Layer {
  readonly highlight = new Highlight();
  readonly #shown = new Set<AbstractRange>();

  /** Touches only what has changed: the browser paints anew wherever a range comes or goes. */
  show(ranges: Iterable<AbstractRange>): void {
    const wanted = new Set(ranges);
    for (const range of this.#shown) if (!wanted.has(range)) this.#delete(range);
    for (const range of wanted) if (!this.#shown.has(range)) this.#add(range);
  }

  #add(range: AbstractRange): void {
    this.#shown.add(range);
    this.highlight.add(range);
  }

  #delete(range: AbstractRange): void {
    this.#shown.delete(range);
    this.highlight.delete(range);
  }
}
