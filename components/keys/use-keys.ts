import { useEffect, useRef } from 'preact/hooks';
import { actionOf, isChoice, isTypingIn, type KeyAction } from './keys';

/** @returns whether the key did something, and nobody else is to act on it */
type Act = (action: KeyAction, isTyping: boolean) => boolean;

/** Hands the keys to `act`, unless a control took them already or a dialog is open. */
export function useKeys(act: Act): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isChoice(event.target) && event.key.startsWith('Arrow')) return;
      const isTyping = isTypingIn(event.target);
      const action = actionOf(event, isTyping);
      if (!action || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (latest.current(action, isTyping)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
