import type { Mention } from '@/lib/match/types';
import type { Matcher } from '../matcher';

/** Prints a kind of error: how many there are, and the first few. */
export function listErrors(kind: string, errors: readonly string[], most: number): void {
  if (errors.length === 0 || most === 0) return;
  const rest = errors.length > most ? `, ${most} of them` : '';
  console.log(`\n  ${kind}: ${errors.length.toLocaleString('en')}${rest}`);
  for (const error of spread(errors, most)) console.log(`    ${error}`);
}

/** Some of `all`, from its beginning to its end. */
function spread(all: readonly string[], most: number): string[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as string);
}

export const clip = (text: string, length = 150) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** Why and what: `cut-short 0.52 arxiv:2309.06651 "Its Title"`. */
export function describe({ evidence, score, paper }: Mention, matcher: Matcher): string {
  return `${evidence} ${score.toFixed(2)}  ${paper} “${clip(matcher.paper(paper).title, 100)}”`;
}
