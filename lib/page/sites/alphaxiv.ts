import type { PageExamples, PaperPage } from './paper-page';

export const alphaxiv: PaperPage = {
  addresses: /^https?:\/\/(?:www\.)?alphaxiv\.org\/(?:abs|pdf|overview)\//,
  title: /^(.+?) \| alphaXiv$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://www.alphaxiv.org/abs/2309.06651',
      shown: 'Lanterns in the Wind | alphaXiv',
      title: 'Lanterns in the Wind',
    },
  ],
  others: ['https://www.alphaxiv.org/explore', 'https://www.alphaxiv.org/'],
};
