import type { PlacedMention } from './mention-list';

/**
 * Paints mentions with the CSS Custom Highlight API: the page's nodes stay as they are. The page can read the registry,
 * so its names say nothing but that something was found.
 */
const names = {
  mention: 'titlelight',
  reference: 'titlelight-reference',
  hovered: 'titlelight-hover',
} as const;

/** The underline takes its own colour and leaves the text's alone; both tones stand out on light and dark pages. */
const css = `
::highlight(${names.mention}) {
  text-decoration: underline 2px rgb(242 182 50 / .78);
  text-underline-offset: .3em;
  text-decoration-skip-ink: none;
}
::highlight(${names.reference}) {
  text-decoration: underline 1px rgb(242 182 50 / .55);
  text-underline-offset: .3em;
  text-decoration-skip-ink: none;
}
::highlight(${names.hovered}) {
  background-color: rgb(242 182 50 / .24);
}
@media (forced-colors: active) {
  ::highlight(${names.mention}), ::highlight(${names.reference}) { text-decoration-color: Highlight; }
}
@media print {
  ::highlight(${names.mention}), ::highlight(${names.reference}) { text-decoration: none; }
}`;

export class Painter {
  private readonly mentions = new Highlight();
  private readonly references = new Highlight();
  private readonly hovered = new Highlight();
  private readonly painted = new Map<Highlight, ReadonlySet<AbstractRange>>();
  private dressed: DocumentOrShadowRoot[] = [];
  private readonly sheet = new CSSStyleSheet();

  constructor(signal: AbortSignal) {
    this.sheet.replaceSync(css);
    signal.addEventListener('abort', () => this.remove());
  }

  /** @param shadowRoots those that hold some of the mentions */
  paint(mentions: readonly PlacedMention[], shadowRoots: readonly ShadowRoot[]): void {
    if (mentions.length > 0) this.install(shadowRoots);
    // In a list of references marks stand close together: there they are quieter.
    const { references = [], others = [] } = Object.groupBy(mentions, ({ isReference }) =>
      isReference ? 'references' : 'others',
    );
    this.show(this.mentions, others);
    this.show(this.references, references);
  }

  /** Touches only what has changed: the browser paints anew wherever a range comes or goes. */
  private show(highlight: Highlight, mentions: readonly PlacedMention[]): void {
    const ranges = new Set<AbstractRange>(mentions.map(({ range }) => range));
    // Firefox lets no content script go through a highlight's own ranges.
    for (const range of this.painted.get(highlight) ?? []) if (!ranges.has(range)) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.painted.set(highlight, ranges);
  }

  /** Washes one mention with light; none where `mention` is missing. */
  paintHovered(mention?: PlacedMention): void {
    this.hovered.clear();
    if (mention) this.hovered.add(mention.range);
  }

  /** Only on pages with mentions; again where the page has thrown its adopted sheets away. */
  private install(shadowRoots: readonly ShadowRoot[]): void {
    CSS.highlights.set(names.mention, this.mentions);
    CSS.highlights.set(names.reference, this.references);
    CSS.highlights.set(names.hovered, this.hovered);
    this.dress([document, ...shadowRoots]);
  }

  private remove(): void {
    // A newer script of ours may have put its own there.
    const own: [string, Highlight][] = [
      [names.mention, this.mentions],
      [names.reference, this.references],
      [names.hovered, this.hovered],
    ];
    for (const [name, highlight] of own)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    this.dress([]);
  }

  /** Puts the sheet into these trees, for in Firefox each shadow tree needs one of its own, and into no others. */
  private dress(trees: DocumentOrShadowRoot[]): void {
    for (const tree of this.dressed)
      if (!trees.includes(tree))
        tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    for (const tree of trees)
      if (!tree.adoptedStyleSheets.includes(this.sheet)) tree.adoptedStyleSheets.push(this.sheet);
    this.dressed = trees;
  }
}
