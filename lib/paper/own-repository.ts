import type { Paper } from './types';

/** What a repository's name is compared with. */
export type Named = Pick<Paper, 'title'> & Partial<Pick<Paper, 'aliases' | 'abstract'>>;

/** Shorter than this, in letters and digits, a name stands in nearly any text by chance. */
const shortestName = 3;
/** Words of a repository's name that say nothing of the paper. */
const emptyWords =
  /^(?:the|and|for|with|via|code|official|pytorch|implementation|paper|release|main|master)$/;

/** Where many papers keep their code, or what they build on; the rest is told from the abstract, where there is one. */
const collections =
  /^(?:([^/]+)\/\1|huggingface\/.+|open-mmlab\/.+|sgl-project\/sglang|microsoft\/unilm|facebookresearch\/fairseq)$/;

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Whether a repository is likely the paper's own: its name, or that of the folder in it, says something of a title of the
 * paper, or stands in its abstract. `google-research` and `sglang`, where many papers keep their code, do not. Without an
 * abstract there is too little to compare, and all but the known collections are believed.
 *
 * @param path `owner/name` or `owner/name/folder…`, lower case
 */
export function isOwnRepository(path: string, { title, aliases = [], abstract }: Named): boolean {
  const [owner, name = '', ...folders] = path.split('/');
  const parts = [name, folders.at(-1) ?? ''];
  if (parts.some((part) => [title, ...aliases].some((one) => agrees(part, one)))) return true;
  if (abstract === undefined) return !collections.test(`${owner}/${name}`);
  return parts.map(folded).some((part) => part.length > shortestName && folded(abstract).includes(part));
}

function agrees(name: string, title: string): boolean {
  const own = folded(name);
  const whole = folded(title);
  if (own.length < shortestName) return false;
  if (whole.includes(own) || (whole.length >= shortestName && own.includes(whole))) return true;
  const acronym = folded(/^([^:]{2,40}):\s/.exec(title)?.[1] ?? '');
  if (acronym.length >= shortestName && own.includes(acronym)) return true;
  return isOfInitials(own, title) || halfStands(name, whole);
}

/** "lagnn" of "Local Augmentation for Graph Neural Networks": in order, with words left out. */
function isOfInitials(name: string, title: string): boolean {
  const initials = folded((title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]).join(''));
  let at = -1;
  return [...name].every((letter) => {
    at = initials.indexOf(letter, at + 1);
    return at >= 0;
  });
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
