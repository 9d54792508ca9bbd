import { addressesInText } from './addresses';
import type { LinkKind, PaperLink } from './types';

/** A code repository, `host/owner/name`. `folder` is the path inside it that the address points to, if any. */
export interface Repository {
  host: string;
  owner: string;
  name: string;
  folder?: string;
}

const repositoryHosts = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/;

/** First path parts of code hosts that are pages of the host, not people. */
const notOwners =
  /^(?:about|apps|collections|features|login|marketplace|orgs|search|settings|sponsors|topics)$/i;

/** Addresses that name a paper or a licence, or say nothing: never a link of the paper. */
const notLinks =
  /(?:^|\.)(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|doi\.org|openreview\.net|creativecommons\.org|opensource\.org)$/;

const huggingFace = /^(?:huggingface\.co|hf\.co)$/;

/** Hosts that hold one kind of thing only. */
const kindOfHost: [host: RegExp, kind: LinkKind][] = [
  [/(?:^|\.)(?:hf\.space|gradio\.live|streamlit\.app|replicate\.com)$/, 'demo'],
  [/^(?:colab\.research\.google\.com|youtube\.com|youtu\.be)$/, 'demo'],
  [/(?:^|\.)(?:zenodo\.org|osf\.io|figshare\.com|physionet\.org|dataverse\.org)$/, 'dataset'],
  [/^anonymous\.4open\.science$/, 'code'],
];

/** The repository an address belongs to; undefined where it is none, or only its owner. */
export function repoOf(address: string): Repository | undefined {
  const url = parse(address);
  if (!url || !repositoryHosts.test(url.host)) return undefined;
  const [owner, rawName, view, , ...rest] = url.path.split('/').filter((part) => part && part !== '-');
  const name = rawName?.replace(/\.git$/i, '');
  if (!owner || !name || notOwners.test(owner) || !/^[\w.+-]+\/[\w.+-]+$/.test(`${owner}/${name}`))
    return undefined;
  const folder = view === 'tree' && rest.length > 0 ? { folder: rest.join('/') } : {};
  return { host: url.host, owner, name, ...folder };
}

/**
 * The link an address is, cleaned; undefined where it is not http(s), names a paper (arXiv, DOI) rather than
 * something the paper made, or only leads to somebody's profile.
 */
export function classifyLink(address: string): PaperLink | undefined {
  const trimmed = addressesInText(address.trim())[0];
  const url = trimmed === undefined ? undefined : parse(trimmed);
  if (!url || notLinks.test(url.host)) return undefined;
  if (repositoryHosts.test(url.host)) return repositoryLink(url);
  if (huggingFace.test(url.host)) return huggingFaceLink(url);
  const kind = kindOfHost.find(([host]) => host.test(url.host))?.[1] ?? 'project';
  return { kind, url: url.href };
}

/** Every link in prose such as an abstract, each once, in order. */
export function linksInText(text: string): PaperLink[] {
  return uniteLinks(addressesInText(text).flatMap((address) => classifyLink(address) ?? []));
}

/**
 * What makes two addresses the same link: for code the repository, else host and path, whatever the scheme,
 * `www.`, or a slash at the end.
 */
export function linkKey(address: string): string {
  const repository = repoOf(address);
  if (repository) {
    return `${repository.host}/${repository.owner}/${repository.name}`.toLowerCase();
  }
  const url = parse(address);
  if (!url) return address;
  const path = url.path.replace(/\/(?:index\.html?)?$/, '');
  return `${url.host.replace(/^hf\.co$/, 'huggingface.co')}${path}${url.search}`.toLowerCase();
}

/**
 * Links without doubles, first seen first. Of two addresses into one repository the deeper one stays: several papers
 * may share a repository, each with a folder of its own. Of two star counts the later one stays.
 */
export function uniteLinks(...lists: PaperLink[][]): PaperLink[] {
  const united = new Map<string, PaperLink>();
  for (const link of lists.flat()) {
    const key = linkKey(link.url);
    const known = united.get(key);
    united.set(key, known ? sameLink(known, link) : link);
  }
  return [...united.values()];
}

function sameLink(known: PaperLink, later: PaperLink): PaperLink {
  const deeper = depth(later.url) > depth(known.url) ? later : known;
  const stars = later.stars ?? known.stars;
  return { kind: deeper.kind, url: deeper.url, ...(stars !== undefined && { stars }) };
}

const depth = (address: string) => repoOf(address)?.folder?.split('/').length ?? 0;

/** A name in the public web; an address by number is nobody's project page. */
const publicHost = /^(?:[\w-]+\.)+[a-z][a-z0-9-]+$/;

interface ParsedUrl {
  /** Lower case, without `www.`. */
  host: string;
  path: string;
  search: string;
  href: string;
}

function parse(address: string): ParsedUrl | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  const url = URL.parse(address);
  if (!url || !publicHost.test(url.hostname) || url.username !== '') return undefined;
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  return { host, path: url.pathname, search: url.search, href: url.href };
}

function repositoryLink(url: ParsedUrl): PaperLink | undefined {
  const repository = repoOf(url.href);
  if (!repository) return undefined;
  const front = `https://${repository.host}/${repository.owner}/${repository.name}`;
  if (!repository.folder) return { kind: 'code', url: front };
  const inside = url.path.slice(url.path.indexOf('/tree/')).replace(/\/+$/, '');
  return { kind: 'code', url: front + inside };
}

function huggingFaceLink(url: ParsedUrl): PaperLink | undefined {
  const parts = url.path.split('/').filter(Boolean);
  const href = url.href.replace(/\/+$/, '');
  if (parts.length < 2 || parts[0] === 'papers') return undefined;
  if (parts[0] === 'datasets') return { kind: 'dataset', url: href };
  if (parts[0] === 'spaces') return { kind: 'demo', url: href };
  if (/^(?:blog|docs|collections)$/.test(parts[0] as string)) return { kind: 'project', url: href };
  return { kind: 'model', url: href };
}
