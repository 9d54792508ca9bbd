/** The words of a query, folded: neither case nor accents count. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Whether what is written in `element` holds every one of `words`, as `wordsOf` gives them. */
export function holdsWords(element: Element, words: readonly string[]): boolean {
  const text = fold(element.textContent ?? '');
  return words.every((word) => text.includes(word));
}

/** Where any of `words` stands in what is written in `element`. */
export function rangesOf(element: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const folded = fold((text as Text).data);
    // Where folding changed the length, places cannot be told; the section is still found.
    if (folded.length !== (text as Text).length) continue;
    for (const word of words) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(text, at);
        range.setEnd(text, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
