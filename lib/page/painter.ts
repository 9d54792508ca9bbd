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
  private readonly sheet = new CSSStyleSheet();

  constructor(signal: AbortSignal) {
    this.sheet.replaceSync(css);
    signal.addEventListener('abort', () => this.remove());
  }

  paint(mentions: readonly PlacedMention[]): void {
    if (mentions.length > 0) this.install();
    // In a list of references marks stand close together: there they are quieter.
    const { references = [], others = [] } = Object.groupBy(mentions, ({ isReference }) =>
      isReference ? 'references' : 'others',
    );
    show(this.mentions, others);
    show(this.references, references);
  }

  /** Washes one mention with light; none where `mention` is missing. */
  paintHovered(mention?: PlacedMention): void {
    this.hovered.clear();
    if (mention) this.hovered.add(mention.range);
  }

  /** Only on pages with mentions; again where the page has thrown its adopted sheets away. */
  private install(): void {
    CSS.highlights.set(names.mention, this.mentions);
    CSS.highlights.set(names.reference, this.references);
    CSS.highlights.set(names.hovered, this.hovered);
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets.push(this.sheet);
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
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}

/** Touches only what has changed: the browser paints anew wherever a range comes or goes. */
function show(highlight: Highlight, mentions: readonly PlacedMention[]): void {
  const ranges = new Set<AbstractRange>(mentions.map(({ range }) => range));
  for (const range of highlight) if (!ranges.has(range)) highlight.delete(range);
  for (const range of ranges) highlight.add(range);
}
