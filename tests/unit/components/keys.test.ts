import { describe, expect, it } from 'vitest';
import { nextTab } from '@/components/controls/next-tab';
import { actionOf } from '@/components/keys/keys';

const press = (key: string, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys of the popup', () => {
  it('mean something while nobody types', () => {
    expect(actionOf(press('j'), false)).toBe('next');
    expect(actionOf(press('/'), false)).toBe('search');
    expect(actionOf(press('ArrowLeft'), false)).toBe('earlier');
    expect(actionOf(press('l'), false)).toBe('later');
    expect(actionOf(press('2'), false)).toBe('today');
    expect(actionOf(press('q'), false)).toBeUndefined();
    expect(actionOf(press('toString'), false)).toBeUndefined();
  });

  it('are letters while someone types, but for leaving the field', () => {
    expect(actionOf(press('j'), true)).toBeUndefined();
    expect(actionOf(press('Escape'), true)).toBe('leave');
    expect(actionOf(press('ArrowDown'), true)).toBe('next');
    expect(actionOf(press('Enter'), true)).toBe('next');
    expect(actionOf(press('1'), true)).toBeUndefined();
    expect(actionOf(press('ArrowLeft'), true)).toBeUndefined();
  });

  it('leave shortcuts of the browser alone', () => {
    expect(actionOf(press('s', { ctrlKey: true }), false)).toBeUndefined();
    expect(actionOf(press('c', { metaKey: true }), false)).toBeUndefined();
  });
});

describe('keys of tabs', () => {
  it('go round', () => {
    expect(nextTab('ArrowRight', 2, 3)).toBe(0);
    expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
    expect(nextTab('Home', 1, 3)).toBe(0);
    expect(nextTab('End', 1, 3)).toBe(2);
    expect(nextTab('j', 1, 3)).toBeUndefined();
  });
});
