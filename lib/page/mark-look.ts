/** How someone wants marks to look. */
export interface MarkLook {
  markStyle: 'underline' | 'dotted' | 'wash';
  markStrength: 'quiet' | 'normal' | 'strong';
}

export const usualLook: MarkLook = { markStyle: 'underline', markStrength: 'normal' };

/** Whether the text that is marked is dark on a light page or light on a dark one. */
export type Tone = 'dark' | 'light';

/**
 * The page can read the registry of highlights, so its names say nothing but that something was found. In a list of
 * references marks stand close together: there they are quieter.
 */
export const highlightNames = {
  dark: { mention: 'titlelight', reference: 'titlelight-reference' },
  light: { mention: 'titlelight-light', reference: 'titlelight-light-reference' },
  hovered: 'titlelight-hover',
} as const;

/** The lamp's colour: on a light page deep enough to be seen, on a dark one bright. */
const colours: Record<Tone, string> = { dark: '222 148 10', light: '242 182 50' };

/** Thickness in CSS pixels, and how much of the colour there is: of a line, of a wash, and of a line among references. */
const strengths = {
  quiet: { thickness: 1, line: 0.6, wash: 0.13, reference: 0.45 },
  normal: { thickness: 2, line: 0.8, wash: 0.22, reference: 0.6 },
  strong: { thickness: 3, line: 1, wash: 0.4, reference: 0.85 },
} as const;

/** The style sheet of the marks. No mark changes the text's own colour, but for one that forced colours would hide. */
export function markCss({ markStyle, markStrength }: MarkLook): string {
  const { thickness, line, wash, reference } = strengths[markStrength];
  const lineCss = (tone: Tone, pixels: number, share: number) =>
    `text-decoration: underline ${markStyle === 'dotted' ? 'dotted ' : ''}${pixels}px rgb(${colours[tone]} / ${share});` +
    'text-underline-offset: .3em; text-decoration-skip-ink: none;';
  const washCss = (tone: Tone, share: number) => `background-color: rgb(${colours[tone]} / ${share});`;
  const rules = (['dark', 'light'] as const).flatMap((tone) => {
    const { mention, reference: inReferences } = highlightNames[tone];
    return markStyle === 'wash'
      ? [rule(mention, washCss(tone, wash)), rule(inReferences, washCss(tone, wash * reference))]
      : [rule(mention, lineCss(tone, thickness, line)), rule(inReferences, lineCss(tone, 1, reference))];
  });
  return [...rules, rule(highlightNames.hovered, 'background-color: rgb(242 182 50 / .24);'), media].join(
    '\n',
  );
}

function rule(name: string, css: string): string {
  return `::highlight(${name}) { ${css} }`;
}

/** The highlights of all mentions: all but the hovered one. */
export const markNames: readonly string[] = [
  ...Object.values(highlightNames.dark),
  ...Object.values(highlightNames.light),
];

const media = `@media (forced-colors: active) {
${markNames.map((name) => rule(name, 'text-decoration: underline 2px Highlight; background-color: transparent;')).join('\n')}
${rule(highlightNames.hovered, 'background-color: Highlight; color: HighlightText;')}
}`;
