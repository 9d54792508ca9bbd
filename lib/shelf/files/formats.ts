/** What a shelf can be written as. */
export const shelfFormats = ['json', 'bibtex', 'ris', 'csl', 'markdown'] as const;
export type ShelfFormat = (typeof shelfFormats)[number];

interface FormatFacts {
  /** A person's name for it. */
  name: string;
  extension: string;
  mediaType: string;
  /** Whether reading it again gives the same shelf. */
  isLossless: boolean;
}

export const formatFacts: Record<ShelfFormat, FormatFacts> = {
  json: { name: 'Titlelight JSON', extension: 'json', mediaType: 'application/json', isLossless: true },
  bibtex: { name: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', isLossless: false },
  ris: {
    name: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    isLossless: false,
  },
  csl: {
    name: 'CSL-JSON',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    isLossless: true,
  },
  markdown: { name: 'Markdown', extension: 'md', mediaType: 'text/markdown', isLossless: false },
};
