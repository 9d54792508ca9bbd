import { expect, it } from 'vitest';
import { toneOf } from '@/lib/page/tone';

it.each([
  ['rgb(0, 0, 0)', 'dark'],
  ['rgb(6, 69, 173)', 'dark'],
  ['rgb(85, 85, 85)', 'dark'],
  ['rgba(0, 0, 0, 0.87)', 'dark'],
  ['rgb(255, 255, 255)', 'light'],
  ['rgb(231, 233, 234)', 'light'],
  ['rgb(138, 180, 248)', 'light'],
  ['rgba(255, 255, 255, 0.6)', 'light'],
  ['oklch(0.2 0.02 250)', 'dark'],
  ['oklab(0.95 0 0)', 'light'],
  ['lab(90 1 2)', 'light'],
  ['lch(30 10 120)', 'dark'],
  ['color(srgb 0.9 0.9 0.9)', 'light'],
  ['color(display-p3 0.1 0.1 1e-7)', 'dark'],
  ['CanvasText', 'dark'],
])('text in %s is %s', (colour, tone) => {
  expect(toneOf(colour)).toBe(tone);
});
