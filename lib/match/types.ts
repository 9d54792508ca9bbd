import type { PaperId } from '../paper/types';

/** A link inside a block; `start` and `end` are UTF-16 offsets into the block's text. */
export interface LinkSpan {
  start: number;
  end: number;
  /** Absolute address. */
  href: string;
}

/**
 * A run of text that a reader sees as one piece: a paragraph, a list entry, a heading; or, where that is very
 * long, a window of it around a hit.
 */
export interface TextBlock {
  text: string;
  links: LinkSpan[];
  /** False where `text` is a window that begins in the middle of the block on the page. */
  startsBlock: boolean;
  /** False where `text` is a window that ends in the middle of the block on the page. */
  endsBlock: boolean;
  /** UTF-16 offsets at which a new text node begins: an element's edge, which may part words without a space. */
  seams: number[];
  /** Whether each line may be a title by itself; see `postLines`. */
  isPost?: boolean;
}

/** Why a mention is believed to mean its paper. */
export type Evidence =
  /** The whole title, as the digest has it. */
  | 'title'
  /** A title the paper had in another version. */
  | 'earlier-title'
  /** The title less its leading "ACRONYM:". */
  | 'without-acronym'
  /** The title less its subtitle. */
  | 'without-subtitle'
  /** The beginning of the title, followed by an ellipsis; no other title begins so. */
  | 'cut-short'
  /** An arXiv, Hugging Face or DOI address or id. */
  | 'identifier'
  /** The paper's own code repository. */
  | 'code'
  /** The paper's own project page. */
  | 'project';

export interface Mention {
  paper: PaperId;
  /** UTF-16 offsets into the block's text. */
  start: number;
  end: number;
  evidence: Evidence;
  /** 0 to 1: how much of the folded title stands there letter by letter. 1 too where an identifier says so. */
  score: number;
}
