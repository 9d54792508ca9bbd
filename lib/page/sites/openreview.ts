import type { PageExamples, PaperPage } from './paper-page';

export const openreview: PaperPage = {
  addresses:
    /^https?:\/\/(?:api\d?\.)?openreview\.net\/(?:forum|pdf|attachment|references\/pdf)\?(?:.*&)?id=/,
  title: /^(.+?) \| OpenReview$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://openreview.net/forum?id=aBcDeFgHiJ',
      shown: 'Lanterns in the Wind | OpenReview',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://openreview.net/forum?noteId=1&id=aBcDeFgHiJ',
      shown: 'Lanterns in the Wind | OpenReview',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://openreview.net/pdf?id=aBcDeFgHiJ',
      shown: 'Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://openreview.net/group?id=ICLR.cc/2026/Conference',
    'https://openreview.net/profile?id=~A_Person1',
    'https://openreview.net/',
  ],
};
