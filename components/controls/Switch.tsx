import { useId } from 'preact/hooks';

export interface SwitchProps {
  label: string;
  /** What it does, in a sentence; or how it stands, where that is more than on or off. */
  note?: string | undefined;
  on: boolean;
  onChange(on: boolean): void;
}

/** Something that is on or off, with what that means. */
export function Switch({ label, note, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox itself says whether it is checked
        role="switch"
        id={id}
        checked={on}
        aria-describedby={note && `${id}-note`}
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.checked;
          // It shows what is, not what was wished: whoever owns it may yet refuse.
          currentTarget.checked = on;
          onChange(wanted);
        }}
      />
      <div>
        <label for={id}>{label}</label>
        {note && <p id={`${id}-note`}>{note}</p>}
      </div>
    </div>
  );
}
