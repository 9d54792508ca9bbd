import type { PageExamples, PaperPage } from './paper-page';

/** Papers are named by year and volume, or, until 2020, by letter and number. */
export const aclAnthology: PaperPage = {
  addresses: /^https?:\/\/(?:www\.)?aclanthology\.org\/(?:\d{4}\.[\w-]+\.\d+|[A-Z]\d\d-\d{4})(?:\.pdf|\/|$)/,
  title: /^(.+?) - ACL Anthology$/,
};

export const pages: PageExamples = {
  papers: [
    {
      address: 'https://aclanthology.org/2023.acl-long.1/',
      shown: 'Lanterns in the Wind - ACL Anthology',
      title: 'Lanterns in the Wind',
    },
    {
      address: 'https://aclanthology.org/P19-1001.pdf',
      shown: 'Lanterns in the Wind',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://aclanthology.org/',
    'https://aclanthology.org/volumes/2023.acl-long/',
    'https://aclanthology.org/people/a/a-person/',
    'https://aclanthology.org/events/acl-2023/',
  ],
};
