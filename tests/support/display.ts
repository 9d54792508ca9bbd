import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { runQuietly } from './browser/run.ts';

/** A screen that nobody sees, with a keyboard of its own: for what the browser asks of a person and not of a page. */
export interface Display {
  /** What `DISPLAY` has to be for programs to show themselves there. */
  name: string;
  /** Presses keys one after another, by X's names for them: `Tab`, `alt+shift+l`. */
  press(...keys: string[]): Promise<void>;
  close(): void;
}

const programs = ['Xvfb', 'xdotool'];

/**
 * Opens a display with Xvfb; xdotool is its keyboard. Both are looked for on the PATH, or installed as Debian's packages.
 * Throws one sentence that says what to do.
 */
export async function openDisplay(): Promise<Display> {
  if (!programs.every(isInstalled)) await install();
  // Xvfb looks for a free number itself, and writes it to this file descriptor once it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready.')));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const name = `:${number}`;
  return {
    name,
    async press(...keys) {
      await promisify(execFile)('xdotool', ['key', '--delay', '150', ...keys], {
        env: { ...process.env, DISPLAY: name },
      });
    },
    close: () => void server.kill(),
  };
}

const isInstalled = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

async function install(): Promise<void> {
  const isDebian =
    existsSync('/etc/os-release') && /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (isDebian && process.getuid?.() === 0) {
    console.log("No screen to test on: installing Debian's packages xvfb and xdotool.");
    await runQuietly('apt-get', ['update']);
    await runQuietly('apt-get', ['install', '-y', 'xvfb', 'xdotool']);
  }
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length > 0)
    throw new Error(
      `${missing.join(' and ')} could not be found or installed: install them to run this test.`,
    );
}
