/**
 * What a paper is, wherever it came from.
 *
 * `arxiv:2309.06651` (never with a version), else `doi:10.…`, else `title:<hash of the folded title>`.
 */
export type PaperId = `arxiv:${string}` | `doi:${string}` | `title:${string}`;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type LinkKind = 'code' | 'project' | 'demo' | 'model' | 'dataset';

/** A link that belongs to the paper. `url` is always absolute, http or https, with no debris at its end. */
export interface PaperLink {
  kind: LinkKind;
  url: string;
  /** Stars of a code repository, where the source says. */
  stars?: number;
}

export interface Paper {
  id: PaperId;
  /** As the source gives it, white space collapsed; TeX and its debris are repaired for display only. */
  title: string;
  /** Every other title this paper was ever known by. */
  aliases: string[];
  /** Full names, in order. */
  authors: string[];
  /** First publication, `YYYY-MM-DD` or `YYYY-MM`. */
  publishedAt?: string;
  /** The digest's day that lists the paper. */
  day?: Day;
  /** The authors' own abstract, raw. */
  abstract?: string;
  /** One or two sentences in other words than the authors'. */
  tldr?: string;
  links: PaperLink[];
  keywords: string[];
  upvotes?: number;
  comments?: number;
  organization?: string;
  /** Who put the paper on the digest's list. */
  submitter?: string;
  /** Addresses of pictures and films that came with the submission; shown only when the user asks. */
  media?: string[];
  /** Address of a thumbnail on the network; shown only when the user asks. */
  thumbnail?: string;
  withdrawnAt?: string;
}
