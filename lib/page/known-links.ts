import { mayContain } from '../match/fuse';
import { hostKey } from '../match/lines';
import type { MembershipFilter } from '../match/membership';
import { mayHaveIdentifier } from '../match/scan';
import { type Identifier, identifiersInUrl, plainHost } from '../paper/identifiers';

/** A longer address is no identifier but data. */
const longestAddress = 2_000;
/** A page may name them without end. */
const mostHosts = 1_000;
/** What may be an arXiv number or a DOI, or an address in the address. */
const telling = /\d{4}[./]\d{4}|\/\d{7}|10\.\d{4}|=https?[:%]/i;

/** Tells which links of a page lead to a paper that the digest may know, and costs next to nothing for the others. */
export class KnownLinks {
  readonly #filter: MembershipFilter;
  /** The page's own identifiers: a link from a page to itself names no paper. */
  readonly #own: ReadonlySet<Identifier>;
  /** By host, whether any address there may be known. */
  readonly #hosts = new Map<string, boolean>();
  readonly #page: string;
  readonly #base: string;
  readonly #baseHost: string;

  /**
   * @param page address of the page
   * @param base what its relative addresses start from
   */
  constructor(filter: MembershipFilter, page: string, base = page) {
    this.#filter = filter;
    this.#own = new Set(identifiersInUrl(page));
    this.#page = page;
    this.#base = base;
    this.#baseHost = URL.parse(base)?.hostname ?? '';
  }

  /** Whether it was made for this page and base. */
  isOf(page: string, base: string): boolean {
    return this.#page === page && this.#base === base;
  }

  get own(): Identifier[] {
    return [...this.#own];
  }

  /** Whether an identifier may be known, and is not the page's own. */
  mayKnow(identifier: Identifier): boolean {
    return !this.#own.has(identifier) && mayHaveIdentifier(this.#filter, identifier);
  }

  /** Whether a link with this address, as it is written, may lead to a known paper. */
  isKnown(href: string): boolean {
    if (href === '' || href[0] === '#' || href.length > longestAddress) return false;
    if (!telling.test(href) && !this.#isKnownHost(href)) return false;
    return identifiersInUrl(this.absolute(href)).some((identifier) => this.mayKnow(identifier));
  }

  /** The address in full; nothing where it is none, or too long to be more than data. */
  absolute(href: string): string {
    return (href.length <= longestAddress && URL.parse(href, this.#base)?.href) || '';
  }

  #isKnownHost(address: string): boolean {
    const host = /^\s*(?:https?:)?\/\/([^/?#:]*)/i.exec(address)?.[1] ?? this.#baseHost;
    let isKnown = this.#hosts.get(host);
    if (isKnown === undefined) {
      isKnown = mayContain(this.#filter.lines, hostKey(plainHost(host)));
      if (this.#hosts.size < mostHosts) this.#hosts.set(host, isKnown);
    }
    return isKnown;
  }
}
