import { writeFileSync } from 'node:fs';

/** One measured figure, and what it was meant to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Such as `≥ 99.5`; empty where the figure only informs. */
  wants: string;
  holds: boolean;
}

export const atLeast = (name: string, value: number, unit: string, bound: number): Figure => ({
  name,
  value,
  unit,
  wants: `≥ ${bound}`,
  holds: value >= bound,
});

export const atMost = (name: string, value: number, unit: string, bound: number): Figure => ({
  name,
  value,
  unit,
  wants: `≤ ${bound}`,
  holds: value <= bound,
});

/** A figure that only informs: nothing is asked of it. */
export const noted = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  wants: '',
  holds: true,
});

/** All figures as one table for the terminal. */
export function figureTable(figures: readonly Figure[]): string {
  return table(
    ['figure', 'measured', 'wanted', ''],
    figures.map(({ name, value, unit, wants, holds }) => [
      name,
      `${number(value, unit)}${unit === '%' ? '%' : ` ${unit}`}`.trimEnd(),
      wants,
      wants === '' ? '' : holds ? 'yes' : 'NO',
    ]),
    [1, 2],
  );
}

export function writeFigures(file: string, figures: readonly Figure[]): void {
  writeFileSync(file, `${JSON.stringify({ figures }, null, 2)}\n`);
}

/** Rows under a ruled head; columns named in `right` are aligned to the right. */
export function table(head: string[], rows: string[][], right: readonly number[] = []): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...rows.map(line)].map((text) => `  ${text}`).join('\n');
}

/** Counts as they are; of everything else two decimals, more where the value is small. */
function number(value: number, unit: string): string {
  const digits = unit === '' && Number.isInteger(value) ? 0 : Math.abs(value) >= 0.1 || value === 0 ? 2 : 4;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
