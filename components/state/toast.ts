import { signal } from '@preact/signals';

export interface Notice {
  /** Tells two notices with the same words apart. */
  id: number;
  message: string;
  undo?: () => void;
}

/** What the toast says, if it is up. */
export const notice = signal<Notice | undefined>(undefined);

let said = 0;

export function say(what: Omit<Notice, 'id'>): void {
  said += 1;
  notice.value = { ...what, id: said };
}
