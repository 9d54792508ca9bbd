import { useId } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import type { IconName } from '@/components/design/shapes';

interface MenuChoice {
  name: string;
  onChoose(): void;
}

export interface MenuProps {
  label: string;
  icon: IconName;
  choices: readonly MenuChoice[];
}

/** A button with a few choices below it: a popover, so that Esc and a press beside it close it. */
export function Menu({ label, icon, choices }: MenuProps) {
  const id = `menu${useId()}`;
  return (
    <span class="menu" style={{ anchorName: `--${id}` }}>
      <button type="button" class="button" popovertarget={id} aria-haspopup="true">
        <Icon name={icon} />
        {label}
      </button>
      <div id={id} popover="auto" class="menu-list" style={{ positionAnchor: `--${id}` }}>
        {choices.map(({ name, onChoose }) => (
          <button
            key={name}
            type="button"
            class="menu-choice"
            popovertarget={id}
            popovertargetaction="hide"
            onClick={onChoose}
          >
            {name}
          </button>
        ))}
      </div>
    </span>
  );
}
