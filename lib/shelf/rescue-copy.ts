import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Backup } from './backups';

/*
 * The newest backup once more, in `storage.local`. Chromium keeps all databases of an extension in the same files and empties
 * every one of them where these are damaged: shelf and backups are gone together then.
 */

const key = 'shelfRescue';

export interface RescueCopy {
  backup: Backup;
  /** As the backup itself is kept: gzipped. */
  content: Uint8Array<ArrayBuffer>;
}

const stored = v.object({
  backup: v.object({
    at: v.number(),
    reason: v.picklist(['schedule', 'request', 'import', 'restore']),
    papers: v.number(),
    size: v.number(),
    state: v.string(),
  }),
  /** Base64: `storage.local` holds JSON. */
  content: v.string(),
});

/** Undefined where there is none that can be read. */
export async function readRescueCopy(): Promise<RescueCopy | undefined> {
  const parsed = v.safeParse(stored, (await browser.storage.local.get(key))[key]);
  if (!parsed.success) return undefined;
  try {
    return { backup: parsed.output.backup, content: Uint8Array.fromBase64(parsed.output.content) };
  } catch {
    return undefined;
  }
}

/** Takes the place of the one before. */
export async function keepRescueCopy({ backup, content }: RescueCopy): Promise<void> {
  await browser.storage.local.set({ [key]: { backup, content: content.toBase64() } });
}

export async function eraseRescueCopy(): Promise<void> {
  await browser.storage.local.remove(key);
}
