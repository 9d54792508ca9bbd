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
