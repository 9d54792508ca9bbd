import { dayInName } from '@/lib/digest/sources/paper';
import type { Paper, PaperId } from '@/lib/paper/types';
import { breathe } from './breathe';
import { LineReader } from './lines';
import { recordsOf } from './records';
import type { ImportProgress, ImportReport, Sink } from './report';

/** Papers handed to the sink at a time. */
const batchSize = 100;

/**
 * Reads a digest file (page text, JSON or JSON Lines, each also gzipped) into `sink`, batch by batch, so that neither a
 * long file sits in memory nor the page stops. Papers that stand in it more than once count once.
 *
 * @param now milliseconds since 1970, by which a day without a year is dated
 * @throws ImportError, before anything reached the sink, where the file is no digest; the sink's own error; the
 *   signal's reason when it aborts, and then what the sink already took stays
 */
export async function importFile(
  file: Blob & { name?: string },
  sink: Sink,
  onProgress: (progress: ImportProgress) => void = () => {},
  signal?: AbortSignal,
  now: number = Date.now(),
): Promise<ImportReport> {
  const report: ImportReport = { papers: 0, added: 0, merged: 0, undated: 0, skipped: [], endsEarly: false };
  /** Whether a paper was read with a day. */
  const seen = new Map<PaperId, boolean>();
  let batch: Paper[] = [];
  const reader = new LineReader(file, tell);

  function tell(): void {
    onProgress({
      papers: report.papers,
      skipped: report.skipped.length,
      bytesRead: reader.bytesRead,
      bytesTotal: file.size,
    });
  }

  async function flush(): Promise<void> {
    signal?.throwIfAborted();
    const papers = batch;
    batch = [];
    const before = seen.size;
    for (const { id, day } of papers) seen.set(id, day !== undefined || seen.get(id) === true);
    const repeated = papers.length - (seen.size - before);
    if (papers.length > 0) {
      const { added, merged } = await sink(papers);
      report.added += added;
      // The sink takes a paper's second appearance for one it knew already.
      report.merged += merged - repeated;
    }
    report.papers = seen.size;
    tell();
    await breathe();
  }

  let entries = 0;
  for await (const entry of recordsOf(reader.lines(), { asked: dayInName(file.name), now })) {
    if ('paper' in entry) batch.push(entry.paper);
    else report.skipped.push(entry.skipped);
    if (++entries % batchSize === 0) await flush();
  }
  await flush();
  report.undated = [...seen.values()].filter((hasDay) => !hasDay).length;
  report.endsEarly = reader.endsEarly;
  return report;
}

/** Imports text that was pasted, in any of the formats of a file. */
export function importText(
  text: string,
  sink: Sink,
  onProgress?: (progress: ImportProgress) => void,
  signal?: AbortSignal,
  now?: number,
): Promise<ImportReport> {
  return importFile(new Blob([text]), sink, onProgress, signal, now);
}
