import { useEffect, useState } from 'preact/hooks';

/** Says to whoever does not see it that a card has opened for a key. A region speaks only of what comes into it later. */
export function Announcement({ title, opening }: { title: string; opening: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(`${title}. Tab leads into the card, Escape closes it.`), [title, opening]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
