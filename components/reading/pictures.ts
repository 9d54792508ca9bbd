import type { Paper } from '@/lib/paper/types';

export interface PicturesOfPaper {
  items: { url: string; isFilm: boolean }[];
  /** Who will be asked for them. */
  hosts: string[];
}

/** What the submission brought along, else the thumbnail, which is a smaller print of it. Nothing but `https:`. */
export function picturesOf({ media, thumbnail }: Pick<Paper, 'media' | 'thumbnail'>): PicturesOfPaper {
  const urls = [...new Set(media?.length ? media : thumbnail ? [thumbnail] : [])]
    .map((url) => URL.parse(url))
    .filter((url) => url?.protocol === 'https:') as URL[];
  return {
    items: urls.map(({ href, pathname }) => ({
      url: href,
      isFilm: /\.(?:mp4|webm|mov|m4v|ogv)$/i.test(pathname),
    })),
    hosts: [...new Set(urls.map(({ hostname }) => hostname))],
  };
}
