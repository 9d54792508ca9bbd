import { useEffect, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import { Menu } from './Menu';

/** How long "Copied" stands, in milliseconds. */
const shown = 2_000;

type Outcome = 'copied' | 'failed';
const words = { copied: 'general.copied', failed: 'general.notCopied' } as const;

export interface CopyButtonProps {
  /** Resolves to whether it worked. */
  onCopy(): Promise<boolean>;
  /** What else can be copied, in a menu beside it. */
  more?: readonly { label: string; onCopy(): Promise<boolean> }[] | undefined;
  children: string;
}

/** A button that copies and says whether it did. Its name stays what it does; the outcome is announced beside it. */
export function CopyButton({ onCopy, more, children }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), shown);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (work: () => Promise<boolean>) => setOutcome((await work()) ? 'copied' : 'failed');
  return (
    <span class="joined">
      <button type="button" class="button swap" aria-label={children} onClick={() => copy(onCopy)}>
        <span data-off={outcome ? '' : undefined}>
          <Icon name="copy" />
          {children}
        </span>
        <span data-off={outcome ? undefined : ''}>
          <Icon name={outcome === 'failed' ? 'warning' : 'check'} />
          {outcome && t(words[outcome])}
        </span>
      </button>
      {more && (
        <Menu
          name={t('general.copyAs')}
          items={more.map(({ label, onCopy }) => ({ label, onChoose: () => copy(onCopy) }))}
        />
      )}
      <span class="visually-hidden" role="status">
        {outcome && t(words[outcome])}
      </span>
    </span>
  );
}
