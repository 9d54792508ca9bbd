import type { PaperId } from '@/lib/paper/types';

/** The arXiv number among a paper's ids. */
export const arxivOf = (ids: readonly PaperId[]): string | undefined =>
  ids.find((id) => id.startsWith('arxiv:'))?.slice('arxiv:'.length);

/** The DOI among a paper's ids, else the one that arXiv gives every paper. */
export function doiOf(ids: readonly PaperId[]): string | undefined {
  const doi = ids.find((id) => id.startsWith('doi:'))?.slice('doi:'.length);
  const arxiv = arxivOf(ids);
  return doi ?? (arxiv && `10.48550/arXiv.${arxiv}`);
}

/** Where the paper stands on the web; none for one that is known by its title alone. */
export function frontAddress(id: PaperId): string | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('arxiv:')) return `https://arxiv.org/abs/${name}`;
  return id.startsWith('doi:')
    ? `https://doi.org/${encodeURI(name).replace(/[?#]/g, encodeURIComponent)}`
    : undefined;
}
