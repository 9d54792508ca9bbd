import { defineConfig } from 'wxt';
import { defaultSites } from './lib/settings/sites';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  manifestVersion: 3,
  // Explicit imports only: a reader should see where every name comes from.
  imports: false,
  manifest: {
    name: 'Titlelight',
    description: 'Lights up the papers of your daily digest wherever their titles or links stand on the web.',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
    host_permissions: defaultSites,
    optional_host_permissions: ['*://*/*'],
    browser_specific_settings: {
      gecko: {
        id: 'titlelight@titlelight.app',
        strict_min_version: '140.0',
        // biome-ignore lint/suspicious/noExplicitAny: newer than WXT's manifest types
        data_collection_permissions: { required: ['none'] } as any,
      },
    },
  },
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
});
