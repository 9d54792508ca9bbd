import { plainTitle } from '../match/title-text';
import type { Paper, PaperId } from '../paper/types';
import { simplify } from './simplify';

/**
 * Titles with the papers' numbers in one string, a line a paper, and the papers in the same order: what a search over
 * titles needs and nothing else, so that it is read in one go and answers from the first keystroke.
 */
export interface TitleList {
  ids: PaperId[];
  /** Simplified titles, each behind a line feed and a space; ends with a line feed. */
  lines: string;
}

/** The titles of one month, latest day first: what a change in the digest makes anew. */
export interface TitlePiece extends TitleList {
  /** Day or month of each paper, empty where neither is known. */
  dates: string[];
}

interface Row {
  id: PaperId;
  date: string;
  line: string;
}

type Titled = Pick<Paper, 'id' | 'title' | 'aliases' | 'day' | 'publishedAt'>;

/** Name of the piece for papers of this date: its month, or nothing. Sorts as its papers do. */
export const pieceName = (date: string) => date.slice(0, 7);

/** Builds all pieces from papers as they are read, or brings some of them up to date. */
export class TitleListBuilder {
  private readonly pieces: Map<string, Row[]>;
  private readonly isUpdate: boolean;

  /**
   * @param known pieces to bring up to date, by name, and nothing for those that are to begin; absent: all are built
   * @param gone papers to take out of them. One that only changed is added again.
   */
  constructor(known?: ReadonlyMap<string, TitlePiece | undefined>, gone: ReadonlySet<PaperId> = new Set()) {
    const rowsLeft = (piece: TitlePiece | undefined) => rowsOf(piece).filter(({ id }) => !gone.has(id));
    this.pieces = new Map([...(known ?? [])].map(([name, piece]) => [name, rowsLeft(piece)]));
    this.isUpdate = known !== undefined;
  }

  /** Adds papers; an update leaves out those of other pieces than it was given. */
  add(papers: Iterable<Titled>): void {
    for (const paper of papers) {
      const row = rowFor(paper);
      const name = pieceName(row.date);
      const rows = this.pieces.get(name);
      if (rows) rows.push(row);
      else if (!this.isUpdate) this.pieces.set(name, [row]);
    }
  }

  /** The pieces by name; `undefined` for one that has no paper left. */
  build(): Map<string, TitlePiece | undefined> {
    return new Map(
      [...this.pieces].map(([name, rows]) => [name, rows.length > 0 ? pieceOf(rows) : undefined]),
    );
  }
}

/** All pieces, given in order of name, as one list: the latest come first in what a search returns. */
export function joinPieces(pieces: readonly TitlePiece[]): TitleList {
  const latestFirst = pieces.toReversed();
  return {
    ids: latestFirst.flatMap(({ ids }) => ids),
    lines: `${latestFirst.map(({ lines }) => lines.slice(0, -1)).join('')}\n`,
  };
}

function rowFor({ id, title, aliases, day, publishedAt }: Titled): Row {
  const number = id.startsWith('title:') ? '' : id.slice(id.indexOf(':') + 1);
  const line = [...[title, ...aliases].map(plainTitle), number].map(simplify).join(' ').trim();
  return { id, date: day ?? publishedAt ?? '', line };
}

function rowsOf(piece: TitlePiece | undefined): Row[] {
  if (!piece) return [];
  const lines = piece.lines.slice(2, -1).split('\n ');
  return piece.ids.map((id, i) => ({ id, date: piece.dates[i] as string, line: lines[i] as string }));
}

function pieceOf(rows: readonly Row[]): TitlePiece {
  const sorted = rows.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return {
    ids: sorted.map(({ id }) => id),
    dates: sorted.map(({ date }) => date),
    lines: `${sorted.map(({ line }) => `\n ${line}`).join('')}\n`,
  };
}
