import { describe, expect, it } from 'vitest';
import { isOwnRepository } from '@/lib/paper/own-repository';

const paper = {
  title: 'GlowNet: Slow Candles for Long Winter Nights',
  aliases: ['A Study of Beeswax'],
  abstract: 'We hang up Moonlamp, a lamp of our own, beside the candles.',
};

describe('a repository is the paper’s own', () => {
  it.each([
    ['in the title', 'a/winter-nights'],
    ['as the acronym', 'a/glow-net'],
    ['as the acronym and more', 'a/GlowNet-pytorch'],
    ['in the initials', 'a/scflwn'],
    ['in the initials of some words', 'a/scwn'],
    ['half in the title', 'a/official-code-candles_2024'],
    ['in an earlier title', 'a/beeswax'],
    ['in the abstract', 'a/moonlamp'],
    ['by its folder', 'google-research/google-research/projects/glownet'],
  ])('by a name that stands %s', (_, path) => {
    expect(isOwnRepository(path, paper)).toBe(true);
  });

  it.each([
    'google-research/google-research',
    'sgl-project/sglang',
    'huggingface/lerobot',
    'a/awesome-lamps',
    'a/code',
    'a/s',
    'google-research/google-research/projects/teapots',
  ])('but not as %s', (path) => {
    expect(isOwnRepository(path, paper)).toBe(false);
  });
});

it('is believed of a paper without an abstract, but for known collections', () => {
  const { abstract, ...bare } = paper;
  expect(isOwnRepository('a/teapots', bare)).toBe(true);
  expect(isOwnRepository('google-research/google-research', bare)).toBe(false);
  expect(isOwnRepository('huggingface/lerobot', bare)).toBe(false);
  expect(isOwnRepository('huggingface/glownet', bare)).toBe(true);
});
