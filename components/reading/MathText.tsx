import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Highlighted } from '@/components/paper/Highlighted';
import { mathPieces } from '@/lib/paper/math';
import type { Stretch } from '@/lib/search/types';

type Typeset = typeof import('temml').default;

/** Fetched from the package when a formula is first met, and then at hand for every other. */
let typesetter: Typeset | undefined;

export interface MathTextProps {
  text: string;
  /** What stands out in a piece of it; formulas are left as they are. */
  stretchesIn?: ((text: string) => readonly Stretch[]) | undefined;
}

const nothing = () => [];

/** A text with its formulas typeset as MathML. Until the typesetter is there, and where it gives up, they stand in Unicode. */
export function MathText({ text, stretchesIn = nothing }: MathTextProps) {
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
          <Highlighted key={`${at}`} text={piece.text} stretches={stretchesIn(piece.text)} />
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
