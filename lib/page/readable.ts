import { readingOf } from './sites/readings';

/**
 * What of a page is read, and what reads as one piece: by tag names and a few attributes alone. Nothing here computes a
 * style or touches a node, which is right for nearly every page and costs next to nothing.
 */

/** What this site needs beside. Absent where there is no page, as in tests. */
const site = readingOf(globalThis.location?.hostname ?? '');

/**
 * Elements that do not interrupt a line of text, and some that are not read but may stand in the middle of one, as the
 * sources of maths do. Lower case: MathML and SVG, whose tag names are kept as written.
 */
const inlineElements =
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RB S SAMP SMALL SPAN ' +
  'STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE BR semantics annotation annotation-xml ' +
  'SCRIPT STYLE TEMPLATE RT RP';

/** Elements whose text is not for reading, or is someone's own writing. */
const unreadElements =
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT DATALIST CANVAS IFRAME OBJECT VIDEO AUDIO HEAD RT RP ' +
  'TITLELIGHT-CARD svg annotation annotation-xml';

/** Kinds of nodes, as the DOM numbers them: numbers cost a script for every page less than their names. */
const elementNode = 1;
const textNode = 3;
const documentNode = 9;

/** What an element is to the text in and around it; bits of a `Kind`. */
export const inline = 1;
export const unread = 2;
export const link = 4;
export const lineBreak = 8;
/** Its name alone does not tell whether it is read. */
export const doubtful = 16;
/** Its name is one that a page defines itself. */
export const named = 32;
type Kind = number;

/** By tag name: a page asks for each of its elements. */
const kinds = new Map<string, Kind>();
const note = (names: string, bit: Kind) => {
  for (const name of names.split(' ')) kinds.set(name, (kinds.get(name) ?? 0) | bit);
};
note(inlineElements, inline);
note(unreadElements, unread);
note('A', link);
note('BR', lineBreak);
note('SPAN', doubtful);
note('MJX-ASSISTIVE-MML', inline | doubtful);

/** A page may make up names without end. */
const mostKinds = 1_000;

/** KaTeX and MathJax write maths twice, once for the eye and once for screen readers; this is the unseen copy. */
const mathsCopies = '.katex-mathml,.MJX_Assistive_MathML,.MathJax_Preview,mjx-assistive-mml';

/** What an element is, but for fields to write in: see `isField`. */
export function kindOf(element: Element, mayRepeatMaths = true): Kind {
  const { tagName } = element;
  let kind = kinds.get(tagName) ?? learn(tagName);
  if (kind & doubtful && mayRepeatMaths && isMathsCopy(element, tagName)) kind |= unread;
  if (site.skip && element.matches(site.skip)) kind |= unread;
  if (site.inline && element.matches(site.inline)) kind |= inline;
  return kind;
}

function learn(tagName: string): Kind {
  // Maths in the middle of a line: MathML, and MathJax 3, which has elements of its own.
  const kind = /^(?:m|MJX-)/.test(tagName) ? inline : tagName.includes('-') ? named : 0;
  if (kinds.size < mostKinds) kinds.set(tagName, kind);
  return kind;
}

/** Whether there may be such copies below `root`: asked once, so that not every element has to tell. */
export function mayRepeatMaths(root: ParentNode): boolean {
  return root.querySelector(mathsCopies) !== null;
}

function isMathsCopy(element: Element, tagName: string): boolean {
  if (tagName === 'SPAN') return element.matches(mathsCopies);
  // MathJax 3 draws its glyphs with styles, so that this copy is the only text; MathJax 4 writes them out.
  return /\S/.test(element.previousElementSibling?.textContent ?? '');
}

function isInline(element: Element): boolean {
  return (kindOf(element) & inline) !== 0;
}

/** Whether a node is a piece of a line, and what stands beside it may belong to the same one. */
export function isInLine(node: Node | null): boolean {
  return isText(node) || (isElement(node) && isInline(node));
}

/** Roles of elements that a page has made into a field to write in. */
const editorRoles = /^(?:textbox|searchbox)$/;

/** Whether `element` is a place to write in, whatever its name. */
function isField(element: Element): boolean {
  if (element.hasAttribute('contenteditable')) return element.getAttribute('contenteditable') !== 'false';
  return editorRoles.test(element.getAttribute('role') ?? '');
}

/** Whether what is in `element` is not for reading, or is someone's own writing. */
export function isSkipped(element: Element): boolean {
  return (kindOf(element) & unread) !== 0 || isField(element);
}

/** The nearest node at or above `node` whose blocks are whole: no block reaches beyond it. */
export function blockRoot(node: Node): Node {
  let root = node;
  while (
    root.parentNode &&
    (!isElement(root) || isInline(root)) &&
    root.parentNode.nodeType !== documentNode
  ) {
    root = root.parentNode;
  }
  return root;
}

/** Whether `node` lies in a part of the page that is not read. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (isElement(at) && isSkipped(at)) return true;
  }
  return node.ownerDocument?.designMode === 'on';
}

/** The parent of a node; of a shadow root its host. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

export function isElement(node: Node | null): node is Element {
  return node?.nodeType === elementNode;
}

export function isText(node: Node | null): node is Text {
  return node?.nodeType === textNode;
}
