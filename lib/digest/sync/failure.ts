import { SourceFailure } from '../net/failure';
import type { Failure } from './state';

/** What an error that stopped a sync is to a person. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SourceFailure) return error.failure;
  if (!(error instanceof Error)) return { kind: 'other', why: String(error) };
  return error.name === 'QuotaExceededError' ? { kind: 'disk-full' } : { kind: 'other', why: error.message };
}

/** Whether it may be one answer only that is wrong, so that the next question is worth asking. */
export function isOfOneAnswer({ kind }: Failure): boolean {
  return kind === 'nonsense' || kind === 'server' || kind === 'timeout';
}
