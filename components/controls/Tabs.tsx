import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { numberName } from '@/lib/i18n/format';
import { nextTab } from './next-tab';

export interface Tab<Id extends string> {
  id: Id;
  name: string;
  /** Beside the name; left out while it is not known. */
  count?: number | undefined;
}

export interface TabsProps<Id extends string> {
  tabs: readonly Tab<Id>[];
  /** Undefined for as long as it is not known. */
  selected: Id | undefined;
  onSelect(id: Id): void;
  /** The selected tab's panel. */
  children: ComponentChildren;
}

/** Tabs and the panel of the selected one; arrow keys, Home and End move between them. */
export function Tabs<Id extends string>({ tabs, selected, onSelect, children }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ id }) => id === selected);
    const target = nextTab(event.key, index, tabs.length);
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" ref={list} onKeyDown={move}>
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            class="tab"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === selected}
            aria-controls="tabpanel"
            tabIndex={id === (selected ?? tabs[0]?.id) ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            <span class="tab-name">{name}</span>
            {count !== undefined && <span class="tab-count"> {numberName(count)}</span>}
          </button>
        ))}
      </div>
      <div class="tabpanel" role="tabpanel" id="tabpanel" aria-labelledby={selected && `tab-${selected}`}>
        {children}
      </div>
    </>
  );
}
