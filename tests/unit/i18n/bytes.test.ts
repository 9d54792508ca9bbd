import { expect, it } from 'vitest';
import { bytesName } from '@/lib/i18n/disk';

it.each([
  [0, '1 kB'],
  [840_300, '840 kB'],
  [61_400_000, '61 MB'],
  [999_400_000, '999 MB'],
  [1_230_000_000, '1.2 GB'],
])('%i bytes read as %s', (bytes, name) => {
  expect(bytesName(bytes)).toBe(name);
});
