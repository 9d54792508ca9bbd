import type { ComponentChildren } from 'preact';
import { CopyButton } from '@/components/controls/CopyButton';
import { Icon } from '@/components/design/Icon';
import type { PaperId } from '@/lib/paper/types';
import { sourceLinks } from './links';

export interface PaperActionsProps {
  id: PaperId;
  saved: boolean;
  onSave(): void;
  onUnsave(): void;
  /** Resolves to whether it worked. */
  onCopyBibtex(): Promise<boolean>;
  /** What else can be done with it where it is shown. */
  children?: ComponentChildren;
}

/** What one can do with a paper: save it, copy it, go to it. */
export function PaperActions({ id, saved, onSave, onUnsave, onCopyBibtex, children }: PaperActionsProps) {
  return (
    <div class="actions">
      <button type="button" class="button save" aria-pressed={saved} onClick={saved ? onUnsave : onSave}>
        <Icon name="bookmark" filled={saved} />
        {saved ? 'Saved' : 'Save'}
      </button>
      <CopyButton onCopy={onCopyBibtex}>Copy BibTeX</CopyButton>
      {children}
      <span class="sources">
        {sourceLinks(id).map(({ label, url }) => (
          <a key={label} href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        ))}
      </span>
    </div>
  );
}
