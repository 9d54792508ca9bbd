/** A place in the page. */
export interface Place {
  startNode: Text;
  startOffset: number;
  endNode: Text;
  endOffset: number;
}

let ruler: Range | undefined;

/** What stands between two places; empty where the page has changed so that there is nothing between them. */
export function textAt({ startNode, startOffset, endNode, endOffset }: Place): string {
  if (startNode === endNode) return startNode.data.slice(startOffset, endOffset);
  if (startOffset > startNode.length || endOffset > endNode.length) return '';
  // One live range for all: the browser keeps each of them up to date at every change of the page.
  ruler ??= new Range();
  ruler.setStart(startNode, startOffset);
  ruler.setEnd(endNode, endOffset);
  const text = ruler.toString();
  ruler.setStart(document, 0);
  ruler.collapse(true);
  return text;
}
