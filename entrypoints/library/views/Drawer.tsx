import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { address } from '../state/address';

interface DrawerProps {
  onClose(): void;
  children: ComponentChildren;
}

/** Where to go, for windows that have no room for it: a dialog at the edge, which going anywhere closes, as Esc and a press beside it do. */
export function Drawer({ onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const from = useRef(address.value);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (address.value !== from.current) dialog.current?.close();
  }, [address.value]);
  return (
    <dialog ref={dialog} class="drawer" aria-label={t('library.goTo')} closedby="any" onClose={onClose}>
      <div class="side">{children}</div>
    </dialog>
  );
}
