/** A point in viewport coordinates, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Whether a pointer going from `from` to `to` stays inside the triangle between `from` and the near side of `box`. */
export function isTowards(from: Point, to: Point, box: Box): boolean {
  const corners: [Point, Point] =
    from.y <= box.top
      ? [
          { x: box.left, y: box.top },
          { x: box.right, y: box.top },
        ]
      : from.y >= box.bottom
        ? [
            { x: box.left, y: box.bottom },
            { x: box.right, y: box.bottom },
          ]
        : from.x <= box.left
          ? [
              { x: box.left, y: box.top },
              { x: box.left, y: box.bottom },
            ]
          : [
              { x: box.right, y: box.top },
              { x: box.right, y: box.bottom },
            ];
  return (from.x !== to.x || from.y !== to.y) && isInTriangle(to, from, ...corners);
}

function isInTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const side = (p: Point, q: Point) => (point.x - q.x) * (p.y - q.y) - (p.x - q.x) * (point.y - q.y);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return sides.every((one) => one >= 0) || sides.every((one) => one <= 0);
}
