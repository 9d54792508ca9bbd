/** The item of a menu that a key leads to from the one at `index` (-1: none yet), round the ends; undefined for keys that mean nothing to it. */
export function nextItem(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return index <= 0 ? count - 1 : index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
