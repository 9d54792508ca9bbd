/** Elements that hold a list of references, by the names that LaTeXML, Wikipedia, journals and CSL give them. */
const lists =
  '.ltx_bibliography, .references, .reflist, .bibliography, .ref-list, .citation-list, .csl-bib-body, ' +
  '#references, #bibliography, [role~="doc-bibliography"], [role~="doc-endnotes"], li[id^="cite_note"], li[id^="bib"]';

const heading =
  /^[\s\d.§]*(?:references|bibliography|works cited|literature cited|literatur|références|参考文献)[\s:]*$/i;
/** "[12] A. Author …" */
const numbered = /^\s*\[\d{1,3}\]\s*\p{Lu}/u;
/** Elements that hold nothing but a heading and what belongs to it, as GitHub, Wikipedia and many others have them. */
const wrappers = /^(?:DIV|HEADER|HGROUP)$/;
/** What stands beside a heading in its wrapper: an anchor, "[edit]". */
const besideHeading = /^(?:A|BUTTON|SMALL|SPAN)$/;

/**
 * Tells whether a text node stands in a list of references; `opening` is how the block begins that it belongs to. What was
 * found for one node is used for the next, so that a reader is good for as long as the page does not change.
 */
export function referencesReader(): (node: Text, opening: string) => boolean {
  const known = new Map<Element, Element | undefined>();
  return (node, opening) => {
    const element = node.parentElement;
    if (!element) return false;
    if (element.closest(lists) !== null || numbered.test(opening)) return true;
    return heading.test(headingAbove(element, known)?.textContent ?? '');
  };
}

/** The nearest heading before `element` among its siblings and those of its ancestors. */
function headingAbove(element: Element, known: Map<Element, Element | undefined>): Element | undefined {
  for (let level: Element | null = element; level && level !== document.body; level = level.parentElement) {
    const found = headingBefore(level, known);
    if (found) return found;
  }
  return undefined;
}

/** The nearest heading among the siblings before `element`. `known` has what was found for others. */
function headingBefore(element: Element, known: Map<Element, Element | undefined>): Element | undefined {
  let found: Element | undefined;
  for (let at: Element | null = element; at && !found; at = at.previousElementSibling) {
    if (known.has(at)) {
      found = known.get(at);
      break;
    }
    if (at !== element) found = headingIn(at);
  }
  known.set(element, found);
  return found;
}

/** The heading that an element is, or that it was made for. */
function headingIn(element: Element): Element | undefined {
  if (/^H[1-6]$/.test(element.tagName)) return element;
  const first = wrappers.test(element.tagName) && element.firstElementChild;
  if (!first) return undefined;
  for (let other = first.nextElementSibling; other; other = other.nextElementSibling) {
    if (!besideHeading.test(other.tagName)) return undefined;
  }
  return headingIn(first);
}
