import type { Paper } from './types';

/** What a repository's name is compared with. */
export type Named = Pick<Paper, 'title'> & Partial<Pick<Paper, 'aliases' | 'abstract'>>;

/** Shorter than this, in letters and digits, a name stands in nearly any text by chance. */
const shortestName = 3;
/** Words of a repository's name that say nothing of the paper. */
const emptyWords =
  /^(?:the|and|for|with|via|code|official|pytorch|implementation|paper|release|main|master)$/;

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Whether a repository is likely the paper's own: its name, or that of the folder in it, says something of a title of the
 * paper, or stands in its abstract. `google-research` and `sglang`, where many papers keep their code, do not.
 *
 * @param path `owner/name` or `owner/name/folder…`
 */
export function isOwnRepository(path: string, paper: Named): boolean {
  const [, name = '', ...folders] = path.split('/');
  const titles = [paper.title, ...(paper.aliases ?? [])];
  return [name, folders.at(-1) ?? ''].some(
    (part) => titles.some((title) => agrees(part, title)) || stands(folded(part), paper.abstract),
  );
}

function agrees(name: string, title: string): boolean {
  const own = folded(name);
  const whole = folded(title);
  if (own.length < shortestName) return false;
  if (whole.includes(own) || (whole.length >= shortestName && own.includes(whole))) return true;
  const acronym = folded(/^([^:]{2,40}):\s/.exec(title)?.[1] ?? '');
  if (acronym.length >= shortestName && own.includes(acronym)) return true;
  return initialsOf(title).includes(own) || halfStands(name, whole);
}

/** "Memory-Modular Learning" → "mml". */
function initialsOf(title: string): string {
  return folded((title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]).join(''));
}

/** Whether the words of a name that stand in the folded title have half of its letters. */
function halfStands(name: string, title: string): boolean {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .filter((word) => word.length >= shortestName && !emptyWords.test(word));
  const length = (some: string[]) => some.join('').length;
  return words.length > 0 && length(words.filter((word) => title.includes(word))) * 2 >= length(words);
}

function stands(name: string, abstract: string | undefined): boolean {
  return name.length > shortestName && folded(abstract ?? '').includes(name);
}
