/** Author lists as people write them. Names are full names, as the digest has them. */

/** "A, B and C"; with more than `most` names "A, B and 5 more". Empty for nobody. */
export function formatAuthors(authors: readonly string[], most = 4): string {
  if (authors.length > most) {
    const shown = authors.slice(0, Math.max(1, most - 1));
    return `${shown.join(', ')} and ${authors.length - shown.length} more`;
  }
  const last = authors.at(-1) ?? '';
  return authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')} and ${last}`;
}

const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|ten)$/i;

/** The family name of a full name written in Western order, with its particles: "van der Berg". */
export function familyName(name: string): string {
  const comma = name.indexOf(',');
  if (comma > 0) return name.slice(0, comma).trim();
  const parts = name.trim().split(/\s+/);
  while (parts.length > 1 && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(parts.at(-1) as string)) parts.pop();
  let first = parts.length - 1;
  while (first > 1 && particle.test(parts[first - 1] as string)) first--;
  return parts.slice(first).join(' ');
}
