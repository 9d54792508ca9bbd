import type { GeneratedI18nStructure } from '#i18n';
import { numberName } from './format';
import { lookUp } from './locale';

/*
 * What a person reads, in the language of their browser. The messages stand in `locales/`; the browser picks the language
 * and keeps them, so that no script carries them along.
 */

type Messages = GeneratedI18nStructure;

/** The name of a message: "welcome.sample.forum". */
export type MessageKey = Exclude<keyof Messages, `@@${string}`>;

/** The names that stand between braces in a message. */
export type SlotOf<K extends MessageKey> = Messages[K] extends {
  namedSubstitutions: readonly (infer Name)[];
}
  ? Name & string
  : never;

/** Messages that have one form for one and one for many. */
type PluralKey = { [K in MessageKey]: Messages[K] extends { plural: true } ? K : never }[MessageKey];

/** Messages that are whole as they stand: labels, headings, states. */
export type PlainKey = Exclude<
  { [K in MessageKey]: [SlotOf<K>] extends [never] ? K : never }[MessageKey],
  PluralKey
>;

/** What goes where the braces are. `count` chooses between one and many. */
export type Values<K extends MessageKey> = { [Name in SlotOf<K>]: string | number } & (K extends PluralKey
  ? { count: number }
  : unknown);

/** The message of that name in the reader's language. Numbers are written as that language writes them. */
export function t<K extends MessageKey>(
  key: K,
  ...[values]: K extends PlainKey ? [] : [values: Values<K>]
): string {
  const all = (values ?? {}) as Record<string, string | number>;
  return template(key, all.count).replace(slot, (whole, name) => {
    const value = all[name];
    return typeof value === 'number' ? numberName(value) : (value ?? whole);
  });
}

/** A message with its braces still in it. @param count chooses the form, where there are two */
export function template(key: MessageKey, count?: number | string): string {
  const message = lookUp(key.replaceAll('.', '_'));
  if (typeof count !== 'number') return message;
  const forms = message.split(' | ');
  return (count === 1 ? forms[0] : forms.at(-1)) ?? message;
}

/** A name between braces. */
const slot = /\{(\w+)\}/g;
