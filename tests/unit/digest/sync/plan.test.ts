import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDay } from '@/lib/digest/store';
import { dayAt, dayLength, daysBetween, plusDays, startOf } from '@/lib/digest/sync/calendar';
import { planFor, type Situation } from '@/lib/digest/sync/plan';
import { keeps } from '@/lib/settings/digest';

const hour = 60 * 60 * 1000;
/** A Thursday, noon. */
const now = Date.parse('2026-03-12T12:00:00Z');
const today = '2026-03-12';
const ago = (days: number) => plusDays(today, -days);

const record = (day: string, syncedAt: number, papers = 3): SourceDay => ({
  source: 'hugging-face',
  day,
  papers,
  own: papers,
  complete: true,
  syncedAt,
  etags: [],
});

/** Every day of the default range, each answered when it was over and again half an hour ago. */
const fresh = () => daysBetween(ago(29), today).map((day) => record(day, now - hour / 2));

const plan = (more: Partial<Situation> = {}) =>
  planFor({ now, since: '2023-05-04', keep: '30-days', days: fresh(), ...more });

/** The fresh copy with another record for some days; `undefined`: none. */
const withDays = (changed: Record<string, SourceDay | undefined>) =>
  fresh().flatMap((one) => (one.day in changed ? (changed[one.day] ?? []) : one));

describe('a copy that is up to date', () => {
  it('lacks nothing', () => {
    expect(plan()).toEqual({
      recent: [],
      missing: [],
      range: { days: 30, here: 30 },
      isFilling: false,
      drop: [],
    });
  });

  it('is asked about today and yesterday on demand, and about nothing else', () => {
    expect(plan({ askedAt: now - 1 }).recent).toEqual([today, ago(1)]);
  });

  it('has answered a demand once the answers are younger than it', () => {
    expect(plan({ askedAt: now - hour }).recent).toEqual([]);
    expect(plan({ askedAt: now - hour / 2 }).recent).toEqual([]);
  });

  it('knows a demand of the future for a mistake of the clock', () => {
    expect(plan({ askedAt: now + hour }).recent).toEqual([]);
  });
});

describe('an empty copy', () => {
  it('wants the last 14 days first, the newest first, then the rest of the range', () => {
    const { recent, missing, range } = plan({ days: [] });
    expect(recent).toEqual(daysBetween(ago(13), today));
    expect(missing).toEqual(daysBetween(ago(29), ago(14)));
    expect(range).toEqual({ days: 30, here: 0 });
  });

  it.each([
    ['30-days', '2026-02-11'],
    ['6-months', '2025-09-11'],
    ['1-year', '2025-03-13'],
    ['everything', '2023-05-04'],
  ] as const)('that is to keep %s reaches back to %s', (keep, first) => {
    expect(plan({ days: [], keep }).missing.at(-1)).toBe(first);
  });

  it('never reaches back before the source began', () => {
    const { recent, missing } = plan({ days: [], keep: '1-year', since: ago(20) });
    expect([...recent, ...missing].at(-1)).toBe(ago(20));
    expect(plan({ days: [], since: ago(3) })).toMatchObject({
      recent: daysBetween(ago(3), today),
      missing: [],
    });
  });
});

describe('a pause', () => {
  it('holds back all that a source had before it was switched on, but not today', () => {
    expect(plan({ days: [], isPaused: true })).toMatchObject({
      recent: [today],
      missing: daysBetween(ago(29), ago(1)),
      range: { days: 30, here: 0 },
      isFilling: true,
    });
    const begun = daysBetween(ago(2), today).map((day) => record(day, now - hour / 2));
    expect(plan({ days: begun, isPaused: true })).toMatchObject({
      recent: [],
      missing: daysBetween(ago(29), ago(3)),
      range: { days: 30, here: 3 },
    });
    // What other topics made count as never asked for.
    const again = fresh().map((one) => ({ ...one, syncedAt: 0 }));
    expect(plan({ days: again, isPaused: true }).recent).toEqual([today]);
  });

  it('holds back no day that was missed since the last sync', () => {
    const days = fresh().filter(({ day }) => day < ago(4) || day === ago(2));
    const { recent, missing } = plan({ days, isPaused: true });
    expect(recent.filter((day) => day > ago(5))).toEqual([today, ago(1), ago(3), ago(4)]);
    expect(missing).toEqual([]);
  });
});

describe('filling in', () => {
  it('is what days are that came before the copy began, and long past ones', () => {
    expect(plan({ days: [] }).isFilling).toBe(true);
    expect(plan({ days: fresh().slice(0, 10) }).isFilling).toBe(true);
    expect(plan({ days: fresh().filter(({ day }) => day !== ago(20)) }).isFilling).toBe(true);
  });

  it('is not what new days are, nor a source of which there is but today', () => {
    expect(plan({ days: fresh().slice(5) }).isFilling).toBe(false);
    expect(plan({ days: [], since: today }).isFilling).toBe(false);
  });
});

describe('recent days', () => {
  it('of today and yesterday are asked for again after an hour', () => {
    const days = withDays({ [today]: record(today, now - hour), [ago(1)]: record(ago(1), now - hour) });
    expect(plan({ days }).recent).toEqual([today, ago(1)]);
    const younger = withDays({ [today]: record(today, now - 50 * 60_000) });
    expect(plan({ days: younger }).recent).toEqual([]);
  });

  it('before that are asked for again after a day', () => {
    const days = withDays({
      [ago(2)]: record(ago(2), now - 19 * hour),
      [ago(5)]: record(ago(5), now - dayLength),
      [ago(13)]: record(ago(13), now - dayLength),
    });
    expect(plan({ days }).recent).toEqual([ago(5), ago(13)]);
  });

  it('come in order of use: today, those not here, those that are old', () => {
    const days = withDays({
      [today]: record(today, now - 2 * hour),
      [ago(1)]: record(ago(1), now - 2 * hour),
      [ago(4)]: undefined,
      [ago(7)]: undefined,
      [ago(9)]: record(ago(9), now - 3 * dayLength),
    });
    expect(plan({ days }).recent).toEqual([today, ago(4), ago(7), ago(1), ago(9)]);
  });

  it('that only an import named were never asked for', () => {
    const imported = { ...record(ago(3), 0), complete: false };
    expect(plan({ days: withDays({ [ago(3)]: imported }) }).recent).toEqual([ago(3)]);
  });

  it('end at midnight of UTC', () => {
    const late = Date.parse('2026-03-12T23:59:59.999Z');
    expect(plan({ now: late, days: [] }).recent[0]).toBe('2026-03-12');
    expect(plan({ now: late + 1, days: [] }).recent[0]).toBe('2026-03-13');
  });
});

describe('older days', () => {
  it('are left alone however old their answer', () => {
    const days = withDays({ [ago(20)]: record(ago(20), startOf(ago(20)) + 4 * dayLength) });
    expect(plan({ days })).toMatchObject({ recent: [], missing: [] });
  });

  it('whose last answer came while they were young count as missing: the browser was off since', () => {
    const days = withDays({ [ago(20)]: record(ago(20), startOf(ago(20)) + 10 * hour) });
    expect(plan({ days })).toMatchObject({ recent: [], missing: [ago(20)], range: { days: 30, here: 29 } });
  });

  it('are filled in where a longer range was chosen', () => {
    const { missing, drop } = plan({ keep: '6-months' });
    expect(missing).toEqual(daysBetween(ago(182), ago(30)));
    expect(drop).toEqual([]);
  });
});

describe('days to drop', () => {
  it('lie before the range', () => {
    const old = daysBetween(ago(40), ago(30)).map((day) => record(day, now - hour));
    expect(plan({ days: [...fresh(), ...old] }).drop).toEqual(old.map(({ day }) => day));
    expect(plan({ days: [...fresh(), ...old], keep: '6-months' }).drop).toEqual([]);
  });

  it('are not those that came by import alone', () => {
    const imported = { ...record('2024-01-05', 0), complete: false };
    expect(plan({ days: [...fresh(), imported] }).drop).toEqual([]);
  });

  it('are counted from the newest day that has papers: a month of silence takes nothing away', () => {
    const month = 40 * dayLength;
    expect(plan({ now: now + month }).drop).toEqual([]);
    const empty = daysBetween(ago(-40), ago(-1)).map((day) => record(day, now + month, 0));
    expect(plan({ now: now + month, days: [...empty, ...fresh()] }).drop).toEqual([]);
    const one = record(ago(-10), now + month);
    expect(plan({ now: now + month, days: [one, ...fresh()] }).drop).toEqual(daysBetween(ago(29), ago(20)));
  });
});

describe('a clock that jumped', () => {
  it('back: an answer of the future is no answer', () => {
    const days = withDays({ [ago(3)]: record(ago(3), now + 1), [ago(20)]: record(ago(20), now + 1) });
    expect(plan({ days })).toMatchObject({ recent: [ago(3)], missing: [ago(20)] });
  });

  it('back: days after today are never asked for, and dropped where they are empty', () => {
    const ahead = [record(ago(-2), now + hour, 0), record(ago(-1), now + hour, 4)];
    const { recent, missing, drop } = plan({ days: [...ahead, ...fresh()] });
    expect({ recent, missing, drop }).toEqual({ recent: [], missing: [], drop: [ago(-2)] });
  });

  it('to before the source began: there is nothing to do', () => {
    expect(plan({ now: 0 })).toMatchObject({ recent: [], missing: [], drop: [] });
  });
});

describe('whatever is stored', () => {
  const situations = fc.record({
    now: fc.integer({ min: startOf('2020-01-01'), max: startOf('2030-01-01') }),
    since: fc.constantFrom('2023-05-04', '2026-03-01'),
    keep: fc.constantFrom(...keeps),
    askedAt: fc.option(fc.integer({ min: startOf('2026-01-01'), max: startOf('2027-01-01') }), {
      nil: undefined,
    }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 }).chain((offsets) =>
      fc.tuple(
        ...offsets
          .sort((a, b) => b - a)
          .map((offset) =>
            fc
              .tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 0, max: 2 }), fc.boolean())
              .map(([later, papers, complete]): SourceDay => {
                const day = plusDays('2023-01-01', offset);
                return { ...record(day, startOf(day) + later * dayLength, papers), complete };
              }),
          ),
      ),
    ),
  });

  it('never asks for a day outside the range, nor twice, and drops nothing that it asks for', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { recent, missing, range, drop } = planFor(situation);
        const wanted = [...recent, ...missing];
        expect(new Set(wanted).size).toBe(wanted.length);
        expect(wanted.every((day) => day >= situation.since && day <= dayAt(situation.now))).toBe(true);
        expect(drop.filter((day) => wanted.includes(day))).toEqual([]);
        expect(range.here).toBeGreaterThanOrEqual(0);
        expect([...missing]).toEqual([...missing].sort().reverse());
      }),
    );
  });

  it('is at rest once everything asked for was answered and everything superfluous dropped', () => {
    const followed = (situation: Situation, papers: number): Situation => {
      const { recent, missing, drop } = planFor(situation);
      const answered = new Set([...recent, ...missing]);
      const days = [
        ...situation.days.filter(({ day }) => !answered.has(day) && !drop.includes(day)),
        ...[...answered].map((day) => record(day, situation.now, papers)),
      ];
      return { ...situation, days: days.sort((a, b) => (a.day < b.day ? 1 : -1)) };
    };
    fc.assert(
      fc.property(situations, fc.constantFrom(0, 1), (situation, papers) => {
        // Twice: only when today's papers are here, the days before the range are too old.
        const after = followed(followed(situation, papers), papers);
        expect(planFor(after)).toMatchObject({ recent: [], missing: [], drop: [] });
      }),
    );
  });
});
