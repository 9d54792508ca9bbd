import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root };

/** Specifications that ask nothing of Chromium's debugger. */
const alsoInFirefox = ['popup', 'library'].map((name) => `tests/e2e/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        // Properties run hundreds of cases, on machines that may be busy.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Sentences come from the locales' files, as they do in a browser.
          setupFiles: ['tests/support/locale.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        // One browser at a time: the flows share two cores with it.
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/firefox/**'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'firefox',
          include: ['tests/e2e/firefox/**/*.test.ts', ...alsoInFirefox],
          env: { TITLELIGHT_BROWSER: 'firefox' },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
