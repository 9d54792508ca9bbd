/** A point in viewport coordinates, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Whether a pointer that has gone from `from` to `to` would come into `box` if it went on like that. */
export function isTowards(from: Point, to: Point, box: Box): boolean {
  const across = crossing(from.x, to.x - from.x, box.left, box.right);
  const down = crossing(from.y, to.y - from.y, box.top, box.bottom);
  const enters = Math.max(across.enters, down.enters);
  return (from.x !== to.x || from.y !== to.y) && enters > 0 && enters <= Math.min(across.leaves, down.leaves);
}

/** When something that is at `at` and goes by `step` each time comes between two marks, and when it leaves again. */
function crossing(at: number, step: number, low: number, high: number): { enters: number; leaves: number } {
  if (step === 0) {
    const always = Number.POSITIVE_INFINITY;
    return at >= low && at <= high
      ? { enters: -always, leaves: always }
      : { enters: always, leaves: -always };
  }
  const [one, other] = [(low - at) / step, (high - at) / step];
  return { enters: Math.min(one, other), leaves: Math.max(one, other) };
}

export function contains({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/**
 * What a card stands beside: across, the line that is pointed at; from top to bottom, that line and those of the same
 * mention that touch it, so that the way to the mention's next line is free.
 *
 * @param boxes of the mention's pieces, in order; a line may be in several
 * @param at the pointer; the mention's first line where there is none
 * @returns `undefined` where nothing of the mention is laid out
 */
export function anchorOf(boxes: readonly Box[], at: Point | undefined): Box | undefined {
  const lines = linesOf(boxes);
  const pointed = at ? lines.findIndex((line) => distance(line, at) === nearest(lines, at)) : 0;
  const line = lines[pointed];
  if (!line) return undefined;
  let { top, bottom } = line;
  const touches = (other: Box) => other.top - bottom < height(line) && top - other.bottom < height(line);
  for (const other of [...lines.slice(pointed + 1), ...lines.slice(0, pointed).reverse()]) {
    if (!touches(other)) continue;
    top = Math.min(top, other.top);
    bottom = Math.max(bottom, other.bottom);
  }
  return { left: line.left, right: line.right, top, bottom };
}

/** A stretch across the window, in CSS pixels. */
export interface Column {
  left: number;
  width: number;
}

/** In CSS pixels: how wide a card would like to be, how wide it is at least, and what it leaves free beside the pointer. */
export interface ColumnWish {
  wanted: number;
  least: number;
  clearance: number;
}

/**
 * The column of a card that leaves the pointer's way straight up and straight down free, to whatever lines come next: on
 * the side where reading goes on if there is room, else on the other, else narrower on the wider side.
 *
 * @param pointer where it is across the window
 * @param isRtl whether reading goes on to the left
 * @returns `undefined` where neither side has room for the least of it
 */
export function columnBeside(
  pointer: number,
  { left, right }: Pick<Box, 'left' | 'right'>,
  { wanted, least, clearance }: ColumnWish,
  isRtl: boolean,
): Column | undefined {
  // The pointer may be outside: on a page that is pinched larger since.
  const behind = { from: left, to: Math.min(right, pointer - clearance) };
  const ahead = { from: Math.max(left, pointer + clearance), to: right };
  const room = ({ from, to }: typeof behind) => to - from;
  const [near, far] = isRtl ? [behind, ahead] : [ahead, behind];
  const isNear = room(near) >= wanted || (room(far) < wanted && room(near) >= room(far));
  const side = isNear ? near : far;
  const width = Math.min(wanted, room(side));
  if (width < least) return undefined;
  return { left: side === behind ? side.to - width : side.from, width };
}

/** Where a box of `size` stands that should stand at `at` and has to be inside `room`. */
export function keptInside(at: Point, size: { width: number; height: number }, room: Box): Point {
  return {
    x: Math.max(room.left, Math.min(at.x, room.right - size.width)),
    y: Math.max(room.top, Math.min(at.y, room.bottom - size.height)),
  };
}

/** Pieces of one line joined: two are on one where either's middle lies within the other. */
function linesOf(boxes: readonly Box[]): Box[] {
  const lines: { -readonly [side in keyof Box]: number }[] = [];
  for (const { left, right, top, bottom } of boxes) {
    if (right <= left || bottom <= top) continue;
    const last = lines.at(-1);
    const middle = (top + bottom) / 2;
    if (last && last.top < middle && middle < last.bottom) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else lines.push({ left, right, top, bottom });
  }
  return lines;
}

function height({ top, bottom }: Box): number {
  return bottom - top;
}

function nearest(lines: readonly Box[], at: Point): number {
  return Math.min(...lines.map((line) => distance(line, at)));
}

function distance({ left, right, top, bottom }: Box, { x, y }: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
