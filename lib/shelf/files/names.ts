import { familyName } from '@/lib/paper/authors';

/** A person's name taken apart, as bibliographies want it; a team's is one piece. */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

/** A full name as papers have it: "Ada van der Berg", "Bo Lamp Jr.", "The A and B Team". */
export function splitName(name: string): Name {
  const family = familyName(name);
  const at = name.lastIndexOf(family);
  const given = name.slice(0, at).trim();
  const suffix = name.slice(at + family.length).trim();
  if (given === '' || /[,{}]|\band\b|^the\b/i.test(name)) return { literal: name };
  return { family, given, ...(suffix !== '' && { suffix }) };
}

/** The full name of one in pieces, as commas part them: "Berg" and "Ada", "van der Berg", "Jr." and "Ada". */
export function joinName(parts: readonly string[]): string {
  const [family = '', second = '', third] = parts.map((part) => part.trim());
  const whole = third === undefined ? `${second} ${family}` : `${third} ${family} ${second}`;
  return whole.replace(/\s+/g, ' ').trim();
}
