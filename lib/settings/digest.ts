/** Where a watch word is looked for; `text`: title and abstract; `any`: everywhere. */
export type WatchField = 'any' | 'keyword' | 'author' | 'organization' | 'text';

/** Something a person wants to be told of when a new paper holds it. */
export interface WatchWord {
  field: WatchField;
  /** As typed: one word or several that stand together. */
  words: string;
}

/** How far back the digest is kept. */
export type Keep = '30-days' | '6-months' | '1-year' | 'everything';

/** What the user chose about the digest; kept in `storage.local`, validated when read. */
export interface DigestSettings {
  /** Whether it is synced by itself. */
  automatic: boolean;
  keep: Keep;
  /** The range before the one that is being filled in: where a cancelled backfill goes back to. */
  keepBefore?: Keep;
  /** arXiv categories (`cs.CL`) whose new papers are listed too; none: arXiv is not asked. */
  arxivCategories: string[];
  /** Whether a notification tells of a new day. */
  notify: boolean;
  watchWords: WatchWord[];
}

export const defaults: DigestSettings = {
  automatic: true,
  keep: '30-days',
  arxivCategories: [],
  notify: false,
  watchWords: [],
};
