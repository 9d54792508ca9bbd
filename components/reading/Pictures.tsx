import { useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import type { Paper } from '@/lib/paper/types';
import { picturesOf } from './pictures';

/**
 * Pictures and films that came with a paper. They lie on the network, which is asked for them only once someone says so;
 * whoever keeps them then learns that this paper is read.
 */
export function Pictures({ paper }: { paper: Pick<Paper, 'media' | 'thumbnail'> }) {
  const { items, hosts } = picturesOf(paper);
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  if (!isOpen) {
    return (
      <button type="button" class="button pictures-ask" onClick={() => setOpen(true)}>
        <Icon name="picture" />
        Show pictures (from {hosts.join(', ')})
      </button>
    );
  }
  return (
    <ul class="pictures" aria-label="Pictures">
      {items.map(({ url, isFilm }, at) => (
        <li key={url}>
          <Picture url={url} isFilm={isFilm} name={`Picture ${at + 1} of ${items.length}`} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ url, isFilm, name }: { url: string; isFilm: boolean; name: string }) {
  const [hasFailed, setFailed] = useState(false);
  const fail = () => setFailed(true);
  if (hasFailed) {
    return (
      <p class="picture-lost">
        {name} did not come.{' '}
        <a href={url} target="_blank" rel="noopener noreferrer">
          Open it in a tab
        </a>
      </p>
    );
  }
  return isFilm ? (
    // biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for it
    <video src={url} controls preload="metadata" aria-label={name} onError={fail} />
  ) : (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <img src={url} alt={name} loading="lazy" referrerpolicy="no-referrer" onError={fail} />
    </a>
  );
}
