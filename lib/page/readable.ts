import { readingOf } from './sites/readings';

/**
 * What of a page is read, and what reads as one piece: by tag names and a few attributes alone. Nothing here computes a
 * style or touches a node, which is right for nearly every page and costs next to nothing.
 */

/** What this site needs beside. Absent where there is no page, as in tests. */
const { skip, inline } = readingOf(globalThis.location?.hostname ?? '');

/**
 * Elements that do not interrupt a line of text, and some that are not read but may stand in the middle of one, as the
 * sources of maths do. Lower case: MathML and SVG, whose tag names are kept as written.
 */
const inlineElements = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RB S SAMP SMALL SPAN ' +
    'STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE BR math mi mn mo ms mrow mfrac msub msup msubsup mtext mstyle ' +
    'mover munder mspace semantics annotation annotation-xml SCRIPT STYLE TEMPLATE RT RP'
  ).split(' '),
);

/** Elements whose text is not for reading, or is someone's own writing. */
const skippedElements = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT DATALIST CANVAS IFRAME OBJECT VIDEO AUDIO HEAD RT RP ' +
    'TITLELIGHT-CARD svg annotation annotation-xml'
  ).split(' '),
);

/** Roles of elements that a page has made into a field to write in. */
const editorRoles = /^(?:textbox|searchbox)$/;

/** KaTeX and MathJax write maths twice, once for the eye and once for screen readers; this is the unseen copy. */
const mathsCopies = /\b(?:katex-mathml|MJX_Assistive_MathML|MathJax_Preview)\b/;

/** MathJax 3 sets maths in elements of its own, in the middle of a line. */
export function isInline(element: Element): boolean {
  const { tagName } = element;
  if (inlineElements.has(tagName) || tagName.startsWith('MJX-')) return true;
  return inline !== undefined && element.matches(inline);
}

/** Whether what is in `element` is not for reading, or is someone's own writing. */
export function isSkipped(element: Element): boolean {
  if (skippedElements.has(element.tagName)) return true;
  if (element.hasAttribute('contenteditable')) return element.getAttribute('contenteditable') !== 'false';
  if (element.hasAttribute('role') && editorRoles.test(element.getAttribute('role') as string)) return true;
  if (element.tagName === 'MJX-ASSISTIVE-MML') {
    // MathJax 3 draws its glyphs with styles, so that this copy is the only text; MathJax 4 writes them out.
    return /\S/.test(element.previousElementSibling?.textContent ?? '');
  }
  if (element.tagName === 'SPAN' && mathsCopies.test(element.className)) return true;
  return skip !== undefined && element.matches(skip);
}

/** The nearest node at or above `node` whose blocks are whole: no block reaches beyond it. */
export function blockRoot(node: Node): Node {
  let root = node;
  while (
    root.parentNode &&
    (!isElement(root) || isInline(root)) &&
    root.parentNode.nodeType !== Node.DOCUMENT_NODE
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
  return node?.nodeType === Node.ELEMENT_NODE;
}

export function isText(node: Node | null): node is Text {
  return node?.nodeType === Node.TEXT_NODE;
}
