import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { nonsense } from '@/lib/digest/net/failure';
import { t } from '@/lib/i18n/text';

/** An entry of arXiv's Atom feed, as text; what it lacks is empty. */
export interface AtomEntry {
  /** `http://arxiv.org/abs/2603.00001v2` */
  id: string;
  title: string;
  summary: string;
  authors: string[];
  /** When the first version was submitted: `2026-03-02T17:59:59Z`. */
  published: string;
  /** When the present version was. */
  updated: string;
  /** Terms of its classification, arXiv's primary one first. */
  categories: string[];
  comment: string;
}

export interface AtomFeed {
  /** Entries of the whole result, on all its pages. */
  total: number;
  entries: AtomEntry[];
}

/**
 * Reads an answer of arXiv's API. https://info.arxiv.org/help/api/user-manual.html has the format.
 *
 * @throws SourceFailure where it is no such feed, or one that says what is wrong with the request
 */
export function readFeed(xml: string): AtomFeed {
  const feed = parse(xml).root;
  const total = feed && textIn(feed, 'opensearch:totalResults');
  if (feed?.name !== 'feed' || !total || !/^\d+$/.test(total)) throw nonsense(t('answer.noFeed'));
  const entries = childrenOf(feed, 'entry').map(readEntry);
  const error = entries.find(({ id }) => id.includes('/api/errors'));
  if (error) throw nonsense(t('answer.says', { what: error.summary.slice(0, 200) }));
  return { total: Number(total), entries };
}

function parse(xml: string) {
  try {
    return parseXml(xml);
  } catch (error) {
    throw nonsense(t('answer.noXml'), error);
  }
}

function readEntry(entry: XmlElement): AtomEntry {
  const terms = ['arxiv:primary_category', 'category']
    .flatMap((name) => childrenOf(entry, name))
    .flatMap((category) => category.attributes.term ?? []);
  return {
    id: textIn(entry, 'id'),
    title: textIn(entry, 'title'),
    summary: textIn(entry, 'summary'),
    authors: childrenOf(entry, 'author').map((author) => textIn(author, 'name')),
    published: textIn(entry, 'published'),
    updated: textIn(entry, 'updated'),
    categories: [...new Set(terms)],
    comment: textIn(entry, 'arxiv:comment'),
  };
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .filter((child) => child.name === name);
}

const textIn = (element: XmlElement, name: string) => childrenOf(element, name)[0]?.text.trim() ?? '';
