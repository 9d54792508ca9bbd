declare module '@citation-js/core' {
  /** A CSL item. */
  type Item = Record<string, unknown> & { id: string; title?: string };
  export const plugins: {
    input: { chain(text: string, options: { generateGraph: false; forceType: string }): Item[] };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
