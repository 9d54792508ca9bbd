import { Icon } from '@/components/design/Icon';
import type { IconName } from '@/components/design/shapes';

interface ToolProps {
  icon: IconName;
  label: string;
  isOn?: boolean;
  /** In a list with one tab stop only the tools of its line are others. */
  isTabStop?: boolean;
  onClick(): void;
}

/** A picture of an action, there while its row is pointed at or has focus, or while it is on. */
export function Tool({ icon, label, isOn = false, isTabStop = true, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      data-on={isOn ? '' : undefined}
      tabIndex={isTabStop ? undefined : -1}
      onClick={onClick}
    >
      <Icon name={icon} filled={isOn} />
    </button>
  );
}
