import { intl } from './format';

/*
 * What only settings speak of, apart from what every page carries along.
 */

/** A number of bytes, in the units disks are sold by: `840 kB`, `61 MB`, `1.2 GB`. */
export function bytesName(bytes: number): string {
  const [value, unit, digits] =
    bytes < 1_000_000
      ? [Math.max(1, bytes / 1_000), 'kilobyte', 0]
      : bytes < 999_500_000
        ? [bytes / 1_000_000, 'megabyte', 0]
        : [bytes / 1_000_000_000, 'gigabyte', 1];
  return intl(Intl.NumberFormat, {
    style: 'unit',
    unit,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A moment with its time of day where the reader is: "29 July 2026, 14:05". */
export const momentAndTime = (time: number): string =>
  intl(Intl.DateTimeFormat, { dateStyle: 'long', timeStyle: 'short' }).format(time).replace(' at ', ', ');
