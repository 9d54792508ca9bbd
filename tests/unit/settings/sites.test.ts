import { describe, expect, it } from 'vitest';
import { type PageFacts, siteStateOf } from '@/lib/settings/site-state';
import {
  defaultSites,
  isEverySite,
  isWithin,
  patternOf,
  readSite,
  siteOf,
  siteOfPattern,
  widestAround,
} from '@/lib/settings/sites';

describe('a site', () => {
  it.each([
    ['https://www.reddit.com/r/x', 'reddit.com'],
    ['http://old.reddit.com:8080/', 'old.reddit.com'],
    ['https://[::1]/', '[::1]'],
    ['chrome://version/', undefined],
    ['file:///home/someone/paper.pdf', undefined],
    ['about:blank', undefined],
    ['', undefined],
  ])('of %j is %j', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  it.each([
    ['*://*.arxiv.org/*', 'arxiv.org'],
    ['https://export.arxiv.org/*', 'export.arxiv.org'],
    ['https://www.example.org/', 'example.org'],
    ['http://localhost:3000/*', 'localhost'],
    ['*://*/*', undefined],
    ['<all_urls>', undefined],
    ['file:///*', undefined],
    ['chrome://favicon/*', undefined],
  ])('of the pattern %j is %j', (pattern, site) => {
    expect(siteOfPattern(pattern)).toBe(site);
  });

  it('stands for its subdomains and for nothing that only ends alike', () => {
    expect(isWithin('old.reddit.com', 'reddit.com')).toBe(true);
    expect(isWithin('reddit.com', 'reddit.com')).toBe(true);
    expect(isWithin('notreddit.com', 'reddit.com')).toBe(false);
    expect(isWithin('reddit.com', 'old.reddit.com')).toBe(false);
    expect(widestAround('a.b.org', ['a.b.org', 'b.org', 'org.org'])).toBe('b.org');
    expect(widestAround('a.b.org', ['c.org'])).toBeUndefined();
  });

  it('may be every site', () => {
    expect(['*://*/*', '<all_urls>', 'https://*/*'].every(isEverySite)).toBe(true);
    expect([...defaultSites.map(patternOf), 'file:///*'].some(isEverySite)).toBe(false);
  });

  it.each([
    [' https://www.blog.example.org/2026/07/ ', 'blog.example.org'],
    ['blog.example.org/2026', 'blog.example.org'],
    ['*.example.org', 'example.org'],
    ['Example.ORG', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['example.org:8080', 'example.org'],
    ['example', undefined],
    ['two words', undefined],
    ['ftp://example.org', undefined],
    ['', undefined],
  ])('that someone types as %j is %j', (typed, site) => {
    expect(readSite(typed)).toBe(site);
  });
});

describe('how a page stands', () => {
  const facts: PageFacts = {
    address: 'https://blog.example.org/',
    isPressed: true,
    isGranted: true,
    look: 'read',
    granted: [...defaultSites],
    off: [],
    ownRoot: 'chrome-extension://abc/',
  };
  const standing = (change: Partial<PageFacts>) => siteStateOf({ ...facts, ...change });
  const site = 'blog.example.org';

  it('is on, whether its scanner runs yet or not, under the name by which it was granted', () => {
    expect(standing({})).toEqual({ kind: 'on', site });
    expect(standing({ look: 'unread' })).toEqual({ kind: 'on', site });
    expect(standing({ address: 'https://old.reddit.com/' })).toEqual({ kind: 'on', site: 'reddit.com' });
  });

  it('is off with the site around it', () => {
    expect(standing({ off: ['example.org'] })).toEqual({ kind: 'off', site: 'example.org' });
    expect(standing({ off: ['log.example.org'] })).toEqual({ kind: 'on', site });
  });

  it('is not allowed, or read once', () => {
    expect(standing({ isGranted: false, look: 'unread' })).toEqual({
      kind: 'not-allowed',
      site,
      isDefault: false,
    });
    expect(standing({ isGranted: false, look: 'unread', address: 'https://www.reddit.com/' })).toEqual({
      kind: 'not-allowed',
      site: 'reddit.com',
      isDefault: true,
    });
    expect(standing({ isGranted: false, off: ['example.org'] })).toEqual({ kind: 'once', site });
  });

  it.each<[string, Partial<PageFacts>]>([
    ['browser', { address: undefined, look: 'refused' }],
    ['browser', { address: 'about:config', look: 'refused' }],
    ['file', { address: 'file:///home/someone/notes.html', look: 'refused' }],
    ['store', { address: 'https://chromewebstore.google.com/detail/x', look: 'refused' }],
    ['store', { address: 'https://addons.mozilla.org/firefox/', look: 'refused', isGranted: false }],
    ['pdf', { look: 'pdf' }],
    ['pdf', { look: 'pdf', isGranted: false }],
    ['pdf', { address: 'https://arxiv.org/pdf/2309.06651v1', look: 'refused' }],
    ['pdf', { address: 'https://example.org/a.PDF?x#page=2', look: 'refused' }],
    ['refused', { address: 'https://example.org/pdf/', look: 'refused' }],
    ['refused', { look: 'refused' }],
  ])('is unreadable: %s', (what, change) => {
    expect(standing(change)).toEqual({ kind: 'unreadable', what });
  });

  it('is our own, or unknown where nobody tells', () => {
    expect(standing({ address: 'chrome-extension://abc/welcome.html' })).toEqual({ kind: 'own' });
    expect(standing({ address: 'chrome-extension://abcd/x.html', look: 'refused' })).toEqual({
      kind: 'unreadable',
      what: 'browser',
    });
    expect(standing({ address: undefined, isPressed: false })).toEqual({ kind: 'unknown' });
  });
});
