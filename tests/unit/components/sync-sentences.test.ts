import { describe, expect, it } from 'vitest';
import { failureSentence, freshnessSentence, statusOf } from '@/components/sync/sentences';
import type { Failure, SyncState } from '@/lib/digest/sync/state';

const minute = 60_000;
const hour = 60 * minute;
/** Noon where the test runs. */
const now = new Date(2026, 2, 5, 12).getTime();
const march3 = new Date(2026, 2, 3, 9).getTime();

const face = { name: 'Hugging Face', host: 'huggingface.co' };
const arxiv = { name: 'arXiv', host: 'export.arxiv.org' };
const calm: SyncState = { failures: 0, skipped: [], sources: { 'hugging-face': face, arxiv } };
const failed = (failure: Failure, more: Partial<SyncState> = {}): SyncState => ({
  ...calm,
  lastFailure: { source: 'hugging-face', at: now - minute, failure },
  ...more,
});

describe('how fresh the copy is', () => {
  it.each([
    [undefined, 'Not synced yet.'],
    [now, 'Updated just now.'],
    [now + hour, 'Updated just now.'],
    [now - minute, 'Updated 1 minute ago.'],
    [now - 5.9 * minute, 'Updated 5 minutes ago.'],
    [now - hour, 'Updated 1 hour ago.'],
    [now - 30 * hour, 'Updated 30 hours ago.'],
    [march3, 'Updated on 3 March.'],
    [new Date(2025, 11, 31).getTime(), 'Updated on 31 December 2025.'],
  ])('%j: %s', (then, sentence) => expect(freshnessSentence(then, now)).toBe(sentence));
});

describe('progress', () => {
  it.each([
    [0, 1, 'Checking 1 of 1 daily page'],
    [2, 14, 'Checking 3 of 14 daily pages'],
    [14, 14, 'Checking 14 of 14 daily pages'],
  ])('%d of %d where everything is here: %s', (done, of, sentence) => {
    const running = { source: 'arxiv', day: '2026-03-05', done, of, at: now } as const;
    expect(statusOf({ ...calm, running }, now)).toEqual({ kind: 'running', sentence, done, of });
  });

  it.each([
    [0, 30, 'Filling in: 0 of 30 daily pages are here'],
    [1_099, 1_270, 'Filling in: 1,099 of 1,270 daily pages are here'],
  ])('is that of the whole range while it is filled in, %d of %d: %s', (done, of, sentence) => {
    const running = { source: 'arxiv', day: '2026-03-05', done: 3, of: 7, at: now } as const;
    const backfill = { done, of, paused: false };
    expect(statusOf({ ...calm, running, backfill }, now)).toEqual({ kind: 'running', sentence, done, of });
  });
});

describe('a failure', () => {
  const cases: [Failure, string, 'allow' | 'retry' | 'wait'][] = [
    [
      { kind: 'wait', until: now + 4 * minute },
      'Hugging Face asked us to wait 4 minutes. Nothing has been synced yet.',
      'wait',
    ],
    [
      { kind: 'wait', until: now + 20_000 },
      'Hugging Face asked us to wait 1 minute. Nothing has been synced yet.',
      'wait',
    ],
    [
      { kind: 'wait', until: now + 3 * hour },
      'Hugging Face asked us to wait 3 hours. Nothing has been synced yet.',
      'wait',
    ],
    [
      { kind: 'wait', until: now },
      'Hugging Face asked us to wait. That time is over. Nothing has been synced yet.',
      'retry',
    ],
    [{ kind: 'offline' }, 'You are offline. Nothing has been synced yet.', 'retry'],
    [{ kind: 'unreachable' }, 'Hugging Face could not be reached. Nothing has been synced yet.', 'retry'],
    [{ kind: 'not-allowed' }, 'Your browser has not given Titlelight access to huggingface.co.', 'allow'],
    [{ kind: 'timeout' }, 'Hugging Face did not answer in time. Nothing has been synced yet.', 'retry'],
    [
      { kind: 'server', status: 503 },
      'Hugging Face has a problem of its own (error 503). Nothing has been synced yet.',
      'retry',
    ],
    [
      { kind: 'server', status: 403 },
      'Hugging Face refused to answer (error 403). Nothing has been synced yet.',
      'retry',
    ],
    [
      { kind: 'nonsense', why: 'it is no list' },
      'The answer of Hugging Face could not be read: it is no list.',
      'retry',
    ],
    [{ kind: 'disk-full' }, 'This disk is full. Your copy is as it was before.', 'retry'],
    [{ kind: 'other', why: 'it broke.' }, 'Syncing stopped: it broke.', 'retry'],
  ];
  it.each(cases)('%j: %s', (failure, sentence, mend) => {
    expect(failureSentence(failed(failure), now)).toBe(sentence);
    expect(statusOf(failed(failure), now)).toEqual({ kind: 'failed', sentence, mend });
  });

  it('names its own source', () => {
    const state = {
      ...calm,
      lastFailure: { source: 'arxiv', at: now, failure: { kind: 'not-allowed' } },
    } as const;
    expect(failureSentence(state, now)).toBe(
      'Your browser has not given Titlelight access to export.arxiv.org.',
    );
  });

  it('of one source says how fresh the other is', () => {
    const state: SyncState = {
      ...calm,
      lastFailure: { source: 'arxiv', at: now, failure: { kind: 'timeout' } },
      sources: { 'hugging-face': { ...face, lastSuccess: now - 5 * minute }, arxiv },
      lastSuccess: now - 3 * hour,
    };
    expect(failureSentence(state, now)).toBe(
      'arXiv did not answer in time. Your copy is 3 hours old. Hugging Face: updated 5 minutes ago.',
    );
  });

  it.each([
    ['offline', 'You are offline.'],
    ['unreachable', 'Hugging Face could not be reached.'],
  ] as const)('%s says of when the copy is', (kind, said) => {
    const stood = (lastSuccess: number) => failureSentence(failed({ kind }, { lastSuccess }), now);
    expect(stood(march3)).toBe(`${said} This is the copy of 3 March.`);
    expect(stood(now - 3 * hour)).toBe(`${said} Your copy is 3 hours old.`);
  });

  it('says when it is tried again, once', () => {
    const waitUntil = now + 2 * minute;
    expect(failureSentence(failed({ kind: 'timeout' }, { waitUntil }), now)).toBe(
      'Hugging Face did not answer in time. Nothing has been synced yet. Next try in 2 minutes.',
    );
    expect(failureSentence(failed({ kind: 'nonsense', why: 'it is no list' }, { waitUntil: now }), now)).toBe(
      'The answer of Hugging Face could not be read: it is no list.',
    );
    expect(failureSentence(failed({ kind: 'wait', until: waitUntil }, { waitUntil }), now)).toBe(
      'Hugging Face asked us to wait 2 minutes. Nothing has been synced yet.',
    );
  });

  it('is nothing to say where there was none', () => expect(failureSentence(calm, now)).toBe(''));
});

describe('the one thing to say', () => {
  const failure = { kind: 'timeout' } as const;
  it('is what is under way', () => {
    const running = { source: 'hugging-face', day: '2026-03-05', done: 2, of: 14, at: now } as const;
    expect(statusOf(failed(failure, { running }), now)).toEqual({
      kind: 'running',
      sentence: 'Checking 3 of 14 daily pages',
      done: 2,
      of: 14,
    });
  });

  it('is no work that a stopped worker left behind', () => {
    const running = { source: 'hugging-face', day: '2026-03-05', done: 2, of: 14, at: now - hour } as const;
    expect(statusOf({ ...calm, running }, now).kind).toBe('idle');
  });

  it('is no failure of which nothing is left to do', () => {
    const lastFailure = { source: 'hugging-face', at: now - minute, failure, isOver: true } as const;
    expect(statusOf({ ...calm, lastFailure, lastSuccess: now - hour }, now).kind).toBe('idle');
  });

  it('is a failure of the copy itself, whatever succeeded before', () => {
    const lastFailure = { at: now - minute, failure: { kind: 'disk-full' } } as const;
    expect(statusOf({ ...calm, lastFailure, lastSuccess: now }, now).kind).toBe('failed');
  });

  it('is a failure only until the next success', () => {
    expect(statusOf(failed(failure, { lastSuccess: now - hour }), now).kind).toBe('failed');
    expect(statusOf(failed(failure, { lastSuccess: now }), now)).toEqual({
      kind: 'idle',
      sentence: 'Updated just now.',
    });
  });
});
