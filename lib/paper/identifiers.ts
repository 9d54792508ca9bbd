import { isOwnRepository, type Named } from './own-repository';
import type { Paper, PaperId } from './types';

/**
 * Identifiers: strings that name one paper, however an address or a text writes them.
 *
 * `arxiv:2309.06651` (no version, arXiv's own DOIs and every mirror of arXiv included) · `doi:10.1145/…` ·
 * `repo:github.com/owner/name` · `page:host/path` for a project page.
 */
export type Identifier = string;

/**
 * Year, month and a number of four digits until 2014 and of five since, so that a number cut short is no other paper's;
 * or the archive and seven digits, as it was before April 2007.
 */
export const arxivNumber = String.raw`((?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?!\d))(?:v\d*)?`;
const arxivAlone = new RegExp(`^${arxivNumber}$`, 'i');
const arxivPath = new RegExp(
  `^/(?:abs|pdf|html|format|src|e-print|ps|papers?|overview|forum)/(?:arxiv:)?${arxivNumber}(?:\\.pdf)?(?:/|$)`,
  'i',
);
/** How others name arXiv's papers: `semanticscholar.org/arxiv/…`, `scirate.com/arxiv/…`. */
const arxivElsewhere = new RegExp(`/arxiv[/:]${arxivNumber}(?:/|$)`, 'i');
const arxivHosts =
  /^(?:[a-z0-9-]+\.)*(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|huggingface\.co|arxiv-vanity\.com)$/;
const repositoryHosts = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/;
const doiPattern = /^10\.\d{4,9}\/[^\s<>"]+$/;

/** `arxiv:…` for an arXiv number with or without prefix and version, else undefined. */
export function arxivIdentifier(number: string): `arxiv:${string}` | undefined {
  const found = arxivAlone.exec(number.trim().replace(/^arxiv:\s*/i, ''));
  return found ? `arxiv:${(found[1] as string).toLowerCase()}` : undefined;
}

/** `doi:…` (or `arxiv:…` for arXiv's own) for a bare DOI; trailing punctuation of prose is left off. */
export function doiIdentifier(doi: string): `arxiv:${string}` | `doi:${string}` | undefined {
  const bare = trimProse(doi.trim()).toLowerCase();
  if (!doiPattern.test(bare)) return undefined;
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(bare);
  return arxiv ? arxivIdentifier(arxiv[1] as string) : `doi:${bare}`;
}

/** Whether an identifier is a paper's own name, and not that of a repository or page. */
export function isPaperId(identifier: Identifier): identifier is PaperId {
  return /^(?:arxiv|doi):/.test(identifier);
}

/** The host of an identifier that stands for an address, as the host of every such address is written here. */
export function hostOf(identifier: Identifier): string | undefined {
  return /^(?:repo|page):([^/?]+)/.exec(identifier)?.[1];
}

/** How a host is written in identifiers: it may go by several names. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/^hf\.co$/, 'huggingface.co');
}

/** Removes what prose puts behind an address: full stops, commas, quotes, closing brackets that were never opened. */
export function trimProse(address: string): string {
  const counts: Record<string, number> = {};
  for (const bracket of address.match(/[()[\]{}]/g) ?? []) counts[bracket] = (counts[bracket] ?? 0) + 1;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] as string;
    if (/[.,;:!?'"’”…*]/.test(last)) continue;
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const closed = counts[last] ?? 0;
    if (!opening || (counts[opening] ?? 0) >= closed) break;
    counts[last] = closed - 1;
  }
  return address.slice(0, end);
}

/** Addresses that lead on to another one, which a parameter of theirs holds. */
const redirect =
  /^https?:..[a-z.]+\.(?:google\.[a-z.]+\/\w*url|reddit\.com\/t\d_\w+)\?.*?\b(?:url|q)=(http[^&]+)/;

/** The identifiers an absolute http(s) address stands for, most telling first; empty for most addresses. */
export function identifiersInUrl(address: string): Identifier[] {
  if (!/^https?:\/\//i.test(address)) return [];
  const target = redirect.exec(address)?.[1];
  if (target) return identifiersInUrl(safeDecode(target));
  const url = URL.parse(address);
  if (!url) return [];
  const host = plainHost(url.hostname);
  // Whoever made a link of an address in prose may have taken the full stop for a part of it.
  const path = trimProse(safeDecode(url.pathname));
  const arxiv = (arxivHosts.test(host) && arxivPath.exec(path)) || arxivElsewhere.exec(path);
  if (arxiv) return [`arxiv:${(arxiv[1] as string).toLowerCase()}`];
  if (/^(?:dx\.)?doi\.org$/.test(host)) {
    const doi = doiIdentifier(path.slice(1).replace(/^doi:/i, ''));
    return doi ? [doi] : [];
  }
  const published = /\/doi\/(?:.*\/)?(10\.\d{4,9}\/[^\s?#]+)/.exec(path);
  const doi = published && doiIdentifier(published[1] as string);
  if (doi) return [doi];
  if (repositoryHosts.test(host)) return repositoryIdentifiers(host, path);
  const page = pageIdentifier(host, path, url.searchParams);
  return page ? [page] : [];
}

/**
 * A repository's front page is the repository; a folder in it is a place of its own (several papers may share one
 * repository). Issues, files and settings inside it stand for nothing.
 */
function repositoryIdentifiers(host: string, path: string): Identifier[] {
  const [owner, name, view, ...rest] = path
    .toLowerCase()
    .split('/')
    // GitLab sets a dash between a repository and what is seen of it.
    .filter((part) => part !== '' && part !== '-');
  if (!owner || !name) return [];
  const repository = `repo:${host}/${owner}/${name.replace(/\.git$/, '')}`;
  if (!view) return [repository];
  if (view !== 'tree') return [];
  return rest.length > 1 ? [`${repository}/${rest.slice(1).join('/')}`] : [repository];
}

/** Parameters that say where a visitor came from, not what the page is. */
const trackingParameters = /^(?:utm_\w+|fbclid|gclid|ref|ref_src|source)$/;

/** Any other page with a path of its own, or a whole host such as `janeyeon.github.io`. */
function pageIdentifier(host: string, path: string, parameters: URLSearchParams): Identifier | undefined {
  const clean = path
    .toLowerCase()
    .replace(/\/(?:index\.html?)?$/, '')
    .replace(/^\/+/, '');
  if (clean === '' && !/\.(?:github|gitlab)\.io$/.test(host)) return undefined;
  const telling = new URLSearchParams([...parameters].filter(([name]) => !trackingParameters.test(name)));
  const query = telling.size > 0 ? `?${telling}` : '';
  return `page:${clean === '' ? host : `${host}/${clean}`}${query}`;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Repositories that abstracts name because they build on them: a link to one means no single paper. */
const commonTools =
  /^https?:\/\/github\.com\/(?:huggingface\/(?:transformers|diffusers|trl|peft|accelerate|datasets)|pytorch\/\w+|tensorflow\/\w+|vllm-project\/vllm|openai\/gym|scikit-learn\/scikit-learn|google\/jax|jax-ml\/jax)\/?$/i;

/** Every identifier that means this paper and no other: its id, its own repositories, its project pages. */
export function identifiersOfPaper(paper: Pick<Paper, 'id' | 'links'> & Named): Identifier[] {
  const own = paper.id.startsWith('title:') ? [] : [paper.id as Identifier];
  const links = paper.links
    .filter(({ url }) => !commonTools.test(url))
    .filter(({ kind }) => kind === 'code' || kind === 'project')
    .flatMap(({ url }) => identifiersInUrl(url).slice(0, 1))
    .filter((identifier) => {
      const repository = /^repo:[^/]+\/(.+)$/.exec(identifier)?.[1];
      return repository === undefined || isOwnRepository(repository, paper);
    });
  return [...new Set([...own, ...links])];
}
