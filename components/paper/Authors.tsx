import { useState } from 'preact/hooks';
import { namesThatFit } from './authors';

/** Authors on one line of about `room` characters, the rest behind a "+5". Nothing where nobody is named. */
export function Authors({ names, room }: { names: readonly string[]; room: number }) {
  const [isOpen, setOpen] = useState(false);
  if (names.length === 0) return null;
  const shown = isOpen ? names.length : namesThatFit(names, room);
  const rest = names.length - shown;
  return (
    <p class="authors">
      {names.slice(0, shown).join(', ')}
      {rest > 0 && (
        <>
          {' '}
          <button
            type="button"
            class="button-text"
            aria-label={`Show ${rest} more ${rest === 1 ? 'author' : 'authors'}`}
            onClick={() => setOpen(true)}
          >
            +{rest}
          </button>
        </>
      )}
    </p>
  );
}
