import { KeysDialog } from '@/components/controls/KeysDialog';
import { t } from '@/lib/i18n/text';

const keys = (): (readonly [keys: string, does: string])[] => [
  ['/', t('popup.keySearch')],
  ['j k', t('library.keyMove')],
  ['Enter', t('library.keyOpen')],
  ['h l', t('library.keyDays')],
  ['s', t('library.keySave')],
  ['o', t('popup.keyPaper')],
  ['c', t('popup.keyCode')],
  ['x', t('library.keySelect')],
  ['Shift ↓ ↑', t('library.keySelectMore')],
  ['Ctrl A', t('library.keySelectAll')],
  ['u', t('general.undo')],
  ['Esc', t('library.keyLeave')],
];

export const Help = ({ onClose }: { onClose(): void }) => <KeysDialog keys={keys()} onClose={onClose} />;
