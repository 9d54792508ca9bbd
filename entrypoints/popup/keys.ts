export type KeyAction =
  | 'search'
  | 'next'
  | 'previous'
  | 'earlier'
  | 'later'
  | 'save'
  | 'paper'
  | 'code'
  | 'help'
  | 'leave';

const keys: Record<string, KeyAction> = {
  '/': 'search',
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  s: 'save',
  o: 'paper',
  c: 'code',
  '?': 'help',
  Escape: 'leave',
};

/** Keys that still act while someone types into a field. */
const whileTyping = new Set(['ArrowDown', 'Escape']);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means in the popup; undefined where it is left to the browser. Enter presses what has focus, as ever. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Press, isTyping: boolean): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey || (isTyping && !whileTyping.has(key))) return undefined;
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

export function isTypingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The keys as the help names them. */
export const help: [key: string, does: string][] = [
  ['/', 'Search'],
  ['j', 'Next paper'],
  ['k', 'Previous paper'],
  ['← →', 'Earlier, later day'],
  ['← →', 'On a tab: the tab beside it'],
  ['Enter', 'Open or close'],
  ['s', 'Save or remove'],
  ['o', 'Go to the paper'],
  ['c', 'Go to its code'],
  ['Esc', 'Leave search, close'],
];
