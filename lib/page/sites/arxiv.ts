import type { PageExamples, PaperPage } from './paper-page';

/** arXiv and ar5iv: "[2309.06651] Title". The title of a PDF is whatever its author made it. */
export const arxiv: PaperPage = {
  addresses: /^https?:\/\/(?:[a-z0-9-]+\.)*(?:arxiv|ar5iv)\.org\/(?:abs|pdf|html|format)\//,
  title: /^\[[^\]]+\]\s+(.+)$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://arxiv.org/abs/2309.06651v2',
      shown: '[2309.06651] Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://ar5iv.labs.arxiv.org/html/2309.06651',
      shown: '[2309.06651] Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://export.arxiv.org/pdf/2309.06651',
      shown: 'Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://arxiv.org/list/cs.LG/recent',
    'https://arxiv.org/search/?query=abs',
    'https://info.arxiv.org/help',
  ],
};
