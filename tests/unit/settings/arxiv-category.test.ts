import { expect, it } from 'vitest';
import { arxivCategory } from '@/lib/settings/arxiv-category';

it.each([
  ['cs.CL', 'cs.CL'],
  [' CS.cl ', 'cs.CL'],
  ['stat.ml', 'stat.ML'],
  ['astro-ph.co', 'astro-ph.CO'],
  ['physics.Flu-Dyn', 'physics.flu-dyn'],
  ['cond-mat.dis-nn', 'cond-mat.dis-nn'],
  ['Quant-Ph', 'quant-ph'],
])('takes %j as %s', (typed, category) => expect(arxivCategory(typed)).toBe(category));

it.each([
  '',
  'cs',
  'CL',
  'cs.',
  'cs.CL.x',
  'cs.CL, cs.LG',
  'cs.C',
  'physics',
  'quant-ph.CL',
  'cs.<b>',
  'cs:CL',
])('does not take %j', (typed) => expect(arxivCategory(typed)).toBeUndefined());
