import type { ComponentChildren } from 'preact';
import { type MessageKey, type SlotOf, template } from '@/lib/i18n/text';

export interface RichProps<K extends MessageKey> {
  of: K;
  /** What goes where the braces are. */
  slots?: { [Name in SlotOf<K>]?: ComponentChildren };
  /** What becomes of words between `<name>` and `</name>`. */
  tags?: Record<string, (words: ComponentChildren) => ComponentChildren>;
}

/** A message with elements in it: where they stand is for each language to say. */
export function Rich<K extends MessageKey>({ of, slots = {}, tags = {} }: RichProps<K>) {
  const fill = (text: string) =>
    text
      .split(/\{(\w+)\}/)
      .map((piece, at) => (at % 2 === 0 ? piece : (slots as Record<string, ComponentChildren>)[piece]));
  // Between two tags stand the name and the words: text, name, words, text, …
  const pieces = template(of).split(/<(\w+)>(.*?)<\/\1>/);
  return (
    <>
      {pieces.map((piece, at) => {
        if (at % 3 === 1) return null;
        const tag = at % 3 === 2 ? tags[pieces[at - 1] as string] : undefined;
        return tag ? tag(fill(piece)) : fill(piece);
      })}
    </>
  );
}
