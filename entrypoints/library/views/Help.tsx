import { KeysDialog } from '@/components/controls/KeysDialog';

const keys: [key: string, does: string][] = [
  ['/', 'Search'],
  ['j k', 'Next, previous paper'],
  ['Enter', 'Open it beside the list'],
  ['h l', 'Earlier, later day, week or month'],
  ['s', 'Save or remove'],
  ['o', 'Go to the paper'],
  ['c', 'Go to its code'],
  ['x', 'Select a paper of your shelf'],
  ['Shift ↓ ↑', 'Select several'],
  ['Ctrl A', 'Select all of them'],
  ['u', 'Undo'],
  ['Esc', 'Leave the selection, the paper, the search'],
];

export const Help = ({ onClose }: { onClose(): void }) => <KeysDialog keys={keys} onClose={onClose} />;
