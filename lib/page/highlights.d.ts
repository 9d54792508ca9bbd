/** Part of CSS Custom Highlight API Level 1 that TypeScript's DOM library does not know yet. */
interface HighlightRegistry {
  highlightsFromPoint(
    x: number,
    y: number,
    options?: { shadowRoots?: ShadowRoot[] },
  ): { highlight: Highlight; ranges: AbstractRange[] }[];
}
