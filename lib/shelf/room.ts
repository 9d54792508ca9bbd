import { type PlainKey, t } from '@/lib/i18n/text';
/** An error as a person should read it where the disk is full; any other as it is. Both browsers name it so, in every store. */
export function withoutRoom(error: unknown, consequence: PlainKey): unknown {
  if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return error;
  return new Error(t(consequence), { cause: error });
}
