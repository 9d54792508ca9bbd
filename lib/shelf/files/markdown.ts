import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import { sortShelf } from '../order';
import { type ReadingStatus, readingStatuses, type ShelfEntry } from '../types';
import { frontAddress } from './addresses';
import { type Found, foundOf } from './found';
import { inSteps } from './in-steps';
import type { Skipped } from './skipped';
import { statusNamed, statusNames } from './status';

/*
 * Markdown, to be read: a list under each status, a paper to an item, what belongs to it indented below. A list of links that
 * someone keeps by hand can be read too, where a link's text is a title.
 */

export function writeMarkdown(entries: readonly ShelfEntry[]): string {
  const parts = readingStatuses.flatMap((status) => {
    const ofStatus = entries.filter((entry) => entry.status === status);
    if (ofStatus.length === 0) return [];
    return [`## ${statusNames[status]}`, sortShelf(ofStatus, 'added').map(writeItem).join('\n')];
  });
  return `${['# Shelf', ...parts].join('\n\n')}\n`;
}

function writeItem({ id, paper, tags, note }: ShelfEntry): string {
  const address = frontAddress(id);
  const title = quoted(displayTitle(paper.title));
  const year = paper.publishedAt?.slice(0, 4);
  const about = [paper.authors.map(quoted).join(', '), year].filter(Boolean).join(', ');
  const links = paper.links.map(({ kind, url }) => `[${linkNames[kind]}](${encloseAddress(url)})`);
  const lines = [
    about,
    links.join(' · '),
    tags.length > 0 && `Tags: ${tags.map(quoted).join(', ')}`,
    ...(note === '' ? [] : note.split('\n').map((line) => `> ${line}`.trimEnd())),
  ];
  const head = address ? `- [${title}](${encloseAddress(address)})` : `- **${title}**`;
  // Two spaces at its end keep a line from running into the next one.
  const below = lines
    .filter((line) => line)
    .map((line) => `  ${line}${`${line}`.startsWith('>') ? '' : '  '}`);
  return [head + (below.length > 0 ? '  ' : ''), ...below].join('\n');
}

const linkNames = { code: 'Code', project: 'Project', demo: 'Demo', model: 'Model', dataset: 'Dataset' };

const quoted = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
const unquoted = (text: string) => text.replace(/\\([\\`*_[\]<>#|])/g, '$1');
const encloseAddress = (url: string) => (/[()\s]/.test(url) ? `<${url}>` : url);

const heading = /^#{1,6}\s+(.*?)\s*#*$/;
/** The text of a link, and its address: between `<` and `>`, or without spaces and with brackets in pairs. */
const linkPattern = String.raw`\[((?:[^[\]\\]|\\.)+)\]\(\s*(?:<([^<>\n]+)>|((?:[^\s<>()]|\([^\s<>()]*\))+))\s*\)`;
const link = new RegExp(linkPattern, 'g');
/** A link at the beginning of an item or of a line, or a title set bold by us. */
const item = new RegExp(
  String.raw`^(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?(?:${linkPattern}|\*\*((?:[^*\\]|\\.)+)\*\*)`,
);

interface Block {
  line: number;
  title: string;
  address: string | undefined;
  status: ReadingStatus | undefined;
  /** What stands below the item. */
  below: string[];
}

export async function readMarkdown(text: string): Promise<{ found: Found[]; skipped: Skipped[] }> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  await inSteps(blocksOf(text), ({ line, title, address, status, below }) => {
    if (isNoTitle(title)) {
      skipped.push({ place: { line }, title, why: t('shelfRecord.linkText') });
      return;
    }
    const tags = below.find((one) => /^tags:/i.test(one)) ?? '';
    const links = below.filter((one) => !one.startsWith('>')).flatMap((one) => [...one.matchAll(link)]);
    const read = foundOf({
      title: unquoted(title),
      authors: authorsOf(below[0] ?? ''),
      date: /, (\d{4})$/.exec(below[0] ?? '')?.[1],
      identifiers: [address],
      links: [address, ...links.map(([, , enclosed, bare]) => enclosed ?? bare)],
      tags: unquoted(tags.slice('tags:'.length)).split(','),
      notes: [
        below
          .filter((one) => one.startsWith('>'))
          .map((one) => one.replace(/^> ?/, ''))
          .join('\n'),
      ],
      status,
    });
    if ('paper' in read) found.push(read);
    else skipped.push({ place: { line }, ...read });
  });
  return { found, skipped };
}

function* blocksOf(text: string): Generator<Block> {
  let block: Block | undefined;
  let status: ReadingStatus | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const name = heading.exec(raw)?.[1];
    if (name !== undefined) status = statusNamed(name);
    const isBelow = /^\s+/.test(raw) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(raw);
    if (block && isBelow) {
      if (raw.trim() !== '') block.below.push(raw.trim());
      continue;
    }
    if (block) yield block;
    block = undefined;
    const [, linked, enclosed, bare, bold] = item.exec(raw.trimStart()) ?? [];
    const title = linked ?? bold;
    if (title) block = { line: at + 1, title: title.trim(), address: enclosed ?? bare, status, below: [] };
  }
  if (block) yield block;
}

/** "arXiv", "PDF", a bare address: words for a link, and no title of a paper. */
const isNoTitle = (title: string) =>
  /^(?:https?:\/\/\S*|(?:arxiv|pdf|paper|link|code|here|abs|html|doi)[:\s\d.v]*)$/i.test(title);

/** "Ada Light, Bo Lamp, 2023": as it is written here; anything else is no list of authors. */
function authorsOf(about: string): string[] {
  if (/^(?:>|tags:|\[|https?:)/i.test(about)) return [];
  return unquoted(about.replace(/(?:^|, )\d{4}$/, ''))
    .split(', ')
    .filter((name) => name !== '');
}
