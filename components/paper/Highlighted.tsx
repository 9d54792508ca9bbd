import type { Stretch } from '@/lib/search/types';

/** A text in which stretches stand out. @param stretches in order, none over another */
export function Highlighted({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return <>{text}</>;
  return (
    <>
      {stretches.map(({ start, end }, i) => (
        <>
          {text.slice(stretches[i - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(stretches.at(-1)?.end)}
    </>
  );
}
