import { repairTex } from './tex';

/** A title as a reader should see it: one line of plain text, TeX and its debris as Unicode. Never throws. */
export function displayTitle(title: string): string {
  return displayText(title);
}

/** An abstract or summary as a reader should see it: plain text, TeX and its debris as Unicode. Never throws. */
export function displayText(raw: string): string {
  return repairTex(raw);
}
