import * as v from 'valibot';
import type { Paper } from '@/lib/paper/types';

/** What became of one record: a paper, or one short clause about why it is none ("title is missing"). */
export type Reading = { paper: Paper } | { title?: string; why: string };

/** `null`, `""` and a missing field all mean: not known. */
const blank = (value: unknown) =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;

const optional = <T extends v.GenericSchema>(schema: T) =>
  v.optional(v.pipe(v.unknown(), v.transform(blank), v.optional(schema)));

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** One line of text. Sources wrap titles and names. */
export const line = v.pipe(v.string(), v.transform(oneLine), v.maxLength(1_000, 'is too long'));

/** A line that a record is worth nothing without. */
export const requiredLine = v.pipe(v.unknown(), v.transform(blank), line);

export const optionalLine = optional(line);
export const optionalText = optional(v.pipe(v.string(), v.trim(), v.maxLength(50_000, 'is too long')));

/** Kept only where it is an http(s) address: a bad address is no reason to lose the paper. */
export const optionalAddress = optional(
  v.pipe(
    v.string(),
    v.transform((text) => (/^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined)),
  ),
);

const dateIn = (pattern: RegExp) =>
  optional(
    v.pipe(
      v.string(),
      v.transform((text) => pattern.exec(text)?.[0]),
    ),
  );

/** The calendar day of a date or time stamp (`2026-03-06T…`), or its month where it has no day. Others are dropped. */
export const optionalDate = dateIn(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])/);

/** The calendar day of a date or time stamp. Others are dropped. */
export const optionalDay = dateIn(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/);

/** A whole number, also as people write it: "1,204", "1.3k". Words are dropped. */
export const optionalCount = optional(
  v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.string(), v.transform(countIn))]),
);

function countIn(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)([km])?$/i.exec(text.trim().replaceAll(',', ''));
  if (!found) return undefined;
  const scale = { k: 1_000, m: 1_000_000 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(found[1]) * scale);
}

export const optionalList = <T extends v.GenericSchema>(item: T) => optional(v.array(item));

/** A name, or an object that has one. */
export const optionalOrganization = optional(
  v.pipe(
    v.union([line, v.object({ fullname: optionalLine, name: optionalLine })]),
    v.transform((value) => (typeof value === 'string' ? value : (value.fullname ?? value.name))),
  ),
);

/** The first fault of a record as a clause: "upvotes is not a number". */
export function explain(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const field = v.getDotPath(issue);
  if (!field) return 'it is not an object';
  if (issue.received === 'undefined') return `${field} is missing`;
  return issue.message.startsWith('is ') ? `${field} ${issue.message}` : `${field} is of the wrong kind`;
}

/** An object's title, for naming a record that cannot be read. */
export function titleOf(record: unknown): { title?: string } {
  if (typeof record !== 'object' || record === null) return {};
  const { title } = record as { title?: unknown };
  return typeof title === 'string' && title.trim() !== '' ? { title: oneLine(title).slice(0, 200) } : {};
}
