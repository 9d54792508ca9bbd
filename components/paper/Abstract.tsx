import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { displayText } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

/** The summary, where there is one, and the abstract; either is cut where it is long, with "More". */
export function Abstract({ paper: { tldr, abstract } }: { paper: Pick<Paper, 'tldr' | 'abstract'> }) {
  if (!tldr && !abstract) {
    return <p class="abstract-none">The digest holds no abstract of this paper.</p>;
  }
  return (
    <>
      {tldr && <Clamped class="tldr" label="In short" text={displayText(tldr)} name="summary" />}
      {abstract && <Clamped class="abstract" text={displayText(abstract)} name="abstract" />}
    </>
  );
}

interface ClampedProps {
  class: string;
  /** What the text is, where a reader might take it for something else. */
  label?: string;
  text: string;
  /** For the names of its buttons. */
  name: string;
}

/** No eight lines hold more characters, wherever the text stands: what is longer is cut before anyone has measured it. */
const eightLines = 8 * 68;

/** Text that the style sheet allows eight lines; what is longer than that is cut to six that fade. */
function Clamped({ class: name, label, text, name: what }: ClampedProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(text.length > eightLines);
  // Before the first paint: text that is cut must not be seen whole for a moment.
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (!element || isOpen) return;
    // Watched, not measured once: the card is rendered before it is in the page.
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, isOpen]);
  const extent = isOpen ? 'whole' : isCut ? 'cut' : 'fits';
  return (
    <div class={name}>
      <p ref={paragraph} class="clamped" dir="auto" data-extent={extent}>
        {label && <span class="text-label">{label} </span>}
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
