import { useEffect, useState } from 'preact/hooks';

/** Milliseconds between two looks at the clock: sentences count in minutes. */
const tick = 15_000;

/** The time, milliseconds since 1970; whoever uses it is rendered again as it passes. */
export function useNow(): number {
  const [, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), tick);
    return () => clearInterval(timer);
  }, []);
  return Date.now();
}
