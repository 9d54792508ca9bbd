/** Pages of one site that are about one paper each, where the address alone does not say which. */
export interface PaperPage {
  addresses: RegExp;
  /** The first group is the paper's title in the title of the page. Without it, or where it does not fit, all of it is. */
  title?: RegExp;
}

/** Test pages of a family. */
export interface PageExamples {
  papers: { address: string; shown: string; title: string }[];
  others: string[];
}
