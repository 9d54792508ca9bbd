import { describe, expect, it } from 'vitest';
import type { PageExamples, PaperPage } from '@/lib/page/sites/paper-page';
import { paperTitleOn } from '@/lib/page/sites/paper-pages';
import type { HostExamples, Reading } from '@/lib/page/sites/reading';
import { readingOf } from '@/lib/page/sites/readings';

/** Each family is a file that holds its rules and addresses to test them with. */
interface FamilyFile {
  [name: string]: unknown;
  hosts?: HostExamples;
  pages?: PageExamples;
}

const files = import.meta.glob<FamilyFile>('../../../../lib/page/sites/*.ts', { eager: true });
const registries = /\/(?:readings?|paper-pages?)\.ts$/;
const families = Object.entries(files)
  .filter(([path]) => !registries.test(path))
  .map(([path, { hosts, pages, ...rules }]) => ({
    file: path.replace(/.*\//, ''),
    hosts,
    pages,
    rules: Object.values(rules) as (Reading | PaperPage)[],
  }));
const hostOf = (address: string) => new URL(address).hostname;

const readFamilies = families.flatMap(({ hosts, ...family }) => (hosts ? [{ ...family, hosts }] : []));
const pageFamilies = families.flatMap(({ pages, ...family }) => (pages ? [{ ...family, pages }] : []));

it.each(families)('$file holds one rule, and addresses to test it with', ({ hosts, pages, rules }) => {
  expect(rules).toHaveLength(1);
  expect([hosts, pages].filter(Boolean)).toHaveLength(1);
  for (const list of Object.values((hosts ?? pages) as object)) expect(list.length).toBeGreaterThan(0);
});

describe('how a site is read', () => {
  it.each(readFamilies)('is that of $file on its own hosts, and on no others', ({ hosts, rules }) => {
    for (const address of hosts.ofFamily) expect(readingOf(hostOf(address)), address).toBe(rules[0]);
    for (const address of hosts.ofOthers) expect(readingOf(hostOf(address)), address).toEqual({});
  });

  it('is one thing on each host', () => {
    for (const address of readFamilies.flatMap(({ hosts }) => hosts.ofFamily)) {
      const own = readFamilies.filter(({ rules }) => (rules[0] as Reading).hosts.test(hostOf(address)));
      expect(own, address).toHaveLength(1);
    }
  });

  it('is as any page is where there is no host', () => {
    expect(readingOf('')).toEqual({});
  });
});

describe('the title of the paper that a page is about', () => {
  it.each(pageFamilies)('is found on the pages of $file, and on none beside', ({ pages, rules }) => {
    for (const { address, shown, title } of pages.papers) {
      expect((rules[0] as PaperPage).addresses.test(address), address).toBe(true);
      expect(paperTitleOn(address, shown), address).toBe(title);
    }
    for (const address of pages.others) expect(paperTitleOn(address, 'A page'), address).toBeUndefined();
  });

  it('is looked for by one family on each page', () => {
    for (const { address } of pageFamilies.flatMap(({ pages }) => pages.papers)) {
      const own = pageFamilies.filter(({ rules }) => (rules[0] as PaperPage).addresses.test(address));
      expect(own, address).toHaveLength(1);
    }
  });
});
