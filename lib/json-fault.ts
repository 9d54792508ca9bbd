const token =
  /\s*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** What may come next. `…OrEnd`: right behind an opening bracket. */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/**
 * The line, from 1, at which `text` stops being JSON; the last one with anything on it where it just ends. Asked when
 * `JSON.parse` has failed: browsers differ in whether they say where.
 */
export function faultyLine(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  token.lastIndex = 0;
  for (let good = 0; ; good = token.lastIndex) {
    const found = token.exec(text);
    const next: Expected | null | undefined =
      found && after(expected, found[1] ?? (found[2] ? 'string' : 'other'), open);
    if (!next) return lineAt(text, good);
    expected = next;
  }
}

function after(expected: Expected, kind: string, open: string[]): Expected | undefined {
  if (expected === 'colon') return kind === ':' ? 'value' : undefined;
  if (expected === 'key' || (expected === 'keyOrEnd' && kind !== '}'))
    return kind === 'string' ? 'colon' : undefined;
  if (expected === 'commaOrEnd' && kind === ',' && open.length > 0)
    return open.at(-1) === '{' ? 'key' : 'value';
  const closes = { ']': '[', '}': '{' }[kind];
  if (closes) return expected !== 'value' && open.pop() === closes ? 'commaOrEnd' : undefined;
  if (expected !== 'value' && expected !== 'valueOrEnd') return undefined;
  if (kind === '[' || kind === '{') {
    open.push(kind);
    return kind === '[' ? 'valueOrEnd' : 'keyOrEnd';
  }
  return kind === 'string' || kind === 'other' ? 'commaOrEnd' : undefined;
}

/** The line of the first character behind `position` that is not blank. */
function lineAt(text: string, position: number): number {
  const blank = /^\s*/.exec(text.slice(position))?.[0].length ?? 0;
  const fault = Math.min(position + blank, text.trimEnd().length);
  return text.slice(0, fault).split('\n').length;
}
