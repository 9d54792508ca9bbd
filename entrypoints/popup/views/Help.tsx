import { KeysDialog } from '@/components/controls/KeysDialog';
import { t } from '@/lib/i18n/text';

/** The keys as the help names them. */
const keys = (): (readonly [keys: string, does: string])[] => [
  ['/', t('popup.keySearch')],
  ['j k', t('popup.keyMove')],
  ['Enter', t('popup.keyOpen')],
  ['s', t('popup.keySave')],
  ['o', t('popup.keyPaper')],
  ['c', t('popup.keyCode')],
  ['h l', t('popup.keyDays')],
  ['1 2 3', t('popup.keyViews')],
  ['u', t('general.undo')],
  ['Esc', t('popup.keyLeave')],
  ['?', t('popup.keyHelp')],
];

export const Help = ({ onClose }: { onClose(): void }) => <KeysDialog keys={keys()} onClose={onClose} />;
