import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { nextItem } from './next-item';

interface MenuItem {
  label: string;
  /** Given where one of the items is what holds now. */
  isChosen?: boolean;
  onChoose(): void;
}

export interface MenuProps {
  /** What its button is called. */
  name: string;
  items: readonly MenuItem[];
  /** What its button shows before the arrow. */
  children?: ComponentChildren;
}

/** Menus so far: each is tied to its button by a name of its own. `useId` begins anew where a tree is rendered anew. */
let menus = 0;

/**
 * A button that opens a menu, in the top layer, so that no box cuts it off. Arrow keys, Home and End move in it; Escape, Tab,
 * a choice, or whatever takes focus away closes it.
 */
export function Menu({ name, items, children }: MenuProps) {
  const [anchorName] = useState(() => `--menu-${++menus}`);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  const itemsIn = () => [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
  const show = (at: number) => {
    menu.current?.showPopover();
    itemsIn().at(at)?.focus({ preventScroll: true });
  };
  const close = () => menu.current?.hidePopover();
  /** Whoever closes it, the page or the card too: focus that was in it goes back to where it came from. */
  const closes = ({ newState }: { newState: string }) => {
    const tree = menu.current?.getRootNode() as Document | ShadowRoot | undefined;
    if (newState === 'closed' && tree?.activeElement && menu.current?.contains(tree.activeElement))
      button.current?.focus({ preventScroll: true });
  };
  const chosen = items.findIndex(({ isChosen }) => isChosen);

  const pressOnButton = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    show(event.key === 'ArrowDown' ? 0 : -1);
  };
  const pressInMenu = (event: KeyboardEvent) => {
    // Where Tab leads to is seen from the button.
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      close();
      return;
    }
    const all = itemsIn();
    const target = nextItem(event.key, all.indexOf(event.target as HTMLElement), all.length);
    if (target === undefined) return;
    event.preventDefault();
    all[target]?.focus();
  };
  const focusLeft = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== button.current && !menu.current?.contains(relatedTarget as Node | null)) close();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button menu-button"
        style={{ anchorName }}
        aria-label={name}
        title={children ? undefined : name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : show(Math.max(0, chosen)))}
        onKeyDown={pressOnButton}
      >
        {children}
        <Icon name="down" />
      </button>
      <div
        ref={menu}
        class="menu"
        role="menu"
        tabIndex={-1}
        aria-label={name}
        popover="manual"
        style={{ positionAnchor: anchorName }}
        onBeforeToggle={closes}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={pressInMenu}
        onFocusOut={focusLeft}
      >
        {items.map(({ label, isChosen, onChoose }) => (
          <Item
            key={label}
            label={label}
            isChosen={isChosen}
            onClick={() => {
              close();
              onChoose();
            }}
          />
        ))}
      </div>
    </>
  );
}

interface ItemProps {
  label: string;
  isChosen: boolean | undefined;
  onClick(): void;
}

function Item({ label, isChosen, onClick }: ItemProps) {
  const common = { type: 'button', class: 'menu-item', tabIndex: -1, onClick } as const;
  if (isChosen === undefined) {
    return (
      <button {...common} role="menuitem">
        {label}
      </button>
    );
  }
  return (
    <button {...common} role="menuitemradio" aria-checked={isChosen}>
      <span class="menu-check">{isChosen && <Icon name="check" />}</span>
      {label}
    </button>
  );
}
