import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type SourceText, sourceFiles, textsIn } from '../../support/source-texts.ts';

/** Texts of rooms that no person reads, as the reason says. */
const unread: Record<string, string> = {
  'lib/match/': 'words of papers, not of ours',
  'lib/paper/': 'citations and TeX, in the language of the papers',
  'lib/search/': 'what a query is made of; its errors are for developers',
  'lib/page/sites/': 'examples that describe a site',
  'lib/page/readable.ts': 'names of elements',
  'lib/digest/sources/arxiv-category.ts': 'names of categories, as arXiv has them',
  'lib/digest/sources/page-day.ts': 'months, as the Daily Papers page has them',
  'lib/shelf/files/bibtex': 'words of the format',
  'lib/shelf/files/markdown': 'words of the file, by which it is read back in every language',
  'lib/shelf/files/status': 'words of the file, by which it is read back in every language',
};

const readable =
  /^(?:aria-(?:label|description|valuetext|roledescription)|title|placeholder|alt|label|note|legend|question|message|heading|yes|no|summary)$/;
const technical = /^(?:class|d|style|href|src|accept|viewBox|data-.*|aria-keyshortcuts|autocomplete)$/;

/** For developers, in the console or the test that fails; a person is told of what is an error of ours by another sentence. */
const forDevelopers = /^(?:console\.\w+|new (?:Error|TypeError|RangeError|BrokenIndex))$/;

/** Names, which are the same in every language. */
const names =
  /^(?:Titlelight|Firefox|Titlelight:|Titlelight JSON|Hugging Face|BibTeX|RIS|CSL-JSON|Markdown|PaperMemory|Jul 29)$/;

/** Keys of the keyboard and names of elements and errors, as browsers have them. */
const browserNames =
  /^(?:Esc|Escape|Enter|Tab|Home|End|Backspace|Space|Shift|Alt|Control|Ctrl \p{Lu}|Arrow\w*|Titlelight|\w+(?:Error|Failure|Exception))$/u;
const isLabel = (text: string) => /^\p{Lu}\p{Ll}{2,}$/u.test(text) && !browserNames.test(text);

const isWord = (text: string) => /\p{L}{2}/u.test(text) && !browserNames.test(text);
const isSentence = (text: string) =>
  /^[\s“”‘’"'(]*\p{Lu}[\p{L}’]*,? \p{L}/u.test(text) || /\p{L}{2,},? \p{L}+ \p{L}{2,}/u.test(text);

/** Titles and authors, in the language of their papers. */
const starter = new Set(
  readFileSync(new URL('../../../public/starter-digest.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { title: string; authors: string[] })
    .flatMap(({ title, authors }) => [title, ...authors]),
);

/** Whether someone reads a text that is not a message. */
function isRead({ text, in: place, call }: SourceText): boolean {
  if (
    names.test(text.trim()) ||
    browserNames.test(text) ||
    starter.has(text) ||
    call === 't' ||
    (call && forDevelopers.test(call))
  )
    return false;
  if (/^[a-z]\w*(?:\.\w+)+$/i.test(text)) return false;
  if (place === 'element') return isWord(text);
  if (place === 'key') return false;
  if (place === 'code') return isSentence(text) || isLabel(text);
  if (readable.test(place.attribute)) return isWord(text);
  return !technical.test(place.attribute) && isSentence(text);
}

const files = ['entrypoints', 'components', 'lib']
  .flatMap(sourceFiles)
  .filter((file) => !Object.keys(unread).some((room) => file.startsWith(room)));

it.each(files)('the texts of %s are messages', (file) => {
  const found = textsIn(file).filter(isRead);
  expect(found.map(({ line, text }) => `${line}: ${text.trim()}`)).toEqual([]);
});
