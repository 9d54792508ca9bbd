import type { PageExamples, PaperPage } from './paper-page';

export const huggingFace: PaperPage = {
  addresses: /^https?:\/\/(?:huggingface\.co|hf\.co)\/papers\/\d/,
  title: /^Paper page - (.+)$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://huggingface.co/papers/2309.06651',
      shown: 'Paper page - Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-07-29',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/someone/model',
  ],
};
