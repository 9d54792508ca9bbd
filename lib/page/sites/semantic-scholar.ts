import type { PageExamples, PaperPage } from './paper-page';

export const semanticScholar: PaperPage = {
  addresses: /^https?:\/\/(?:www\.)?semanticscholar\.org\/paper\//,
  title: /^(?:\[PDF\] )?(.+?) \| Semantic Scholar$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://www.semanticscholar.org/paper/Lanterns-in-the-Wind-Author/0123456789abcdef',
      shown: '[PDF] Lanterns in the Wind | Semantic Scholar',
      title: 'Lanterns in the Wind',
    },
  ],
  others: ['https://www.semanticscholar.org/search?q=paper', 'https://www.semanticscholar.org/author/1'],
};
