import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** A text that stands in the code. */
export interface SourceText {
  text: string;
  /** From 1. */
  line: number;
  /** What it is: the text of an element, the value of an attribute, what others are compared with, or any other string. */
  in: 'element' | { attribute: string } | 'key' | 'code';
  /** The name of what is called with it, as `t` or `console.warn`; of a class as `new Error`. */
  call?: string;
}

/** The code's own files below a folder, by their paths from the root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file));
}

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every text in a file but those that name modules and types. */
export function textsIn(path: string): SourceText[] {
  const code = readFileSync(join(root, path), 'utf8');
  const texts: SourceText[] = [];
  const lineOf = (node: Node) => code.slice(0, node.start).split('\n').length;

  const walk = (node: Node, place: Pick<SourceText, 'in' | 'call'>): void => {
    if (/^(?:Import|Export(?:All|Named)|TS)/.test(node.type) && !keepsValues.test(node.type)) {
      if (node.type === 'ExportNamedDeclaration' && isNode(node.declaration)) walk(node.declaration, place);
      return;
    }
    const add = (text: string, where = place) => texts.push({ text, line: lineOf(node), ...where });
    if (node.type === 'JSXText') return void add(String(node.value), { in: 'element' });
    if (node.type === 'Literal' && typeof node.value === 'string') return void add(node.value);
    if (node.type === 'TemplateElement') return void add((node.value as { cooked: string }).cooked);
    const inside = placeInside(node, place, code);
    for (const [field, value] of Object.entries(node)) {
      // A key of an object names it; only what stands behind it may be read.
      if (node.type === 'Property' && field === 'key' && !node.computed) continue;
      const where = isKey(node, field) ? ({ in: 'key' } as const) : inside;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, where);
    }
  };
  walk(parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node, { in: 'code' });
  return texts;
}

/** Whether what stands there is compared or looked up, and so shown to nobody. */
function isKey(node: Node, field: string): boolean {
  if (node.type === 'BinaryExpression') return node.operator !== '+';
  return (
    (node.type === 'SwitchCase' && field === 'test') ||
    (node.type === 'MemberExpression' && field === 'property')
  );
}

/** Wrappers of TypeScript's that stand around values. */
const keepsValues = /^TS(?:As|Satisfies|NonNull)Expression$/;

function placeInside(node: Node, place: Pick<SourceText, 'in' | 'call'>, code: string): typeof place {
  if (node.type === 'JSXAttribute') return { in: { attribute: (node.name as { name: string }).name } };
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return { in: 'element' };
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const callee = node.callee as Node & { end: number };
    const name = code.slice(callee.start, callee.end);
    return { ...place, call: node.type === 'NewExpression' ? `new ${name}` : name };
  }
  return place;
}
