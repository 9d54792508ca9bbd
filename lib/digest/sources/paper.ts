import { t } from '@/lib/i18n/text';
import { titleId } from '@/lib/match/title-id';
import { arxivIdentifier, doiIdentifier } from '@/lib/paper/identifiers';
import { classifyLink, linksInText, uniteLinks } from '@/lib/paper/links';
import type { Day, Paper, PaperId, PaperLink } from '@/lib/paper/types';
import type { Reading } from './reading';

/** What a source says of one paper, checked but not yet put in order. */
export interface Account {
  /** `2309.06651`, `arxiv:2309.06651v2`, `cs/0112017`, a DOI; anything else is ignored. */
  id?: string | undefined;
  title: string;
  otherTitles?: (string | undefined)[];
  authors?: string[] | undefined;
  publishedAt?: string | undefined;
  day?: Day | undefined;
  abstract?: string | undefined;
  tldr?: string | undefined;
  repository?: string | undefined;
  stars?: number | undefined;
  /** Other addresses the source gives for the paper. */
  addresses?: (string | undefined)[];
  keywords?: string[] | undefined;
  upvotes?: number | undefined;
  comments?: number | undefined;
  organization?: string | undefined;
  submitter?: string | undefined;
  media?: string[] | undefined;
  thumbnail?: string | undefined;
  withdrawnAt?: string | undefined;
}

/** The paper an account describes; none where neither its id nor its title is anything to be known by. */
export function paperOf(account: Account): Reading {
  const { title } = account;
  const id = identify(account.id) ?? titleId(title);
  if (!id) return { title: title.slice(0, 200), why: t('record.noLetters') };
  const aliases = (account.otherTitles ?? []).filter((other) => other !== undefined && other !== title);
  const paper: Paper = {
    id,
    title,
    aliases: [...new Set(aliases as string[])],
    authors: (account.authors ?? []).filter((name) => name !== ''),
    links: uniteLinks(
      repositoryLink(account),
      (account.addresses ?? []).flatMap((address) => classifyLink(address ?? '') ?? []),
      linksInText(account.abstract ?? ''),
    ),
    keywords: account.keywords ?? [],
  };
  for (const field of plainFields) {
    if (account[field] !== undefined) Object.assign(paper, { [field]: account[field] });
  }
  return { paper };
}

const plainFields = [
  'publishedAt',
  'day',
  'abstract',
  'tldr',
  'upvotes',
  'comments',
  'organization',
  'submitter',
  'media',
  'thumbnail',
  'withdrawnAt',
] as const;

function identify(id: string | undefined): PaperId | undefined {
  if (!id) return undefined;
  return arxivIdentifier(id) ?? doiIdentifier(id.replace(/^doi:/i, ''));
}

function repositoryLink({ repository, stars }: Account): PaperLink[] {
  const link = repository === undefined ? undefined : classifyLink(repository);
  if (!link) return [];
  return [{ ...link, ...(link.kind === 'code' && stars !== undefined && { stars }) }];
}

/** The day in a file's name, such as `daily_papers_2024-08-01.json`. */
export function dayInName(name: string | undefined): Day | undefined {
  return /(?<!\d)20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/.exec(name ?? '')?.[0];
}
