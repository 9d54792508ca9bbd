import { readFileSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { locales } from '../../support/locale.ts';
import { sourceFiles, textsIn } from '../../support/source-texts.ts';

const root = new URL('../../../', import.meta.url).pathname;
const read = async (locale: string) => {
  const messages = await parseMessagesFile(`${root}locales/${locale}.yml`);
  return new Map(
    messages.map((message) => [message.key.join('.'), message] as const).filter(([key]) => key[0] !== '@'),
  );
};
const files = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await read(locale)] as const)),
) as Record<(typeof locales)[number], Awaited<ReturnType<typeof read>>>;
const english = [...files.en];

/** The text of a message, all of its forms. */
const formsOf = (message: (typeof english)[number][1]) =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message ?? ''];

describe('the languages', () => {
  it('have the same messages', () => {
    expect([...files.zh_CN.keys()].sort()).toEqual([...files.en.keys()].sort());
  });

  it.each(english)('fill the same places in %s', (key, message) => {
    const other = files.zh_CN.get(key);
    expect(other?.type).toBe(message.type);
    expect(other?.namedSubstitutions.toSorted()).toEqual(message.namedSubstitutions.toSorted());
    const tagsIn = (text: string) => [...text.matchAll(/<\/?\w+>/g)].map(([tag]) => tag).sort();
    const [form = ''] = formsOf(message);
    for (const text of formsOf(other as typeof message)) expect(tagsIn(text)).toEqual(tagsIn(form));
  });

  it.each(locales)('say something everywhere: %s', (locale) => {
    // Chinese sentences follow each other without a space.
    for (const [key, message] of files[locale])
      if (key !== 'general.betweenSentences')
        for (const text of formsOf(message)) expect(text.trim(), key).not.toBe('');
  });

  it('leave nothing in English', () => {
    const same = english.filter(([key, message]) => {
      const words = formsOf(message)
        .join(' ')
        .replace(/\{\w+\}|<\/?\w+>/g, '');
      const theirs = formsOf(files.zh_CN.get(key) as typeof message).join(' ');
      return /[a-z]{3}/i.test(words) && !/\p{sc=Han}/u.test(theirs);
    });
    expect(same.map(([key]) => key)).toEqual([
      'locale.direction',
      'manifest.name',
      'sites.example',
      'import.lines',
    ]);
  });

  it('have names that a browser takes, and tells apart without regard to case', () => {
    const names = english.map(([key]) => key.replaceAll('.', '_'));
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('have no sign that a browser would take for its own', () => {
    for (const locale of locales)
      for (const [key, message] of files[locale]) expect(formsOf(message).join(), key).not.toMatch(/\$| \| /);
  });
});

describe('the messages', () => {
  const texts = ['entrypoints', 'components', 'lib'].flatMap(sourceFiles).flatMap(textsIn);
  const used = new Set(texts.map(({ text }) => text));
  const config = readFileSync(`${root}wxt.config.ts`, 'utf8');
  const inManifest = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name.replace('_', '.'));
  for (const key of [...inManifest, 'locale.language', 'locale.direction']) used.add(key);

  it('are all used', () => {
    expect(english.map(([key]) => key).filter((key) => !used.has(key))).toEqual([]);
  });

  it('are all there', () => {
    // The types say so as well, but only of the language they are made from.
    const asked = texts
      .filter(({ text, call }) => call === 't' && /^\w+\.\w+$/.test(text))
      .map(({ text }) => text);
    for (const locale of locales) expect(asked.filter((key) => !files[locale].has(key))).toEqual([]);
  });
});
