import { Icon } from '@/components/design/Icon';
import { canOpenSide, openSide } from '../side';

/** Where else the same papers can be read. Nothing where the browser has no panel at the side, or this is it. */
export function Places() {
  if (!canOpenSide()) return null;
  return (
    <button
      type="button"
      class="button button-bare place"
      aria-label="Keep open at the side"
      title="Keep open at the side"
      onClick={openSide}
    >
      <Icon name="side" />
    </button>
  );
}
