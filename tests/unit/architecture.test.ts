import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Dependencies point one way. Each room names the rooms it may use; its own files it may always use.
 */
const allowed: Record<string, string[]> = {
  entrypoints: ['components', 'lib'],
  components: [
    'lib/i18n',
    'lib/messages',
    'lib/page',
    'lib/match',
    'lib/paper',
    'lib/shelf',
    'lib/digest',
    'lib/search',
    'lib/settings',
  ],
  'lib/page': ['lib/i18n', 'lib/match', 'lib/paper'],
  'lib/search': ['lib/match', 'lib/paper'],
  'lib/shelf': ['lib/i18n', 'lib/database', 'lib/json-fault', 'lib/match', 'lib/messages', 'lib/paper'],
  'lib/digest': [
    'lib/i18n',
    'lib/database',
    'lib/json-fault',
    'lib/match',
    'lib/messages',
    'lib/paper',
    'lib/settings',
  ],
  'lib/match': ['lib/paper'],
  'lib/paper': [],
  'lib/i18n': [],
  'lib/database': ['lib/i18n'],
  'lib/json-fault': [],
  'lib/settings': ['lib/i18n', 'lib/paper'],
  'lib/frames': ['lib/page', 'lib/paper'],
  'lib/messages': ['lib/match', 'lib/paper'],
  'lib/card-services': ['lib/messages', 'lib/paper', 'lib/settings'],
  'lib/open-search': ['lib/digest', 'lib/paper', 'lib/search', 'lib/settings', 'lib/shelf'],
  'lib/published-filter': ['lib/match'],
};

const root = resolve(import.meta.dirname, '../..');
const rooms = Object.keys(allowed).sort((a, b) => b.length - a.length);
const roomOf = (path: string) =>
  rooms.find((room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target as string);
}

function targetOf(file: string, target: string): string | undefined {
  if (target.startsWith('@/')) return target.slice(2);
  return target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : undefined;
}

const files = ['entrypoints', 'components', 'lib'].flatMap(sources);

describe('dependencies', () => {
  it.each(files)('of %s point one way', (file) => {
    const room = roomOf(file);
    expect(room, `${file} is in no room`).toBeDefined();
    const used = importsOf(file).flatMap((target) => targetOf(file, target) ?? []);
    const strange = used.filter((path) => {
      const other = roomOf(path);
      return (
        other !== room && !allowed[room as string]?.some((one) => path === one || path.startsWith(`${one}/`))
      );
    });
    expect(strange).toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('entrypoints/')))(
    'of %s lead into no other entrypoint',
    (file) => {
      const own = file.split('/').slice(0, 2).join('/');
      const used = importsOf(file).flatMap((target) => targetOf(file, target) ?? []);
      const others = used.filter((path) => path.startsWith('entrypoints/') && !path.startsWith(own));
      expect(others).toEqual([]);
    },
  );

  it.each(files.filter((file) => /^lib\/(match|paper)\//.test(file)))(
    'of %s are pure: no browser, no storage',
    (file) => {
      expect(importsOf(file).filter((target) => /^(wxt|idb|webextension|node:)/.test(target))).toEqual([]);
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code).not.toMatch(/\b(document|window|chrome|indexedDB|localStorage)\./);
    },
  );

  it.each(files.filter((file) => file.startsWith('components/')))(
    'of %s leave the browser to the entrypoints',
    (file) => {
      expect(importsOf(file).filter((target) => /^(wxt|webextension)/.test(target))).toEqual([]);
    },
  );
});
