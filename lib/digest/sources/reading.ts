import * as v from 'valibot';
import { type MessageKey, t } from '@/lib/i18n/text';
import type { Day, Paper } from '@/lib/paper/types';

/** What became of one record: a paper, or one short clause about why it is none ("it has no title"). */
export type Reading = { paper: Paper } | { title?: string; day?: Day; why: string };

/*
 * A schema's message is the name of a clause for a person about a field of that name: "its authors are not names".
 */

type FaultKey = Extract<MessageKey, `record.field${string}`>;

const says = (fault: FaultKey) => fault;

/** `null`, `""` and a missing field all mean: not known. */
const blank = (value: unknown) =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;

export const optional = <T extends v.GenericSchema>(schema: T) =>
  v.optional(v.pipe(v.unknown(), v.transform(blank), v.optional(schema)));

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** One line of text. Sources wrap titles and names. */
const line = v.pipe(
  v.string(says('record.fieldNotText')),
  v.transform(oneLine),
  v.maxLength(1_000, says('record.fieldTooLong')),
);

/** A line that a record is worth nothing without. */
export const requiredLine = v.pipe(v.unknown(), v.transform(blank), line);

export const optionalLine = optional(line);
export const optionalText = optional(
  v.pipe(v.string(says('record.fieldNotText')), v.trim(), v.maxLength(50_000, says('record.fieldTooLong'))),
);

/** A list of lines, with what is to be said of one that holds anything else. */
export const linesThat = (areNot: FaultKey) =>
  v.array(v.pipe(v.string(areNot), v.transform(oneLine), v.maxLength(2_000, areNot)), areNot);

const person = v.object({ name: optionalLine, hidden: v.nullish(v.boolean()) });

/** Names, or objects that have one, as the Hugging Face API gives authors; those it hides are left out. */
export const names = v.pipe(
  v.array(v.union([line, person], says('record.fieldsNotNames')), says('record.fieldsNotNames')),
  v.transform((all) =>
    all.flatMap((one) => (typeof one === 'string' ? one : one.name && !one.hidden ? one.name : [])),
  ),
);

const isAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);

/** Kept only where it is an http(s) address: a bad address is no reason to lose the paper. */
export const optionalAddress = optional(
  v.pipe(
    v.string(says('record.fieldNotAddress')),
    v.transform((text) => (isAddress(text) ? text : undefined)),
  ),
);

/** The http(s) addresses of a list; undefined where it has none. */
export const optionalAddresses = optional(
  v.pipe(
    linesThat('record.fieldsNotAddresses'),
    v.transform((all) => all.filter(isAddress)),
    v.transform((all) => (all.length > 0 ? all : undefined)),
  ),
);

const dateIn = (pattern: RegExp) =>
  optional(
    v.pipe(
      v.string(says('record.fieldNotDate')),
      v.transform((text) => pattern.exec(text)?.[0]),
      v.transform((date) => (date !== undefined && exists(date) ? date : undefined)),
    ),
  );

/** Not 31 November. */
const exists = (date: string) =>
  new Date(`${date}${date.length === 7 ? '-01' : ''}T00:00:00Z`).getUTCMonth() + 1 ===
  Number(date.slice(5, 7));

/** The calendar day of a date or time stamp (`2026-03-06T…`), or its month where it has no day. Others are dropped. */
export const optionalDate = dateIn(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])/);

/** The calendar day of a date or time stamp. Others are dropped. */
export const optionalDay = dateIn(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/);

const wholeNumber = v.pipe(
  v.number(),
  v.check((count) => Number.isInteger(count) && count >= 0, says('record.fieldsNotWhole')),
);

/** A whole number, also as people write it: "1,204", "1.3k". Words are dropped. */
export const optionalCount = optional(
  v.union([wholeNumber, v.pipe(v.string(), v.transform(countIn))], says('record.fieldsNotNumber')),
);

function countIn(text: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)([km])?$/i.exec(text.trim().replaceAll(',', ''));
  if (!found) return undefined;
  const scale = { k: 1_000, m: 1_000_000 }[found[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(found[1]) * scale);
}

/** A name, or an object that has one, as people and organizations do. */
export const optionalNamed = optional(
  v.pipe(
    v.union([line, v.object({ fullname: optionalLine, name: optionalLine })], says('record.fieldNotName')),
    v.transform((value) => (typeof value === 'string' ? value : (value.fullname ?? value.name))),
  ),
);

/** The first fault of a record as a clause: "its upvotes are not a number". */
export function explain([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const field = issue.path?.[0]?.key;
  if (field === undefined) return t('record.noRecord');
  if (issue.received !== 'undefined') return t(issue.message as FaultKey, { field: String(field) });
  return field === 'title' ? t('record.noTitle') : t('record.lacks', { field: String(field) });
}

/** An object's title, for naming a record that cannot be read. */
export function titleOf(record: unknown): { title?: string } {
  if (typeof record !== 'object' || record === null) return {};
  const { title } = record as { title?: unknown };
  return typeof title === 'string' && title.trim() !== '' ? { title: oneLine(title).slice(0, 200) } : {};
}
