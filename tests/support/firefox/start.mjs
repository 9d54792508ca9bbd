#!/usr/bin/env node
// What Playwright starts in the place of Firefox. It starts Firefox, and gives the address of our relay for Firefox's own:
// see `relay.ts`.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const firefox = spawn(process.env.TITLELIGHT_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
createInterface({ input: firefox.stderr }).on('line', (line) =>
  console.error(
    line.replace(
      /(WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:)(\d+)/,
      `$1${process.env.TITLELIGHT_RELAY}/$2`,
    ),
  ),
);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => firefox.kill(signal));
firefox.on('exit', (code) => process.exit(code ?? 0));
