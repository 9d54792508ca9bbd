import { NothingHere } from '@/components/site/NothingHere';
import { SiteBar } from '@/components/site/SiteBar';
import { say } from '@/components/state/toast';
import { t } from '@/lib/i18n/text';
import { allowEverySite, allowSite, lookOnce, setSite } from '../state/site';
import { showOnPage, tabPapers } from '../state/tab';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

/** How the tab's site stands, and the papers of its page: the one it is about first, open. */
export function ThisPage() {
  return (
    <Loaded from={tabPapers}>
      {({ site, subject, papers, onPage }) => (
        <>
          <SiteBar
            state={site}
            onSwitch={setSite}
            onAllow={allowSite}
            onAllowEvery={allowEverySite}
            onLook={lookOnce}
          />
          {papers.length > 0 ? (
            <Papers
              papers={papers}
              list={`page ${subject?.id ?? ''}`}
              opensOn={subject?.id}
              onPage={onPage}
              onShow={show}
            />
          ) : (
            <NothingHere
              state={site}
              browserName={import.meta.env.FIREFOX ? 'Firefox' : t('popup.theBrowser')}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function show(id: Parameters<typeof showOnPage>[0]): void {
  showOnPage(id).catch(() => say({ message: t('popup.pageWentOn') }));
}
