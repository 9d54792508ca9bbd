import { Icon } from '@/components/design/Icon';

export interface AllSitesProps {
  /** Undefined while it is not known. */
  granted: boolean | undefined;
  onAsk(): void;
  /** Left out where there is no room for it. */
  onGiveBack?: () => void;
}

/** The one permission that is asked for, with its reason. */
export function AllSites({ granted, onAsk, onGiveBack }: AllSitesProps) {
  return (
    <div class="all-sites">
      <p>
        {granted
          ? `Titlelight reads every site you open, but for those you switch off.${onGiveBack ? ' Taken back, your browser may ask once more for the sites that stay.' : ''}`
          : 'Blogs, newsletters and course pages name papers too. To light them up there, Titlelight has to read every site you open. What it reads stays on this machine.'}
      </p>
      <div class="all-sites-way" aria-live="polite">
        {granted ? (
          <span class="granted">
            <Icon name="check" /> All sites
          </span>
        ) : (
          <button type="button" class="button" disabled={granted === undefined} onClick={onAsk}>
            Allow all sites
          </button>
        )}
        {granted && onGiveBack && (
          <button type="button" class="button" onClick={onGiveBack}>
            Take back
          </button>
        )}
      </div>
    </div>
  );
}
