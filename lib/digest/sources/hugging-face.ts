import { nonsense } from '@/lib/digest/net/failure';
import { t } from '@/lib/i18n/text';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { readDailyItem } from './daily-item';
import { ofDay } from './of-day';
import { readList } from './pages';
import type { Reading } from './reading';
import type { Skipped, SourceEntry, Span, SpanAnswer } from './source';
import { daysOf } from './spans';

const listAddress = 'https://huggingface.co/api/daily_papers';

/** The most that the server gives. */
const pageSize = 100;

/** Bad records that are no longer an accident where there is not one good one. */
const several = 3;

/** From here on every paper says of which day it is. */
const selfDated: Day = '2025-01-01';

/** Daily Papers of Hugging Face, by its published API. */
export const huggingFace: SourceEntry = {
  name: 'Hugging Face',
  about: 'source.huggingFace',
  host: 'huggingface.co',
  since: '2023-05-04',
  // The server grants an anonymous address 500 requests in 5 minutes; this makes 400 at the most.
  gap: 750,

  async read(span, ask, etags) {
    const days = daysOf(span);
    const asked = 'day' in span ? span.day : undefined;
    // The server knows no week 53.
    const divided = asked !== undefined || ((days[0] as Day) >= selfDated && !isWeek53(span));
    if (!divided) return 'undivided';
    const list = {
      address: (page: number) => `${listAddress}?${queryOf(span)}&limit=${pageSize}&p=${page}`,
      parse: parseItems,
      pageSize,
    };
    const whole = await readList(list, ask, etags);
    if (whole === 'unchanged') return whole;
    if (whole !== 'endless') {
      const readings = asked === undefined ? whole.readings : ofDay(whole.readings, asked);
      return sortIntoDays(days, readings, whole.etags);
    }
    if (asked !== undefined) throw nonsense(t('answer.endless'));
    return 'undivided';
  },
};

const isWeek53 = (span: Span) => 'week' in span && span.week.endsWith('W53');

function queryOf(span: Span): string {
  if ('day' in span) return `date=${span.day}`;
  return 'week' in span ? `week=${span.week}` : `month=${span.month}`;
}

function parseItems(text: string): Reading[] {
  const items = parseJson(text);
  if (!Array.isArray(items)) throw nonsense(t('answer.noList'));
  return items.map((item: unknown) => readDailyItem(item));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw nonsense(t('answer.noJson'), error);
  }
}

/** A paper that stands in the list twice counts once. */
function sortIntoDays(days: Day[], readings: Reading[], etags: string[]): SpanAnswer | 'undivided' {
  const byDay = new Map<Day, Paper[]>(days.map((day) => [day, []]));
  const seen = new Set<PaperId>();
  const skipped: Skipped[] = [];
  for (const reading of readings) {
    if (!('paper' in reading)) {
      skipped.push(reading);
      continue;
    }
    const { paper } = reading;
    const list = byDay.get(paper.day ?? '');
    if (!list) return 'undivided';
    if (!seen.has(paper.id)) list.push(paper);
    seen.add(paper.id);
  }
  // Then it is the format that has changed, and an empty day in their place would be a lie.
  if (seen.size === 0 && skipped.length >= several) throw nonsense(t('answer.noneReadable'));
  return { days: byDay, skipped, etags };
}
