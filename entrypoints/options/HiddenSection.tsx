import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { getPapers } from '@/lib/digest/read';
import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import { type Dismissal, listDismissals, restore } from '@/lib/settings/dismissals';

/** A dismissal with the title of its paper; with the paper's id where the digest no longer holds it. */
type Hidden = Dismissal & { title: string };

/** What was dismissed with "Not this paper", and the way back. */
export function HiddenSection() {
  const [hidden, setHidden] = useState<Hidden[]>();
  useEffect(() => {
    const load = () => listHidden().then(setHidden);
    load();
    // Titles are dismissed on pages, in other tabs.
    browser.storage.local.onChanged.addListener(load);
    return () => browser.storage.local.onChanged.removeListener(load);
  }, []);
  return (
    <>
      {hidden?.length === 0 && <p class="quiet">{t('hidden.empty')}</p>}
      <ul class="hidden">
        {hidden?.map((one) => (
          <HiddenTitle key={`${one.paper} ${one.page}`} {...one} />
        ))}
      </ul>
    </>
  );
}

function HiddenTitle({ paper, page, title }: Hidden) {
  return (
    <li>
      <div class="hidden-what">
        <cite>{title}</cite>
        <p class="hidden-where">{page ? t('hidden.onPage', { page }) : t('hidden.everywhere')}</p>
      </div>
      <button
        type="button"
        class="button"
        aria-label={t('hidden.markTitle', { title })}
        onClick={() => restore(paper, page)}
      >
        {t('hidden.markAgain')}
      </button>
    </li>
  );
}

async function listHidden(): Promise<Hidden[]> {
  const dismissals = await listDismissals();
  const papers = await getPapers(dismissals.map(({ paper }) => paper));
  return dismissals.map((one, at) => ({ ...one, title: displayTitle(papers[at]?.title ?? one.paper) }));
}
