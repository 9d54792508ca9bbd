import { expect, it } from 'vitest';
import { isOwnPage } from '@/entrypoints/background/sender';

const own = 'chrome-extension://abcdefghijklmnop/';

it.each([`${own}popup.html`, `${own}options.html#import`])('accepts %s', (url) => {
  expect(isOwnPage({ url }, own)).toBe(true);
});

it.each([
  'https://example.org/',
  `https://example.org/?from=${own}popup.html`,
  `https://example.org/${own}popup.html`,
  'chrome-extension://abcdefghijklmnop.example.org/popup.html',
  'chrome-extension://ponmlkjihgfedcba/popup.html',
  '',
  undefined,
])('refuses %s', (url) => {
  expect(isOwnPage({ url }, own)).toBe(false);
});
