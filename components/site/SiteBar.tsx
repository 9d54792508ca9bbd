import type { ComponentChildren } from 'preact';
import { Switch } from '@/components/controls/Switch';
import { type PlainKey, t } from '@/lib/i18n/text';
import type { SiteState, Unreadable } from '@/lib/settings/site-state';
import type { Site } from '@/lib/settings/sites';
import './site.css';

export interface SiteBarProps {
  state: SiteState;
  onSwitch(site: Site, on: boolean): void;
  onAllow(site: Site): void;
  onAllowEvery(): void;
  /** Reads the page this once. */
  onLook(): void;
}

const reasons = {
  browser: 'site.browserPage',
  store: 'site.storePage',
  pdf: 'site.pdfViewer',
  file: 'site.file',
  refused: 'site.refused',
} as const satisfies Record<Unreadable, PlainKey>;

/** Whether the page's site is read, and what to press to change that. Nothing on pages of Titlelight's own. */
export function SiteBar(props: SiteBarProps) {
  const { state } = props;
  if (state.kind === 'own') return null;
  return (
    <section class="site" aria-label={t('site.heading')}>
      <Standing {...props} />
    </section>
  );
}

function Standing({ state, onSwitch, onAllow, onAllowEvery, onLook }: SiteBarProps) {
  switch (state.kind) {
    case 'on':
    case 'off': {
      const { kind, site } = state;
      const note = t(kind === 'on' ? 'site.on' : 'site.off');
      return <Switch label={site} note={note} on={kind === 'on'} onChange={(on) => onSwitch(site, on)} />;
    }
    case 'once':
      return (
        <>
          <Words site={state.site}>{t('site.once')}</Words>
          <button type="button" class="button" onClick={() => onAllow(state.site)}>
            {t('site.allow')}
          </button>
        </>
      );
    case 'not-allowed':
      return (
        <>
          <Words site={state.site}>{t('site.notAllowed')}</Words>
          <div class="site-ways">
            <button type="button" class="button button-primary" onClick={() => onAllow(state.site)}>
              {t('site.allow')}
            </button>
            <button type="button" class="button" onClick={onAllowEvery}>
              {t('allSites.allow')}
            </button>
            <button type="button" class="button button-bare" onClick={onLook}>
              {t('site.lookOnce')}
            </button>
          </div>
        </>
      );
    case 'unknown':
      return (
        <>
          <Words>{t('site.notAllowed')}</Words>
          <button type="button" class="button" onClick={onAllowEvery}>
            {t('allSites.allow')}
          </button>
        </>
      );
    case 'unreadable':
      return <Words>{t('site.unreadable', { what: t(reasons[state.what]) })}</Words>;
  }
}

function Words({ site, children }: { site?: Site; children: ComponentChildren }) {
  return (
    <p class="site-words">
      {site && <strong>{site}</strong>} <span>{children}</span>
    </p>
  );
}
