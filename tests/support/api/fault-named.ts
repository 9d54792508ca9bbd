import type { Fault } from './faults.ts';

/** Faults as they are typed: the kind, and a number or text where one belongs to it. */
const faults: Record<Fault['kind'], (rest: string) => Fault> = {
  'too-many': (seconds) => ({ kind: 'too-many', retryAfter: seconds === '' ? null : Number(seconds) }),
  status: (status) => ({ kind: 'status', status: Number(status || 500) }),
  hang: () => ({ kind: 'hang' }),
  drip: () => ({ kind: 'drip' }),
  break: () => ({ kind: 'break' }),
  truncated: () => ({ kind: 'truncated' }),
  'other-text': (text) => ({ kind: 'other-text', text }),
  'wrong-types': () => ({ kind: 'wrong-types' }),
  'unknown-fields': () => ({ kind: 'unknown-fields' }),
  'other-day': () => ({ kind: 'other-day' }),
  empty: () => ({ kind: 'empty' }),
  shift: () => ({ kind: 'shift' }),
  'lost-paper': () => ({ kind: 'lost-paper' }),
};

/** The fault that a typed line names, or a sentence about which there are. */
export function faultNamed(typed: string): Fault | string {
  const [, kind = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(typed) ?? [];
  const fault = Object.hasOwn(faults, kind) ? faults[kind as Fault['kind']] : undefined;
  return fault?.(rest.trim()) ?? `There is no such fault. There are: ${Object.keys(faults).join(', ')}.`;
}
