import { useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';
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
        {t('pane.showPictures', { hosts: hosts.join(', ') })}
      </button>
    );
  }
  return (
    <ul class="pictures" aria-label={t('pane.pictures')}>
      {items.map(({ url, isFilm }, at) => (
        <li key={url}>
          <Picture
            url={url}
            isFilm={isFilm}
            name={t('pane.pictureOf', { at: at + 1, count: items.length })}
          />
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
        {t('pane.pictureLost', { picture: name })}{' '}
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('pane.openInTab')}
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
