import type { PageExamples, PaperPage } from './paper-page';

/** Proceedings of NeurIPS and PMLR: a page's title is the paper's and nothing else. */
export const proceedings: PaperPage = {
  addresses:
    /^https?:\/\/(?:(?:papers|proceedings)\.(?:nips|neurips)\.cc\/paper|proceedings\.mlr\.press\/v\d+\/\w+)/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://proceedings.mlr.press/v202/author23a.html',
      shown: 'Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://proceedings.neurips.cc/paper_files/paper/2023/hash/0123-Abstract-Conference.html',
      shown: 'Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://proceedings.mlr.press/v202/',
    'https://proceedings.mlr.press/',
    'https://neurips.cc/virtual/2023',
  ],
};
