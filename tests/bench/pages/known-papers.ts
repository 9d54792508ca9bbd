import type { Titlelight } from '../../support/extension.ts';
import { chooseFile, importReport } from '../../support/flows.ts';
import { plain } from '../../support/marks.ts';

interface KnownPaper {
  id: string;
  /** All titles the paper is known by. */
  titles: string[];
}

/** The digest as the extension has it, found again by title or by arXiv id. */
export class KnownPapers {
  private readonly byId: Map<string, KnownPaper>;
  private readonly byTitle = new Map<string, KnownPaper[]>();

  constructor(papers: readonly KnownPaper[]) {
    this.byId = new Map(papers.map((paper) => [paper.id, paper]));
    for (const paper of papers) {
      for (const title of new Set(paper.titles.map(plain))) {
        this.byTitle.set(title, [...(this.byTitle.get(title) ?? []), paper]);
      }
    }
  }

  get size(): number {
    return this.byId.size;
  }

  title(id: string): string {
    return this.byId.get(id)?.titles[0] ?? '';
  }

  /** The ids of all papers that a label can mean. */
  meantBy(label: { title: string; ids: readonly string[] }): string[] {
    const named = label.ids.map((id) => `arxiv:${id}`).filter((id) => this.byId.has(id));
    const titled = (this.byTitle.get(plain(label.title)) ?? []).map(({ id }) => id);
    return [...new Set([...titled, ...named])];
  }
}

/** Imports a digest file through the options page, and returns all the extension then knows. */
export async function importDigest(
  titlelight: Titlelight,
  file: string,
): Promise<{ report: string; known: KnownPapers }> {
  const options = await titlelight.open(titlelight.address('options.html'));
  await chooseFile(options, file);
  const report = await importReport(options, 600_000);
  const known = new KnownPapers(await options.evaluate(readDigest));
  await options.close();
  return { report, known };
}

/** Runs in the extension's page. */
async function readDigest(): Promise<KnownPaper[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('digest'));
  const stored = await settled(database.transaction('papers').objectStore('papers').getAll());
  database.close();
  return stored.map(({ paper }) => ({ id: paper.id, titles: [paper.title, ...paper.aliases] }));
}
