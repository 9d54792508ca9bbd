/** Room that "+12" takes at the end of the line, in characters. */
const more = 4;

/**
 * How many names fit on one line of `room` characters, commas included; at least one. What is left goes behind a "+5".
 */
export function namesThatFit(names: readonly string[], room: number): number {
  let used = 0;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    used += name.length + (index > 0 ? 2 : 0);
    if (used + (isLast ? 0 : more) > room) return Math.max(1, index);
  }
  return names.length;
}
