import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { mathPieces } from '@/lib/paper/math';

type Typeset = typeof import('temml').default;

/** Fetched from the package when a formula is first met, and then at hand for every other. */
let typesetter: Typeset | undefined;

/** A text with its formulas typeset as MathML. Until the typesetter is there, and where it gives up, they stand in Unicode. */
export function MathText({ text }: { text: string }) {
  const pieces = useMemo(() => mathPieces(text), [text]);
  const hasMath = pieces.some(({ kind }) => kind === 'math');
  const [typeset, setTypeset] = useState(() => typesetter);
  useEffect(() => {
    if (!hasMath || typeset) return;
    import('temml/temml.js').then(
      (module) => {
        typesetter = module.default;
        setTypeset(() => module.default);
      },
      // Unicode stays.
      () => {},
    );
  }, [hasMath, typeset]);
  return (
    <>
      {pieces.map((piece, at) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <Formula key={`${at} ${piece.tex}`} {...piece} typeset={typeset} />
        ),
      )}
    </>
  );
}

interface FormulaProps {
  tex: string;
  text: string;
  isDisplay: boolean;
  typeset: Typeset | undefined;
}

function Formula({ tex, text, isDisplay, typeset }: FormulaProps) {
  const span = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const place = span.current;
    if (!place || !typeset) return;
    const math = document.createElement('span');
    try {
      // Abstracts come from outside: no links, no pictures, no endless macros.
      typeset.render(tex, math, { displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 100 });
    } catch {
      return;
    }
    place.replaceChildren(...math.childNodes);
    return () => place.replaceChildren(text);
  }, [tex, text, isDisplay, typeset]);
  return (
    <span ref={span} class={isDisplay ? 'formula formula-display' : 'formula'} dir="ltr">
      {text}
    </span>
  );
}
