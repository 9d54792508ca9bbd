import { useRef, useState } from 'preact/hooks';
import { importFile } from '@/lib/digest/import/import-file';
import { ImportError, type ImportProgress, type ImportReport } from '@/lib/digest/import/report';
import { ask } from '@/lib/messages';
import { sentence } from './sentence';

export type ImportState =
  | { phase: 'idle' }
  | { phase: 'reading'; progress: ImportProgress | undefined }
  /** Everything is stored; the worker builds the index that pages are matched with. */
  | { phase: 'indexing'; papers: number }
  | { phase: 'done'; report: ImportReport }
  | { phase: 'stopped'; papers: number }
  /** `isNoDigest`: the fault is in what was to be imported. */
  | { phase: 'failed'; message: string; isNoDigest: boolean; papers: number };

/** Where an import comes from, and so where it is spoken of. */
export type ImportOrigin = 'file' | 'text';

/** One import at a time: a file or a text into the digest, and then the index. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ phase: 'idle' });
  const [origin, setOrigin] = useState<ImportOrigin>('file');
  const running = useRef<AbortController | undefined>(undefined);

  async function run(source: Blob & { name?: string }, from: ImportOrigin): Promise<void> {
    if (running.current) return;
    setOrigin(from);
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'reading', progress: undefined });
    let papers = 0;
    const result = await importFile(
      source,
      (batch) => ask({ type: 'digest/add', papers: batch }),
      (progress) => {
        papers = progress.papers;
        setState({ phase: 'reading', progress });
      },
      controller.signal,
    ).then(
      (report): ImportState => ({ phase: 'done', report }),
      (error: unknown): ImportState =>
        controller.signal.aborted
          ? { phase: 'stopped', papers }
          : { phase: 'failed', message: sentence(error), isNoDigest: error instanceof ImportError, papers },
    );
    if (papers > 0) setState({ phase: 'indexing', papers });
    setState(await indexed(result, papers));
    running.current = undefined;
  }

  /** How the last import from there stands. */
  const stateOf = (asked: ImportOrigin): ImportState => (asked === origin ? state : { phase: 'idle' });
  const isBusy = state.phase === 'reading' || state.phase === 'indexing';
  return { stateOf, isBusy, run, cancel: () => running.current?.abort() };
}

/** What was stored before an import ended, well or badly, is to be found on pages too. */
async function indexed(result: ImportState, papers: number): Promise<ImportState> {
  if (papers === 0) return result;
  try {
    await ask({ type: 'digest/reindex' });
    return result;
  } catch (error) {
    return { phase: 'failed', message: sentence(error), isNoDigest: false, papers };
  }
}
