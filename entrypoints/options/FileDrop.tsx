import { useState } from 'preact/hooks';

export interface FileDropProps {
  id: string;
  label: string;
  /** What may be dropped. */
  note: string;
  /** Endings of names, as `<input accept>` takes them. */
  accept: string;
  disabled: boolean;
  isPrimary?: boolean;
  onFile(file: File): void;
}

/** A file is chosen, or dropped. */
export function FileDrop({ id, label, note, accept, disabled, isPrimary = false, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) onFile(file);
    // The same file may be chosen again, once it has been mended.
    event.currentTarget.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file && !disabled) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      class="drop"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        id={id}
        class="visually-hidden"
        accept={accept}
        aria-describedby={`${id}-forms`}
        disabled={disabled}
        onChange={choose}
      />
      <label class={isPrimary ? 'button button-primary' : 'button'} for={id}>
        {label}
      </label>
      <p id={`${id}-forms`}>{note}</p>
    </div>
  );
}
