import { EmptyState } from '@/components/controls/states';
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

function wordsFor(state: SiteState, browserName: string): [title: string, text: string] {
  switch (state.kind) {
    case 'on':
    case 'once':
      return [
        'No paper of your digest stands on this page.',
        'Papers found here will be listed in the order they stand.',
      ];
    case 'off':
      return [`Titlelight is off on ${state.site}.`, 'Switch it on, and known papers light up at once.'];
    case 'not-allowed':
      return [
        state.isDefault
          ? `${browserName} has not given Titlelight this site.`
          : 'Titlelight may not read this site yet.',
        'Allow it, and known papers light up here, now and whenever you come back. What Titlelight reads stays on this machine.',
      ];
    case 'own':
      return [
        'This page is Titlelight’s own.',
        'Papers are lit up on the pages where people write about them.',
      ];
    case 'unknown':
      return [
        'Titlelight cannot tell which page this is.',
        'It may not read its site yet, or it is a page of the browser itself.',
      ];
    case 'unreadable':
      return unreadable[state.what];
  }
}

const unreadable: Record<Unreadable, [title: string, text: string]> = {
  browser: ['This is a page of the browser itself.', 'No extension can read those.'],
  store: ['This is a store for extensions.', 'Browsers let no extension read it.'],
  pdf: [
    'This PDF is no paper of your digest.',
    'Titlelight cannot look into a PDF. It knows one by its address or its title.',
  ],
  file: ['This is a file on your machine.', 'Titlelight reads pages of the web only.'],
  refused: ['This page cannot be read.', 'It did not load, or the browser keeps extensions out of it.'],
};
