/**
 * Web addresses in prose, as abstracts write them: with a full stop behind, in brackets, doubled by `\href` debris
 * (`https://a.org/x{https://a.org/x}`), with escaped underscores, or without `https://`.
 */

/** Hosts so well known that they are an address even where `https://` is left off. */
const schemeless = [
  String.raw`(?:[a-z0-9-]+\.)+(?:github|gitlab)\.io`,
  String.raw`(?:[a-z0-9-]+\.)+hf\.space`,
  String.raw`(?:github|gitlab|huggingface|sites\.google)\.com?`,
  String.raw`hf\.co`,
  String.raw`www\.(?:[a-z0-9-]+\.)+[a-z]{2,}`,
].join('|');

const address = new RegExp(
  String.raw`(?:https?:\/\/|(?<![\w@./:-])(?=(?:${schemeless})(?:\/|(?![\w-]))))[^\s<>{}"“”‘’|\\^${'`'}\[\]$，。；、（）]+`,
  'gi',
);

/** An address that ends in three dots or an ellipsis was cut there by whoever copied it. Four: a full stop and a cut. */
const cutShort = /(?:[^.)\]]\.{3}|…)$/;

const trailing = /[.,;:!?'*~]$/;

/**
 * Every http(s) address in `text`, in order, without what prose puts behind it. Addresses that were cut short
 * are left out: they would lead nowhere.
 */
export function addressesInText(text: string): string[] {
  const unescaped = text
    .replace(/\\(?=[_#%&~])/g, '')
    // A line broken at a hyphen inside an address.
    .replace(/(https?:\/\/\S+-)\n\s*(?=\w+\/\w)/gi, '$1');
  return [...unescaped.matchAll(address)]
    .map(([found]) => found)
    .filter((found) => !cutShort.test(found))
    .map(trimEnd)
    .map((found) => (/^https?:/i.test(found) ? found : `https://${found}`))
    .filter((found) => /^https?:\/\/[^/]+\.[^/]/i.test(found));
}

/** Removes punctuation of the sentence, brackets that were never opened, and an encoded `}`. */
function trimEnd(found: string): string {
  let end = found;
  for (;;) {
    const unopened = end.endsWith(')') && !balanced(end);
    if (trailing.test(end) || unopened) end = end.slice(0, -1);
    else if (/%7d$/i.test(end)) end = end.slice(0, -3);
    else return end;
  }
}

function balanced(found: string): boolean {
  return found.split('(').length === found.split(')').length;
}
