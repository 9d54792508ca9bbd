import { EmptyState } from '@/components/controls/states';
import { type PlainKey, t } from '@/lib/i18n/text';
import type { SiteState, Unreadable } from '@/lib/settings/site-state';

export interface NothingHereProps {
  state: SiteState;
  /** The browser's name in a sentence: "Firefox". */
  browserName: string;
}

/** Why no paper is listed for a page. */
export function NothingHere({ state, browserName }: NothingHereProps) {
  const [title, text] = wordsFor(state, browserName);
  return (
    <EmptyState title={title}>
      <p>{text}</p>
    </EmptyState>
  );
}

function wordsFor(state: SiteState, browser: string): [title: string, text: string] {
  switch (state.kind) {
    case 'on':
    case 'once':
      return [t('nothingHere.onPage'), t('nothingHere.onPageText')];
    case 'off':
      return [t('nothingHere.off', { site: state.site }), t('nothingHere.offText')];
    case 'not-allowed':
      return [
        state.isDefault ? t('nothingHere.kept', { browser }) : t('nothingHere.notAllowed'),
        t('nothingHere.notAllowedText'),
      ];
    case 'own':
      return [t('nothingHere.own'), t('nothingHere.ownText')];
    case 'unknown':
      return [t('nothingHere.unknown'), t('nothingHere.unknownText')];
    case 'unreadable': {
      const [title, text] = unreadable[state.what];
      return [t(title), t(text)];
    }
  }
}

const unreadable: Record<Unreadable, [title: PlainKey, text: PlainKey]> = {
  browser: ['nothingHere.browserPage', 'nothingHere.browserPageText'],
  store: ['nothingHere.storePage', 'nothingHere.storePageText'],
  pdf: ['nothingHere.pdf', 'nothingHere.pdfText'],
  file: ['nothingHere.file', 'nothingHere.fileText'],
  refused: ['nothingHere.refused', 'nothingHere.refusedText'],
};
