import { deleteDB } from 'idb';
import { DamagedDatabase } from '@/lib/database';
import { t } from '@/lib/i18n/text';
import { announce } from '@/lib/messages';
import { openShelf } from './database';

/**
 * Puts an empty shelf in the place of one whose files are damaged, so that a backup can be restored: only for someone who was
 * asked and said yes.
 *
 * @throws Error, one sentence, where the shelf can be read, and where a newer version wrote it: then nothing is done
 */
export async function beginShelfAnew(): Promise<void> {
  const error = await openShelf().then(() => undefined, asError);
  if (!error) throw new Error(t('failure.shelfIsWhole'));
  if (!(error instanceof DamagedDatabase)) throw error;
  await deleteDB('shelf');
  await openShelf();
  announce('shelf');
}

const asError = (error: Error) => error;
