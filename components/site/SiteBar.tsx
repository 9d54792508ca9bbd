import type { ComponentChildren } from 'preact';
import { Switch } from '@/components/controls/Switch';
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

const reasons: Record<Unreadable, string> = {
  browser: 'browser page',
  store: 'store page',
  pdf: 'PDF viewer',
  file: 'file on this machine',
  refused: 'closed to extensions',
};

/** Whether the page's site is read, and what to press to change that. Nothing on pages of Titlelight's own. */
export function SiteBar(props: SiteBarProps) {
  const { state } = props;
  if (state.kind === 'own') return null;
  return (
    <section class="site" aria-label="This site">
      <Standing {...props} />
    </section>
  );
}

function Standing({ state, onSwitch, onAllow, onAllowEvery, onLook }: SiteBarProps) {
  switch (state.kind) {
    case 'on':
    case 'off': {
      const { kind, site } = state;
      const note = kind === 'on' ? 'On here' : 'Off here';
      return <Switch label={site} note={note} on={kind === 'on'} onChange={(on) => onSwitch(site, on)} />;
    }
    case 'once':
      return (
        <>
          <Words site={state.site}>Read this once</Words>
          <button type="button" class="button" onClick={() => onAllow(state.site)}>
            Allow this site
          </button>
        </>
      );
    case 'not-allowed':
      return (
        <>
          <Words site={state.site}>Not allowed here</Words>
          <div class="site-ways">
            <button type="button" class="button button-primary" onClick={() => onAllow(state.site)}>
              Allow this site
            </button>
            <button type="button" class="button" onClick={onAllowEvery}>
              Allow all sites
            </button>
            <button type="button" class="button button-bare" onClick={onLook}>
              Look once
            </button>
          </div>
        </>
      );
    case 'unknown':
      return (
        <>
          <Words>Not allowed here</Words>
          <button type="button" class="button" onClick={onAllowEvery}>
            Allow all sites
          </button>
        </>
      );
    case 'unreadable':
      return <Words>Cannot be read: {reasons[state.what]}</Words>;
  }
}

function Words({ site, children }: { site?: Site; children: ComponentChildren }) {
  return (
    <p class="site-words">
      {site && <strong>{site}</strong>} <span>{children}</span>
    </p>
  );
}
