import { useEffect, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';

/** How long "Copied" stands, in milliseconds. */
const shown = 2_000;

type Outcome = 'copied' | 'failed';
const words: Record<Outcome, string> = { copied: 'Copied', failed: 'Not copied' };

/** A button that copies and says whether it did. Its name stays what it does; the outcome is announced beside it. */
export function CopyButton({ onCopy, children }: { onCopy(): Promise<boolean>; children: string }) {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), shown);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => setOutcome((await onCopy()) ? 'copied' : 'failed');
  return (
    <>
      <button type="button" class="button swap" aria-label={children} onClick={copy}>
        <span data-off={outcome ? '' : undefined}>
          <Icon name="copy" />
          {children}
        </span>
        <span data-off={outcome ? undefined : ''}>
          <Icon name={outcome === 'failed' ? 'warning' : 'check'} />
          {outcome && words[outcome]}
        </span>
      </button>
      <span class="visually-hidden" role="status">
        {outcome && words[outcome]}
      </span>
    </>
  );
}
