import { expect, it } from 'vitest';
import { sourceEntry, sourceIds, sourcesFor } from '@/lib/digest/sources/registry';

it('has Hugging Face always, and arXiv for whoever names a category', () => {
  expect(sourcesFor({ topics: {} }).map(({ id }) => id)).toEqual(['hugging-face']);
  expect(sourcesFor({ topics: { arxiv: [] } }).map(({ id }) => id)).toEqual(['hugging-face']);
  const [, arxiv] = sourcesFor({ topics: { arxiv: ['cs.CL', 'stat.ML'] } });
  expect(arxiv).toMatchObject({ id: 'arxiv', name: 'arXiv', host: 'export.arxiv.org' });
});

it('asks a source for the topics that were named', async () => {
  const asked: string[] = [];
  const [, arxiv] = sourcesFor({ topics: { arxiv: ['cs.CL', 'stat.ML'] } });
  const ask = async (address: string) => {
    asked.push(address);
    throw new Error('No network.');
  };
  await expect(arxiv?.read({ day: '2026-03-02' }, ask, [])).rejects.toThrow('No network.');
  expect(asked).toEqual([expect.stringContaining('cat:cs.CL+OR+cat:stat.ML')]);
});

it('knows of every source what a person is told of it', () => {
  for (const { name, about, host } of sourceIds.map(sourceEntry)) {
    expect(name).toMatch(/^\S/);
    expect(about).toMatch(/^\S/);
    expect(new URL(`https://${host}/`).host).toBe(host);
  }
});
