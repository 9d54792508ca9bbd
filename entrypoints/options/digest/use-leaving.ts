import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourceDay } from '@/lib/digest/read';
import type { Keep } from '@/lib/settings/digest';
import { papersBeyond } from './beyond';

/** A range that someone wants kept instead, and how many papers would leave with it: undefined while they are counted. */
interface Leaving {
  keep: Keep;
  papers?: number;
}

/**
 * Papers that would leave the copy with a shorter range. Counting them takes a while, in which someone may want another
 * range or none.
 */
export function useLeaving() {
  const [leaving, setLeaving] = useState<Leaving>();
  const counting = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => counting.current?.abort(), []);

  /** Forgets the question, be it answered or not. */
  const forget = () => {
    counting.current?.abort();
    setLeaving(undefined);
  };

  /** Counts what would leave. @returns whether nothing does: `undefined` where nobody wants to know any more */
  const count = async (keep: Keep, days: readonly SourceDay[]): Promise<boolean | undefined> => {
    forget();
    const mine = new AbortController();
    counting.current = mine;
    setLeaving({ keep });
    try {
      const papers = await papersBeyond(keep, days, mine.signal);
      if (mine.signal.aborted) return undefined;
      setLeaving(papers > 0 ? { keep, papers } : undefined);
      return papers === 0;
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      setLeaving(undefined);
      throw error;
    }
  };
  return { leaving, count, forget };
}
