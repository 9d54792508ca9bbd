import { type ViewName, viewNames } from './view-names';

export type KeyAction =
  | 'search'
  | 'next'
  | 'previous'
  | 'earlier'
  | 'later'
  | 'save'
  | 'paper'
  | 'code'
  | 'undo'
  | 'help'
  | 'leave'
  | ViewName;

const keys: Record<string, KeyAction> = {
  '/': 'search',
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  h: 'earlier',
  ArrowLeft: 'earlier',
  l: 'later',
  ArrowRight: 'later',
  s: 'save',
  o: 'paper',
  c: 'code',
  u: 'undo',
  ...Object.fromEntries(viewNames.map((view, at) => [String(at + 1), view])),
  '?': 'help',
  Escape: 'leave',
};

/** Keys that act while someone types into a field, too. */
const whileTyping: Record<string, KeyAction> = { ArrowDown: 'next', Enter: 'next', Escape: 'leave' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means where papers are listed; undefined where it is left to the browser. Enter presses what has focus, as ever. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Press, isTyping: boolean): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const meanings = isTyping ? whileTyping : keys;
  return Object.hasOwn(meanings, key) ? meanings[key] : undefined;
}

/** Whether keys are text, or choose in a list, where they were pressed. */
export function isTypingIn(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement && !isChoice(target)) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Whether arrow keys choose where they were pressed: one of several, side by side. */
export function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}
