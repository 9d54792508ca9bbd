import { Icon } from '@/components/design/Icon';

export interface AllSitesProps {
  /** Undefined while it is not known. */
  granted: boolean | undefined;
  onAsk(): void;
}

/** The one permission that is asked for, with its reason. */
export function AllSites({ granted, onAsk }: AllSitesProps) {
  return (
    <div class="all-sites">
      <p>
        {granted
          ? 'Titlelight reads every site you open. Your browser’s settings for extensions take this back.'
          : 'Blogs, newsletters and course pages name papers too. To light them up there, Titlelight has to read every site you open. What it reads stays on this machine.'}
      </p>
      <div aria-live="polite">
        {granted ? (
          <span class="granted">
            <Icon name="check" /> All sites
          </span>
        ) : (
          <button type="button" class="button" disabled={granted === undefined} onClick={onAsk}>
            Allow all sites
          </button>
        )}
      </div>
    </div>
  );
}
