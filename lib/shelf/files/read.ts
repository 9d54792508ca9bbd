import { type PlainKey, t } from '@/lib/i18n/text';
import { faultyLine } from '@/lib/json-fault';
import type { ShelfEntry } from '../types';
import type { Found } from './found';
import { readText } from './read-text';
import { FileError, type Skipped } from './skipped';

/** What a file brings, whichever its format. Nothing is written yet. */
export interface FileContent {
  /** A person's name for the format. */
  format: string;
  /** Whole entries of a shelf of ours. They merge as two shelves do. */
  entries: ShelfEntry[];
  /** What other programs know of papers. It adds to what the shelf has, and replaces nothing. */
  found: Found[];
  skipped: Skipped[];
  /** What a person should know of how the file was read, in whole sentences. */
  remarks: string[];
  /** When it was read: what names no time of its own comes onto the shelf then. Milliseconds since 1970. */
  readAt: number;
}

type Content = Omit<FileContent, 'format' | 'remarks' | 'readAt'>;

/**
 * Reads a shelf, a bibliography or a list of links: our own JSON, CSL-JSON, BibTeX, RIS, Markdown, or PaperMemory's export;
 * each also gzipped. The format is told by the content alone.
 *
 * @throws FileError, one sentence, where the file is none of these
 */
export async function readShelfFile(file: Blob, now: number = Date.now()): Promise<FileContent> {
  const { text, remarks } = await readText(file);
  const [format, content] = await readFormat(text);
  const found = content.found.map((one, at) => ({ addedAt: now - at, ...one }));
  return { format, ...content, found, remarks, readAt: now };
}

async function readFormat(text: string): Promise<[format: string, content: Content]> {
  const start = text.trimStart();
  // A list of links may begin with a bracket, too.
  if (/^(?:\{|\[\s*[{\]])/.test(start)) return readJson(text);
  if (start.startsWith('<')) throw new FileError(t(explainMarkup(start)));
  const [bibtex, ris] = [/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im, /^TY {1,2}-/m].map((sign) => text.search(sign)) as [
    number,
    number,
  ];
  if (bibtex >= 0 && (ris < 0 || bibtex < ris)) {
    return ['BibTeX', whole(await (await import('./bibtex')).readBibtex(text))];
  }
  if (ris >= 0) return ['RIS', whole(await (await import('./ris')).readRis(text))];
  const markdown = whole(await (await import('./markdown')).readMarkdown(text));
  if (markdown.found.length > 0) return ['Markdown', markdown];
  throw new FileError(t('shelfFile.nothing'));
}

const whole = (content: Partial<Content>): Content => ({ entries: [], found: [], skipped: [], ...content });

async function readJson(text: string): Promise<[format: string, content: Content]> {
  const content = parse(text);
  if (!Array.isArray(content)) {
    const own = await import('./own-json');
    if (own.isOwn(content)) return ['Titlelight JSON', whole(own.readOwn(content))];
    const memory = await import('./paper-memory');
    if (memory.isPaperMemory(content)) return ['PaperMemory', whole(memory.readPaperMemory(content))];
  }
  const items = itemsOf(content);
  if (items.length === 0) throw new FileError(t('shelfFile.emptyList'));
  if (items.some((item) => isObject(item) && 'paper' in item)) throw new FileError(t('shelfFile.digest'));
  if (items.some((item) => isObject(item) && 'creators' in item))
    throw new FileError(t('shelfFile.zoteroJson'));
  if (!items.some((item) => isObject(item) && 'title' in item)) {
    throw new FileError(t('shelfFile.noPapers'));
  }
  return ['CSL-JSON', await (await import('./csl')).readCsl(items)];
}

function parse(text: string): object {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = faultyLine(text);
    // JSON Lines: whole values, one below the other.
    if (line > 1 && isWhole(text.trimStart().split('\n', 1)[0] as string))
      throw new FileError(t('shelfFile.digest'));
    throw new FileError(t('shelfFile.lineNoJson', { line }), { cause: error });
  }
}

function isWhole(line: string): boolean {
  try {
    return isObject(JSON.parse(line));
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** CSL-JSON is a list; some programs write the list as `items` of an object, or a single item alone. */
function itemsOf(content: object): unknown[] {
  if (Array.isArray(content)) return content;
  if ('items' in content && Array.isArray(content.items)) return content.items;
  return [content];
}

function explainMarkup(text: string): PlainKey {
  if (/<(?:rdf:RDF|bib:|z:)/.test(text.slice(0, 4_000))) return 'shelfFile.zoteroRdf';
  return /^<(?:!doctype html|html)/i.test(text) ? 'shelfFile.webPage' : 'shelfFile.xml';
}
