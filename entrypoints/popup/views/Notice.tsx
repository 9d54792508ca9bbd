import { Toast } from '@/components/controls/Toast';
import { notice } from '@/components/state/toast';

/** What has just happened, for as long as it may be taken back. */
export function Notice() {
  const said = notice.value;
  const close = () => {
    notice.value = undefined;
  };
  return (
    <div class="notice" role="status">
      {said && <Toast key={said.id} message={said.message} onUndo={said.undo} onClose={close} />}
    </div>
  );
}
