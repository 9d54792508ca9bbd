import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';

/** Says to whoever does not see it that a card has opened for a key. A region speaks only of what comes into it later. */
export function Announcement({ title, opening }: { title: string; opening: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(t('card.announcement', { title })), [title, opening]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
