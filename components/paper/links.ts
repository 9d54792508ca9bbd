import type { IconName } from '@/components/design/shapes';
import { type PlainKey, t } from '@/lib/i18n/text';
import { linkTo } from '@/lib/paper/link-to';
import { repoOf } from '@/lib/paper/links';
import type { LinkKind, PaperId, PaperLink } from '@/lib/paper/types';
import { shortCount } from './format';

/** A link as a chip shows it. */
export interface Chip {
  url: string;
  icon: IconName;
  /** owner/name, or the site. */
  label: string;
  /** "1.2k", where the source counts stars. */
  stars?: string;
  /** What the link leads to, in a word. */
  kind: string;
}

const kinds = {
  code: { word: 'paper.code', icon: 'code' },
  project: { word: 'paper.projectPage', icon: 'globe' },
  demo: { word: 'paper.demo', icon: 'play' },
  model: { word: 'paper.model', icon: 'cube' },
  dataset: { word: 'paper.dataset', icon: 'stack' },
} as const satisfies Record<LinkKind, { word: PlainKey; icon: IconName }>;
const order = Object.keys(kinds) as LinkKind[];

/** A paper's links as chips: code first, then project, demo, model, data set; as the source orders them within each. */
export function chipsOf(links: readonly PaperLink[]): Chip[] {
  return links
    .filter(({ url }) => isWebAddress(url))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(chipOf);
}

function chipOf({ kind, url, stars }: PaperLink): Chip {
  const { word, icon } = kinds[kind];
  return {
    url,
    icon: hostIcon(url) ?? icon,
    label: linkLabel(url),
    kind: t(word),
    ...(stars !== undefined && { stars: shortCount(stars) }),
  };
}

function hostIcon(address: string): IconName | undefined {
  const host = new URL(address).hostname.replace(/^www\./, '');
  if (host === 'github.com') return 'branch';
  if (/^gitlab\./.test(host)) return 'fox';
  return /(?:^|\.)(?:huggingface\.co|hf\.co|hf\.space)$/.test(host) ? 'face' : undefined;
}

/** "owner/name" for a repository or a place on Hugging Face, else host and path without decoration. */
function linkLabel(address: string): string {
  const repository = repoOf(address);
  if (repository) {
    const folder = repository.folder?.split('/').at(-1);
    return [repository.owner, repository.name, ...(folder ? [folder] : [])].join('/');
  }
  const { hostname, pathname } = new URL(address);
  const path = pathname.replace(/\/(?:index\.html?)?$/, '');
  if (/^(?:huggingface\.co|hf\.co)$/.test(hostname)) return path.replace(/^\/(?:(?:spaces|datasets)\/)?/, '');
  return hostname.replace(/^www\./, '') + path;
}

function isWebAddress(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? '');
}

/** Where the paper itself stands on the web, by its id: abstract first. Empty for one known by its title alone. */
export function sourceLinks(id: PaperId): { label: string; url: string }[] {
  const url = linkTo({ id });
  if (!url) return [];
  if (!id.startsWith('arxiv:')) return [{ label: 'DOI', url }];
  const number = id.slice(id.indexOf(':') + 1);
  return [
    { label: 'arXiv', url },
    { label: 'PDF', url: `https://arxiv.org/pdf/${number}` },
    { label: 'HF', url: `https://huggingface.co/papers/${number}` },
  ];
}

/** The paper's own page, for a key that opens it: by its id, else its project page, else its code. */
export function frontPage(id: PaperId, links: readonly PaperLink[]): string | undefined {
  const [project] = chipsOf(links.filter(({ kind }) => kind === 'project'));
  return (sourceLinks(id)[0] ?? project ?? chipsOf(links)[0])?.url;
}

/** The paper's first code repository. */
export function codePage(links: readonly PaperLink[]): string | undefined {
  return chipsOf(links.filter(({ kind }) => kind === 'code'))[0]?.url;
}
