import * as v from 'valibot';
import { t } from '@/lib/i18n/text';
import { type Found, foundOf } from './found';
import type { Skipped } from './skipped';

/*
 * The JSON export of PaperMemory (github.com/vict0rsch/PaperMemory, as of data version 508 and later): an object with the
 * papers by their own ids, and `__dataVersion` beside them. Authors are "Ada Light and Bo Lamp", times are ISO 8601.
 */

const marker = '__dataVersion';

const text = v.fallback(v.string(), '');
const paper = v.object({
  title: text,
  author: text,
  year: text,
  abstract: text,
  note: text,
  tags: v.fallback(v.array(text), []),
  addDate: text,
  codeLink: text,
  pdfLink: text,
  doi: text,
  key: text,
  favorite: v.fallback(v.boolean(), false),
});

type Exported = v.InferOutput<typeof paper>;

export const isPaperMemory = (content: object): boolean => marker in content;

export function readPaperMemory(content: object): { found: Found[]; skipped: Skipped[] } {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  for (const [at, [id, value]] of Object.entries(content).entries()) {
    if (id === marker) continue;
    const parsed = v.safeParse(paper, value);
    const read = parsed.success ? foundOf(rawOf(id, parsed.output)) : { why: t('shelfRecord.noPaper') };
    if ('paper' in read) found.push(read);
    else skipped.push({ place: { item: at + 1 }, ...read });
  }
  return { found, skipped };
}

function rawOf(id: string, paper: Exported) {
  const added = Date.parse(paper.addDate);
  return {
    title: paper.title,
    authors: paper.author.split(/\s+and\s+/),
    date: /^\d{4}$/.exec(paper.year)?.[0],
    abstract: paper.abstract,
    identifiers: [id.replace(/^arxiv-/i, 'arXiv:'), paper.pdfLink, paper.doi],
    links: [paper.codeLink],
    tags: [...paper.tags, ...(paper.favorite ? ['favorite'] : [])],
    notes: [paper.note],
    addedAt: Number.isNaN(added) ? undefined : added,
    citationKey: paper.key,
  };
}
