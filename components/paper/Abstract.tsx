import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { displayText } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

/** The one-line summary, where there is one, and the abstract: cut to six lines that fade, with "More". */
export function Abstract({ paper: { tldr, abstract } }: { paper: Pick<Paper, 'tldr' | 'abstract'> }) {
  if (!tldr && !abstract) {
    return <p class="abstract-none">The digest holds no abstract of this paper.</p>;
  }
  return (
    <>
      {tldr && <Clamped class="tldr" text={displayText(tldr)} name="summary" />}
      {abstract && <Clamped class="abstract" text={displayText(abstract)} name="abstract" />}
    </>
  );
}

function Clamped({ class: name, text, name: what }: { class: string; text: string; name: string }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element && !isOpen) setCut(element.scrollHeight > element.clientHeight + 1);
  }, [text, isOpen]);
  return (
    <div class={name}>
      <p
        ref={paragraph}
        class="clamped"
        data-cut={isCut && !isOpen ? '' : undefined}
        data-open={isOpen ? '' : undefined}
      >
        {text}
      </p>
      {isCut && (
        <button
          type="button"
          class="button-text"
          aria-expanded={isOpen}
          aria-label={isOpen ? `Less of the ${what}` : `More of the ${what}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Less' : 'More'}
        </button>
      )}
    </div>
  );
}
