import type { ComponentChildren } from 'preact';
import { CopyButton } from '@/components/controls/CopyButton';
import { Menu } from '@/components/controls/Menu';
import { Icon } from '@/components/design/Icon';
import { type PlainKey, t } from '@/lib/i18n/text';
import type { CitationFormat } from '@/lib/paper/citation';
import { linkTo } from '@/lib/paper/link-to';
import type { PaperId } from '@/lib/paper/types';
import type { ReadingStatus } from '@/lib/shelf/types';
import { sourceLinks } from './links';

export interface PaperActionsProps {
  id: PaperId;
  saved: boolean;
  onSave(): void;
  onUnsave(): void;
  /** Resolves to whether it worked. */
  onCopyBibtex(): Promise<boolean>;
  /** In the formats beside BibTeX. Without it BibTeX is all there is. */
  onCopyAs?: ((format: CitationFormat) => Promise<boolean>) | undefined;
  /** How far someone has come with a paper that is saved. Without both of these it is not shown. */
  status?: ReadingStatus | undefined;
  onStatus?: ((status: ReadingStatus) => void) | undefined;
  /** What else can be done with it where it is shown. */
  children?: ComponentChildren;
}

/** What one can do with a paper: save it, say how far one has come, copy it, go to it. */
export function PaperActions(props: PaperActionsProps) {
  const { id, saved, onSave, onUnsave, onCopyBibtex, onCopyAs, status, onStatus, children } = props;
  return (
    <div class="actions">
      <span class="joined">
        <button type="button" class="button save" aria-pressed={saved} onClick={saved ? onUnsave : onSave}>
          <Icon name="bookmark" filled={saved} />
          {t(saved ? 'paper.saved' : 'paper.save')}
        </button>
        {saved && status && onStatus && <StatusMenu status={status} onStatus={onStatus} />}
      </span>
      <CopyButton onCopy={onCopyBibtex} more={onCopyAs && copyItems(id, onCopyAs)}>
        {t('paper.copyBibtex')}
      </CopyButton>
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

/** BibTeX and Markdown are called so everywhere. */
const formatNames: Record<CitationFormat, () => string> = {
  bibtex: () => 'BibTeX',
  markdown: () => 'Markdown',
  citation: () => t('paper.citation'),
  link: () => t('paper.link'),
};

function copyItems(id: PaperId, onCopyAs: (format: CitationFormat) => Promise<boolean>) {
  const formats = Object.keys(formatNames) as CitationFormat[];
  return formats
    .filter((format) => format !== 'link' || linkTo({ id }))
    .map((format) => ({ label: formatNames[format](), onCopy: () => onCopyAs(format) }));
}

const statusNames = {
  'to-read': 'status.toRead',
  reading: 'status.reading',
  read: 'status.read',
} as const satisfies Record<ReadingStatus, PlainKey>;

function StatusMenu({ status, onStatus }: Required<Pick<PaperActionsProps, 'status' | 'onStatus'>>) {
  const statuses = Object.keys(statusNames) as ReadingStatus[];
  const name = t(statusNames[status as ReadingStatus]);
  return (
    <Menu
      name={t('status.ofPaper', { status: name })}
      items={statuses.map((one) => ({
        label: t(statusNames[one]),
        isChosen: one === status,
        onChoose: () => onStatus?.(one),
      }))}
    >
      {name}
    </Menu>
  );
}
