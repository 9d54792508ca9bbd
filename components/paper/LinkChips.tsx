import { Icon } from '@/components/design/Icon';
import type { PaperLink } from '@/lib/paper/types';
import { chipsOf } from './links';

/** Code, project page, demo, model and data links, code first. Nothing where there are none. */
export function LinkChips({ links }: { links: readonly PaperLink[] }) {
  const chips = chipsOf(links);
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map(({ url, icon, label, stars, kind }) => (
        <li key={url}>
          <a class="chip" href={url} target="_blank" rel="noopener noreferrer" title={`${kind}: ${url}`}>
            <Icon name={icon} />
            <span class="visually-hidden">{kind}: </span>
            <span class="chip-label">{label}</span>
            {stars && (
              <span class="chip-stars">
                <span aria-hidden="true">★ </span>
                {stars}
                <span class="visually-hidden"> stars</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
