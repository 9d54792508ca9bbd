import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';

export interface NoteFieldProps {
  note: string;
  onChange(note: string): void;
}

/** Milliseconds without another letter after which a note is kept. */
const rest = 600;

/** A note in plain text. It is kept when its writer rests, when the field is left, and when field or page go. */
export function NoteField({ note, onChange }: NoteFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(note);
  // Another window, or an undo, has written a note: it stands where nobody is typing another.
  useEffect(() => setTyped(note), [note]);
  const latest = useRef({ typed, note, onChange });
  latest.current = { typed, note, onChange };
  const keep = () => {
    const { typed, note, onChange } = latest.current;
    if (typed.trimEnd() !== note) onChange(typed);
  };
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(keep, rest);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="note-field">
      <label for={id}>{t('field.note')}</label>
      <textarea
        id={id}
        class="field"
        rows={3}
        dir="auto"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={keep}
      />
    </div>
  );
}
