import type { ComponentChildren } from 'preact';

interface Segment<Id extends string> {
  id: Id;
  name: ComponentChildren;
}

export interface SegmentsProps<Id extends string> {
  /** What is chosen between. */
  label: string;
  segments: readonly Segment<Id>[];
  selected: Id;
  onSelect(id: Id): void;
}

/** One of a few, side by side. Buttons rather than radio buttons: keys that a page gives a meaning keep it here. */
export function Segments<Id extends string>({ label, segments, selected, onSelect }: SegmentsProps<Id>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div class="segments" role="group" aria-label={label}>
      {segments.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="segment"
          aria-pressed={id === selected}
          onClick={() => onSelect(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
