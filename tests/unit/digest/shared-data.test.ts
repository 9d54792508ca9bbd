import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFile } from '@/lib/digest/import/import-file';
import { parseStarter } from '@/lib/digest/sources/starter';
import { addPapers, countPapers, papersOfDay } from '@/lib/digest/store';
import type { Paper } from '@/lib/paper/types';

/** Extra: real files that lie beside the project on some machines. The project's own fixtures cover the same ground. */
const data = new URL('../../../../shared/data/', import.meta.url);

function collector() {
  const papers: Paper[] = [];
  const known = new Set<string>();
  const batches: number[] = [];
  const sink = async (batch: Paper[]) => {
    let added = 0;
    for (const paper of batch) {
      if (!known.has(paper.id)) added++;
      known.add(paper.id);
    }
    papers.push(...batch);
    batches.push(batch.length);
    return { added, merged: batch.length - added };
  };
  return { papers, batches, sink };
}

function fileOf(name: string): File {
  return new File([readFileSync(new URL(name, data))], basename(name));
}

describe.runIf(existsSync(data))('real files', () => {
  it('reads all 83 papers of the Daily Papers page', async () => {
    const { papers, sink } = collector();
    const now = Date.UTC(2026, 7, 1, 12);
    const report = await importFile(fileOf('daily-papers-page.txt'), sink, undefined, undefined, now);
    expect(report).toEqual({ papers: 83, added: 83, merged: 0, undated: 0, skipped: [], endsEarly: false });
    expect(new Set(papers.map((paper) => paper.day))).toEqual(new Set(['2026-07-29']));
    expect(papers.every((paper) => (paper.abstract?.length ?? 0) > 1400)).toBe(true);

    const titles = readFileSync(new URL('starter-facts.tsv', data), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[0]);
    expect(papers.map((paper) => paper.title)).toEqual(titles);

    const links = papers.flatMap((paper) => paper.links);
    expect(links).toHaveLength(37);
    expect(links.filter(({ kind }) => kind === 'code')).toHaveLength(33);
    expect(links.filter(({ kind }) => kind !== 'code')).toEqual([
      { kind: 'demo', url: 'https://huggingface.co/spaces/shifeng3711/gg_prior' },
      { kind: 'project', url: 'https://aigc3d.github.io/VideoMV' },
      { kind: 'project', url: 'https://janeyeon.github.io/romap' },
      { kind: 'project', url: 'https://wuw2019.github.io/R-AMT/' },
    ]);
    for (const { url } of links) expect(url).toMatch(/^https:\/\/[\w.-]+\/[\w./-]*[\w/]$/);
  });

  it('finds the same links as the starter digest', async () => {
    const { papers, sink } = collector();
    await importFile(fileOf('daily-papers-page.txt'), sink);
    const starter = parseStarter(
      readFileSync(new URL('../../../public/starter-digest.jsonl', import.meta.url), 'utf8'),
    );
    expect(papers.map(({ title, links }) => ({ title, links }))).toEqual(
      starter.papers.map(({ title, links }) => ({ title, links })),
    );
  });

  it('enriches the starter digest with the page, and doubles nothing', async () => {
    const starter = parseStarter(
      readFileSync(new URL('../../../public/starter-digest.jsonl', import.meta.url), 'utf8'),
    );
    await addPapers(starter.papers);
    const now = Date.UTC(2026, 7, 1, 12);
    const report = await importFile(fileOf('daily-papers-page.txt'), addPapers, undefined, undefined, now);
    expect(report).toMatchObject({ papers: 83, added: 0, merged: 83 });
    expect(await countPapers()).toBe(83);
    const papers = await papersOfDay(starter.day);
    expect(papers.map((paper) => paper.id)).toEqual(starter.papers.map((paper) => paper.id));
    expect(papers.every((paper) => paper.abstract && paper.tldr)).toBe(true);
    expect(papers.map((paper) => paper.links)).toEqual(starter.papers.map((paper) => paper.links));
  });

  it('reads what the API answers', async () => {
    const { papers, sink } = collector();
    const old = await importFile(fileOf('hf-api/daily_papers_2024-08-01.json'), sink);
    expect(old).toMatchObject({ papers: 13, skipped: [] });
    expect(papers[0]).toMatchObject({ id: 'arxiv:2407.21783', day: '2024-08-01' });

    const recent = await importFile(fileOf('hf-api/daily_papers_2026_items.json'), sink);
    expect(recent).toMatchObject({ papers: 2, skipped: [] });
    expect(papers[13]).toMatchObject({
      id: 'arxiv:2602.23229',
      day: '2026-03-06',
      publishedAt: '2026-02-26',
      organization: 'Multimedia and Human Understanding Group',
      submitter: expect.any(String),
      media: [expect.stringMatching(/^https:/)],
      comments: 1,
      upvotes: 10,
      links: [
        { kind: 'code', url: 'https://github.com/marco-garosi/CIRCLE', stars: 9 },
        { kind: 'project', url: 'https://circle-lmm.github.io/' },
      ],
    });

    const single = await importFile(fileOf('hf-api/paper_detail_2605.15141.json'), sink);
    expect(single).toMatchObject({ papers: 1, skipped: [] });
    expect(papers[15]?.links.map(({ url }) => url)).toEqual([
      'https://github.com/thu-ml/Causal-Forcing',
      'https://github.com/shengshu-ai/minWM',
    ]);
  });

  it('reads an archive of 40,000 papers in batches', { timeout: 60_000 }, async () => {
    const { papers, batches, sink } = collector();
    const seen: number[] = [];
    const file = fileOf('archive-40k.jsonl.gz');
    const report = await importFile(file, sink, ({ bytesRead }) => seen.push(bytesRead));
    expect(report).toEqual({
      papers: 40_000,
      added: 40_000,
      merged: 0,
      undated: 0,
      skipped: [],
      endsEarly: false,
    });
    expect(batches).toHaveLength(400);
    expect(Math.max(...batches)).toBe(100);
    expect(seen.at(-1)).toBe(file.size);
    expect(seen.every((bytes, i) => i === 0 || bytes >= (seen[i - 1] as number))).toBe(true);
    expect(papers.filter((paper) => paper.id.startsWith('arxiv:'))).toHaveLength(40_000);
    expect(papers.every((paper) => /^\d{4}-\d\d-\d\d$/.test(paper.day ?? ''))).toBe(true);
    const records = gunzipSync(readFileSync(new URL('archive-40k.jsonl.gz', data)))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    // Whatever a record says is in its paper.
    for (const [field, has] of [
      ['abstract', ({ abstract }: Paper) => abstract],
      ['authors', ({ authors }: Paper) => authors[0]],
      ['ai_keywords', ({ keywords }: Paper) => keywords[0]],
      ['upvotes', ({ upvotes }: Paper) => upvotes],
      ['numComments', ({ comments }: Paper) => comments],
      ['organization', ({ organization }: Paper) => organization],
      ['thumbnail', ({ thumbnail }: Paper) => thumbnail],
      ['publishedAt', ({ publishedAt }: Paper) => publishedAt],
      ['githubRepo', ({ links }: Paper) => links.find(({ kind }) => kind === 'code')],
    ] as const) {
      const lost = records.filter((record, at) => {
        const value = record[field];
        const isSaid = Array.isArray(value) ? value.length > 0 : Boolean(value ?? '') || value === 0;
        // Some name an owner of repositories, and no repository.
        if (field === 'githubRepo' && !/^https?:\/\/[^/]+\/(?!orgs\/)[^/]+\/[^/]/.test(String(value)))
          return false;
        return isSaid && has(papers[at] as Paper) === undefined;
      });
      expect([field, lost.slice(0, 3)]).toEqual([field, []]);
    }
  });
});
