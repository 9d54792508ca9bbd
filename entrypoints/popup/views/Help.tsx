import { KeysDialog } from '@/components/controls/KeysDialog';
import { help } from '../keys';

export const Help = ({ onClose }: { onClose(): void }) => <KeysDialog keys={help} onClose={onClose} />;
