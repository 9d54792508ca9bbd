import type { PageExamples, PaperPage } from './paper-page';

/** CVF's pages are all called "CVPR 2023 Open Access Repository"; the address has the first author, the title and the year. */
export const cvf: PaperPage = {
  addresses: /^https?:\/\/openaccess\.thecvf\.com\/.*_paper\.(?:html|pdf)/,
  inAddress: /\/[^/_]+_([^/]+)_[A-Z]+W?_\d{4}_paper\./,
};

export const pages: PageExamples = {
  papers: [
    {
      address:
        'https://openaccess.thecvf.com/content/CVPR2023/html/Author_Lanterns_in_the_Wind_CVPR_2023_paper.html',
      shown: 'CVPR 2023 Open Access Repository',
      title: 'Lanterns in the Wind',
    },
    {
      address:
        'https://openaccess.thecvf.com/content/ICCV2023W/XYZ/papers/Author_Lanterns_in_the_Wind_ICCVW_2023_paper.pdf',
      shown: 'Author_Lanterns_in_the_Wind_ICCVW_2023_paper.pdf',
      title: 'Lanterns in the Wind',
    },
  ],
  others: [
    'https://openaccess.thecvf.com/menu',
    'https://openaccess.thecvf.com/CVPR2023?day=all',
    'https://openaccess.thecvf.com/content/CVPR2023/supplemental/Author_Lanterns_in_the_CVPR_2023_supplemental.pdf',
  ],
};
