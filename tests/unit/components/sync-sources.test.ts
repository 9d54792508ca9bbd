import { expect, it } from 'vitest';
import { firstDay, sources } from '@/components/sync/sources';
import { huggingFace } from '@/lib/digest/sources/hugging-face';
import { sourcesFor } from '@/lib/digest/sources/registry';

it('knows every source, and the host that it asks', () => {
  const known = sourcesFor({ arxivCategories: ['cs.CL'] });
  expect(known.map(({ id }) => id)).toEqual(Object.keys(sources));
  for (const { id, origins } of known) expect(origins).toEqual([`https://${sources[id].host}/*`]);
});

it('begins with the digest', () => {
  expect(firstDay).toBe(huggingFace.since);
});
