import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
import { completeTag } from '@/lib/shelf/complete-tag';
import { readTags, type TagCount, withoutTag, withTag } from '@/lib/shelf/tags';

export interface TagFieldProps {
  label: string;
  tags: readonly string[];
  /** Tags that other papers carry, the most used first: they are offered as one types. */
  inUse: readonly TagCount[];
  /** With all tags there are to be. */
  onChange(tags: string[]): void;
}

/**
 * Tags, and a field to add to them: Enter or a comma adds what is typed or chosen, Backspace in the empty field takes the last
 * one away. A combobox after the ARIA practices, its list closed by Esc.
 */
export function TagField({ label, tags, inUse, onChange }: TagFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = isOpen ? completeTag(typed, inUse, tags) : [];
  const chosen = offered[active];

  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    setActive(-1);
  };
  const add = (text: string) => {
    const added = readTags(text).reduce(withTag, [...tags]);
    if (added.length > tags.length) onChange(added);
    type('');
    setOpen(false);
  };
  const remove = (tag: string) => {
    onChange(withoutTag(tags, tag));
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      // From the field (-1) through the list and back into it.
      const places = offered.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' || event.key === ',') {
      // An Enter that adds nothing is whoever's around the field.
      if (event.key === 'Enter' && typed.trim() === '' && chosen === undefined) return;
      event.preventDefault();
      add(chosen ?? typed);
    } else if (event.key === 'Escape' && offered.length > 0) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };
  return (
    <div class="tag-field">
      <label for={id}>{label}</label>
      <div class="tag-box">
        {tags.map((tag) => (
          <span key={tag} class="tag-chip">
            {tag}
            <button
              type="button"
              aria-label={t('general.removeThis', { what: tag })}
              title={t('general.removeThis', { what: tag })}
              onClick={() => remove(tag)}
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={press}
          onFocus={() => setOpen(true)}
          onBlur={() => add(typed)}
        />
        <div
          id={`${id}-list`}
          class="tag-list"
          role="listbox"
          aria-label={t('tags.inUse')}
          hidden={offered.length === 0}
        >
          {offered.map((tag, at) => (
            <div
              key={tag}
              id={`${id}-${at}`}
              class="tag-option"
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // The field keeps the focus, which it would lose to the press before the click comes.
              onPointerDown={(event) => {
                event.preventDefault();
                add(tag);
              }}
            >
              {tag}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
