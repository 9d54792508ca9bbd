import { useEffect, useState } from 'preact/hooks';
import { counted, dateName } from '@/components/paper/format';
import { countPapers, listDays } from '@/lib/digest/store';
import { onChange } from '@/lib/messages';
import { countShelf } from '@/lib/shelf/store';

interface Held {
  papers: number;
  days: { day: string }[];
  shelf: number;
}

/** What is stored on this machine. */
export function DataSection() {
  const [held, setHeld] = useState<Held>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const closed = new AbortController();
    const load = () => {
      count().then(setHeld, (error: unknown) =>
        setProblem(error instanceof Error ? error.message : String(error)),
      );
    };
    load();
    onChange(load, closed.signal);
    return () => closed.abort();
  }, []);
  return (
    <section aria-labelledby="data">
      <h2 id="data">Data</h2>
      <p>All of it is on this machine, and only there.</p>
      {problem && <p role="alert">{problem}</p>}
      <dl class="facts">
        <Fact name="Papers in your digest">{held?.papers.toLocaleString('en')}</Fact>
        <Fact name="Days">{held && daysHeld(held.days)}</Fact>
        <Fact name="On your shelf">{held && counted(held.shelf, 'paper')}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? '…'}</dd>
    </div>
  );
}

async function count(): Promise<Held> {
  const [papers, days, shelf] = await Promise.all([countPapers(), listDays(), countShelf()]);
  return { papers, days, shelf };
}

function daysHeld(days: Held['days']): string {
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return 'none';
  if (newest === oldest) return dateName(newest.day);
  return `${days.length.toLocaleString('en')}, from ${dateName(oldest.day)} to ${dateName(newest.day)}`;
}
