import { useRef, useState } from 'preact/hooks';
import { takeBackup } from '@/lib/shelf/backups';
import type { Undo } from '@/lib/shelf/change';
import { type FileContent, readShelfFile } from '@/lib/shelf/files/read';
import { FileError } from '@/lib/shelf/files/skipped';
import {
  applyImport,
  type ImportMode,
  type ImportPlan,
  type ImportWishes,
  planImport,
  withWishes,
} from '@/lib/shelf/import';
import { undo } from '@/lib/shelf/undo';
import { sentence } from '../sentence';

export type ShelfImport =
  | { phase: 'idle' }
  | { phase: 'reading' }
  /** Someone looks at what would change. */
  | { phase: 'planned'; content: FileContent; plan: ImportPlan; mode: ImportMode; wishes: ImportWishes }
  | { phase: 'writing' }
  | { phase: 'done'; plan: ImportPlan; undo: Undo }
  /** `kept`: papers of which something stays, because it was changed again since. */
  | { phase: 'undone'; kept: number }
  /** `isForeign`: the file is none that can be read. */
  | { phase: 'failed'; message: string; isForeign: boolean };

/** Where the content comes from, and so where it is spoken of. */
export type ImportOrigin = 'file' | 'backup';

export type ImportFlow = ReturnType<typeof useShelfImport>;

/** One import into the shelf at a time, from the file to the way back: read, look, write, undo. */
export function useShelfImport() {
  const [state, setState] = useState<ShelfImport>({ phase: 'idle' });
  const [origin, setOrigin] = useState<ImportOrigin>('file');
  /** Of several plans under way only the one asked for last is shown. */
  const latest = useRef(0);

  const attempt = async (work: () => Promise<ShelfImport>) => {
    latest.current += 1;
    const mine = latest.current;
    const next = await work().catch(
      (error: unknown): ShelfImport => ({
        phase: 'failed',
        message: sentence(error),
        isForeign: error instanceof FileError,
      }),
    );
    if (mine === latest.current) setState(next);
  };
  const plan = async (
    content: FileContent,
    mode: ImportMode,
    wishes: ImportWishes,
  ): Promise<ShelfImport> => ({
    phase: 'planned',
    content,
    mode,
    wishes,
    plan: await planImport(withWishes(content, wishes), mode),
  });

  return {
    state,
    /** How the last import from there stands. */
    stateOf: (asked: ImportOrigin): ShelfImport => (asked === origin ? state : { phase: 'idle' }),
    isBusy: state.phase === 'reading' || state.phase === 'writing',
    read(file: Blob, from: ImportOrigin) {
      setOrigin(from);
      setState({ phase: 'reading' });
      // A backup brings back what was; any other file adds to what is.
      const mode = from === 'backup' ? 'restore' : 'merge';
      return attempt(async () => plan(await readShelfFile(file), mode, {}));
    },
    /** Plans the same file anew. */
    change(change: { mode?: ImportMode; wishes?: ImportWishes }) {
      if (state.phase !== 'planned') return;
      const { content, mode, wishes } = state;
      return attempt(() => plan(content, change.mode ?? mode, { ...wishes, ...change.wishes }));
    },
    write() {
      if (state.phase !== 'planned') return;
      const { content, mode, wishes } = state;
      setState({ phase: 'writing' });
      return attempt(async () => {
        await takeBackup(mode === 'restore' ? 'restore' : 'import');
        return { phase: 'done', ...(await applyImport(withWishes(content, wishes), mode)) };
      });
    },
    takeBack() {
      if (state.phase !== 'done') return;
      const changes = state.undo;
      setState({ phase: 'writing' });
      return attempt(async () => ({ phase: 'undone', kept: (await undo(changes)).kept.length }));
    },
    close: () => setState({ phase: 'idle' }),
  };
}
