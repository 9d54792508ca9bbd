import { describe, expect, it } from 'vitest';
import { type MarkLook, markCss } from '@/lib/page/mark-look';

const styles: MarkLook['markStyle'][] = ['underline', 'dotted', 'wash'];
const strengths: MarkLook['markStrength'][] = ['quiet', 'normal', 'strong'];
const looks = styles.flatMap((markStyle) =>
  strengths.map((markStrength): MarkLook => ({ markStyle, markStrength })),
);

describe('the style sheet of the marks', () => {
  it.each(looks)('is one of its own for $markStyle, $markStrength', (look) => {
    const css = markCss(look);
    expect(looks.filter((other) => markCss(other) === css)).toEqual([look]);
  });

  it.each(looks)('leaves the text its colour with $markStyle, $markStrength', (look) => {
    const [onScreen = ''] = markCss(look).split('@media');
    expect(onScreen).not.toMatch(/(?<![\w-])color:/);
    expect(onScreen).not.toMatch(/-webkit-text/);
  });

  it.each(looks)('uses the colours of the system where it wants that: $markStyle', (look) => {
    const [, forced = ''] = markCss(look).split('@media');
    expect(forced).toMatch(/forced-colors.*active/);
    expect(forced).not.toMatch(/rgb/);
  });
});
