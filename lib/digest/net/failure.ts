import type { Failure } from '@/lib/digest/sync/state';

/** A source could not be read; `failure` says why in terms a person can be told. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super('why' in failure ? failure.why : failure.kind, options);
    this.failure = failure;
  }
}

/** The server's answer is not what was asked for; `why` is a clause ("its answer is not JSON"). */
export function nonsense(why: string, cause?: unknown): SourceFailure {
  return new SourceFailure({ kind: 'nonsense', why }, { cause });
}
