/**
 * What generic reading gets wrong on a family of sites. The scanner carries this to every page: markup that reads right
 * without needs no word here.
 */
export interface Reading {
  /** Hosts of the family. */
  hosts: RegExp;
  /** Selector of furniture that repeats what stands elsewhere or is nobody's text. */
  skip?: string;
  /** Selector of elements in the middle of a line, whatever their tag says. */
  inline?: string;
  /** Whether blocks are posts: each of their lines may be a title by itself; see `postLines`. */
  isPosts?: boolean;
}

/** Test addresses of a family; the scanner does not carry them. */
export interface HostExamples {
  ofFamily: string[];
  ofOthers: string[];
}
