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
  if (start.startsWith('<')) throw new FileError(explainMarkup(start));
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
  throw new FileError(
    'No papers were found in this file: it is neither a Titlelight shelf nor BibTeX, RIS, CSL-JSON or a Markdown list of links.',
  );
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
  if (items.length === 0) throw new FileError('The list in this file is empty.');
  if (items.some((item) => isObject(item) && 'paper' in item)) throw new FileError(digestSentence);
  if (items.some((item) => isObject(item) && 'creators' in item)) throw new FileError(zoteroSentence);
  if (!items.some((item) => isObject(item) && 'title' in item)) {
    throw new FileError('This JSON file holds no papers that Titlelight can read.');
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
      throw new FileError(digestSentence);
    throw new FileError(`Line ${line} is not JSON.`, { cause: error });
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

const digestSentence = 'This is a digest file, not a shelf. Import it above, under “Import”.';
const zoteroSentence =
  'This is Zotero’s own JSON. In Zotero, choose “Export Library…” and CSL JSON, BibTeX or RIS as the format.';

function explainMarkup(text: string): string {
  if (/<(?:rdf:RDF|bib:|z:)/.test(text.slice(0, 4_000)))
    return 'This is Zotero RDF. In Zotero, choose CSL JSON, BibTeX or RIS as the format.';
  return /^<(?:!doctype html|html)/i.test(text)
    ? 'This is a web page. Export a list of papers instead, as BibTeX, RIS or CSL-JSON.'
    : 'This is XML. Export as BibTeX, RIS or CSL-JSON instead.';
}
