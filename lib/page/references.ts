/** Elements that hold a list of references, by the names that LaTeXML, Wikipedia, journals and CSL give them. */
const lists =
  '.ltx_bibliography, .references, .reflist, .bibliography, .ref-list, .citation-list, .csl-bib-body, ' +
  '#references, #bibliography, [role~="doc-bibliography"], [role~="doc-endnotes"], li[id^="cite_note"], li[id^="bib"]';

const heading =
  /^[\s\d.§]*(?:references|bibliography|works cited|literature cited|literatur|références|参考文献)[\s:]*$/i;
/** "[12] A. Author …" */
const numbered = /^\s*\[\d{1,3}\]\s*\p{Lu}/u;
/** How many elements to look back over for a heading, at each level. */
const lookBack = 80;

/** Whether a text node stands in a list of references. `block` is the text of the block that it belongs to. */
export function isInReferences(node: Text, block: string): boolean {
  const element = node.parentElement;
  if (!element) return false;
  return element.closest(lists) !== null || numbered.test(block) || heading.test(headingAbove(element));
}

/** The text of the nearest heading before `element` among its siblings and those of its ancestors. */
function headingAbove(element: Element): string {
  for (let level: Element | null = element; level && level !== document.body; level = level.parentElement) {
    let sibling = level.previousElementSibling;
    for (let i = 0; sibling && i < lookBack; i++, sibling = sibling.previousElementSibling) {
      if (/^H[1-6]$/.test(sibling.tagName)) return sibling.textContent ?? '';
    }
  }
  return '';
}
