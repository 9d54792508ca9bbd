import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { defaultSites, everySite, patternOf } from './lib/settings/sites';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  // Explicit imports only: a reader should see where every name comes from.
  imports: false,
  // Every browser we run in preloads modules by itself.
  vite: () => ({ build: { modulePreload: { polyfill: false } }, plugins: [withoutMarkup, packedTighter] }),
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    // What a browser speaks for which there is no file in `locales/`.
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
    host_permissions: defaultSites.map(patternOf),
    optional_host_permissions: [everySite],
    optional_permissions: ['notifications', 'downloads'],
    omnibox: { keyword: 'pp' },
    commands: {
      // The popup.
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'toggle-site': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_manifest_toggleSite__',
      },
      'next-mention': {
        // Not N and P: with these Chromium splits the window and groups tabs, and gives them to nobody.
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_manifest_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_manifest_previousMention__',
      },
    },
    // Both are the first versions that find the highlights under a point.
    ...(browser === 'firefox' ? firefox : { minimum_chrome_version: '140' }),
  }),
  hooks: {
    // In a page every kilobyte counts and both browsers answer with promises: content scripts go without the polyfill.
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rolldownOptions?.output;
      if (entrypoints.some(({ type }) => type === 'popup') && output && !Array.isArray(output))
        output.codeSplitting = { groups: [popupPieces] };
      if (!entrypoints.some(({ type }) => type === 'unlisted-script')) return;
      config.resolve = {
        ...config.resolve,
        alias: { ...config.resolve?.alias, 'wxt/browser': nativeBrowser },
      };
      // WXT's own, silent in production.
      config.build = {
        ...config.build,
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          treeshake: { manualPureFunctions: ['logger'] },
        },
      };
    },
  },
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
});

/** Terser gets what the bundler has minified three per cent smaller: in a script for every page that is a feature's worth. */
const packedTighter: Plugin = {
  name: 'packed-tighter',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, {
          ecma: 2020,
          module: chunk.fileName.includes('chunks/'),
          compress: { passes: 2 },
        });
        chunk.code = code as string;
      }
    },
  },
};

/**
 * What the popup opens with and shares with other pages is one piece, and what it shares with the worker another: the browser
 * asks for a page's files one by one, and many small ones weigh more.
 */
const popupPieces: Rolldown.CodeSplittingGroup = {
  name(module, graph) {
    const reaches = (entry: RegExp, id = module, seen = new Set<string>()): boolean => {
      if (seen.has(id)) return false;
      seen.add(id);
      return (
        entry.test(id) || (graph.getModuleInfo(id)?.importers ?? []).some((one) => reaches(entry, one, seen))
      );
    };
    if (!reaches(/\/popup\/main\.tsx$/)) return null;
    if (reaches(/\/background\/index\.ts$/)) return 'core';
    // What popup and side panel alone share begins to run where it is loaded: other pages must not.
    return reaches(/\/(?:library|options|welcome)\/main\.tsx$/) ? 'pages' : null;
  },
  minShareCount: 2,
};

/** Preact's way to set HTML from a string is taken out: nothing of ours can use it, nor can anyone who gets so far. */
const withoutMarkup: Plugin = {
  name: 'without-markup',
  transform(code, id) {
    if (!/\/preact\/dist\/preact\.mjs$/.test(id)) return undefined;
    const without = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0');
    if (without === code) this.error('Preact sets HTML in another way than we know.');
    return { code: without, map: null };
  },
};

const nativeBrowser = fileURLToPath(import.meta.resolve('wxt/browser'));

const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'titlelight@titlelight.app',
      strict_min_version: '153.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
