import { expect, it } from 'vitest';
import { sourcesFor } from '@/lib/digest/sources/registry';

it('has Hugging Face always, and arXiv for whoever names a category', () => {
  expect(sourcesFor({ arxivCategories: [] }).map(({ id }) => id)).toEqual(['hugging-face']);
  const [, arxiv] = sourcesFor({ arxivCategories: ['cs.CL', 'stat.ML'] });
  expect(arxiv).toMatchObject({ id: 'arxiv', name: 'arXiv cs.CL, stat.ML' });
});
