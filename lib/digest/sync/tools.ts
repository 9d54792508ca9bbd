import type { DigestSettings, Keep } from '@/lib/settings/digest';
import type { Ask, Source } from '../sources/source';

/** What a run needs of the world outside the digest's store. */
export interface Tools {
  settings(): Promise<DigestSettings>;
  /** Those switched on, the most important first. */
  sources(settings: DigestSettings): Source[];
  ask(source: Source): Ask;
  /** Whether the browser may reach the source. */
  isAllowed(source: Source): Promise<boolean>;
  /** Brings the index up to date with the store. */
  publish(): Promise<void>;
  /** Tells of new days, now that the recent ones are here. */
  tellNews(): Promise<void>;
  /** A range is here whole: where it is still the chosen one, there is nothing to go back to any more. */
  forgetRangeBefore(filled: Keep): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
}
