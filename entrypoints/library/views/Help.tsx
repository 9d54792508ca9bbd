import { KeysDialog } from '@/components/controls/KeysDialog';

const keys: [key: string, does: string][] = [
  ['/', 'Search'],
  ['j k', 'Next, previous paper'],
  ['Enter', 'Open it beside the list'],
  ['← →', 'Earlier, later day, week or month'],
  ['s', 'Save or remove'],
  ['o', 'Go to the paper'],
  ['c', 'Go to its code'],
  ['Esc', 'Leave the paper, the search'],
];

export const Help = ({ onClose }: { onClose(): void }) => <KeysDialog keys={keys} onClose={onClose} />;
