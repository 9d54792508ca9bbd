/** Elements whose text nobody reads, with all that is in them. */
const unread = /<(script|style|noscript|template|textarea|svg|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const inlineTag =
  /<\/?(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of saved HTML in blocks, near enough to what the page's walk would read: enough to count hits in. */
export function htmlBlocks(html: string): string[] {
  return html
    .replace(unread, '\n')
    .replace(inlineTag, '')
    .replace(/\s+/g, ' ')
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&(#?\w{1,8});/g, decode).trim())
    .filter(Boolean);
}

function decode(whole: string, body: string): string {
  const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(body);
  if (!code) return entities[body] ?? whole;
  return String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]));
}
