import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measureSize } from '../bench/size/main';
import { filesIn } from '../bench/size/weigh';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const files = filesIn(built);

describe('the package', () => {
  it('stays small: every page pays for the scanner', () => {
    expect(measureSize(built).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('asks for no more than it needs, and shows nothing of itself to pages', () => {
    const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
    expect(manifest.permissions.toSorted()).toEqual(
      ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab', 'sidePanel'].toSorted(),
    );
    expect(manifest.host_permissions).not.toContain('<all_urls>');
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions).toEqual(['notifications', 'downloads']);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('content_security_policy');
  });

  it('asks for just what the docs explain', () => {
    const { permissions, optional_permissions } = JSON.parse(
      readFileSync(join(built, 'manifest.json'), 'utf8'),
    );
    const docs = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
    // What stands in backquotes at the beginning of a row; a host has a dot in it.
    const explained = [...docs.matchAll(/^\| `([a-zA-Z]+)` /gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual([...permissions, ...optional_permissions].toSorted());
  });

  it('holds no way to make HTML of a string', () => {
    const scripts = files.filter((path) => path.endsWith('.js'));
    const setting = scripts.filter((path) =>
      /(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write/.test(readFileSync(path, 'utf8')),
    );
    expect(setting).toEqual([]);
  });

  it('runs no code from elsewhere', () => {
    const pages = files.filter((path) => path.endsWith('.html')).map((path) => readFileSync(path, 'utf8'));
    expect(pages.length).toBeGreaterThan(2);
    for (const html of pages) expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
