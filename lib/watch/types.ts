/** Where a watch word is looked for; `text`: title and abstract; `any`: everywhere. */
export type WatchField = 'any' | 'keyword' | 'author' | 'organization' | 'text';

/** Something a person wants to be told of when a new paper holds it. */
export interface WatchWord {
  field: WatchField;
  /** As typed: one word or several that stand together. */
  words: string;
}
