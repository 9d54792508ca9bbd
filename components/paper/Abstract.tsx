import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type PlainKey, t } from '@/lib/i18n/text';
import { displayText } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';

/** The summary, where there is one, and the abstract; either is cut where it is long, with "More". */
export function Abstract({ paper: { tldr, abstract } }: { paper: Pick<Paper, 'tldr' | 'abstract'> }) {
  if (!tldr && !abstract) {
    return <p class="abstract-none">{t('paper.noAbstract')}</p>;
  }
  return (
    <>
      {tldr && (
        <Clamped class="tldr" label={t('paper.inShort')} text={displayText(tldr)} names={summaryNames} />
      )}
      {abstract && <Clamped class="abstract" text={displayText(abstract)} names={abstractNames} />}
    </>
  );
}

interface ClampedProps {
  class: string;
  /** What the text is, where a reader might take it for something else. */
  label?: string;
  text: string;
  /** The names of its buttons. */
  names: Record<'more' | 'less', PlainKey>;
}

const summaryNames = { more: 'paper.moreOfSummary', less: 'paper.lessOfSummary' } as const;
const abstractNames = { more: 'paper.moreOfAbstract', less: 'paper.lessOfAbstract' } as const;

/** No eight lines hold more characters, wherever the text stands: what is longer is cut before anyone has measured it. */
const eightLines = 8 * 68;

/** Text that the style sheet allows eight lines; what is longer than that is cut to six that fade. */
function Clamped({ class: name, label, text, names }: ClampedProps) {
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
          aria-label={t(isOpen ? names.less : names.more)}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'paper.less' : 'paper.more')}
        </button>
      )}
    </div>
  );
}
