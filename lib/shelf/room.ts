/** An error as a person should read it where the disk is full; any other as it is. Both browsers name it so, in every store. */
export function withoutRoom(error: unknown, consequence: string): unknown {
  if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return error;
  return new Error(`The disk is full: ${consequence}`, { cause: error });
}
