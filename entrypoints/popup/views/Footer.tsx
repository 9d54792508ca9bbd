import { counted, dateName } from '@/components/paper/format';
import { digest } from '../state/days';
import { loaded } from '../state/resource';

/** What the digest holds, and the ways out. */
export function Footer({ onHelp }: { onHelp(): void }) {
  const held = loaded(digest);
  const newest = held?.days[0]?.day;
  return (
    <footer class="footer">
      <span class="footer-digest">
        {held && counted(held.papers, 'paper')}
        {newest && ` · newest ${dateName(newest)}`}
      </span>
      <button type="button" class="button-text" onClick={onHelp}>
        Keys
      </button>
      <a href="/options.html" target="_blank" rel="noopener noreferrer">
        Settings
      </a>
    </footer>
  );
}
