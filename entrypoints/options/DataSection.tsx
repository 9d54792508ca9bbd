import { useEffect, useState } from 'preact/hooks';
import { counted, dateName } from '@/components/paper/format';
import { countPapers, listDays } from '@/lib/digest/store';
import { onChange } from '@/lib/messages';
import type { Day } from '@/lib/paper/types';
import { countShelf } from '@/lib/shelf/store';
import { Fact } from './Fact';
import { sentence } from './sentence';

/** What is stored on this machine. */
export function DataSection() {
  const [facts, setFacts] = useState<Partial<Facts>>({});
  const [problems, setProblems] = useState<string[]>([]);
  useEffect(() => {
    const closed = new AbortController();
    const load = async () => {
      // Each store answers for itself: what one of them holds is shown though the other cannot be read.
      const settled = await Promise.allSettled([digestFacts(), shelfFacts()]);
      setFacts(Object.assign({}, ...settled.map((one) => (one.status === 'fulfilled' ? one.value : {}))));
      setProblems(settled.flatMap((one) => (one.status === 'rejected' ? [sentence(one.reason)] : [])));
    };
    load();
    onChange(load, closed.signal);
    return () => closed.abort();
  }, []);
  return (
    <section aria-labelledby="data">
      <h2 id="data">Data</h2>
      <p>All of it is on this machine, and only there.</p>
      {problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
      <dl class="facts">
        <Fact name="Papers in your digest">{facts.papers}</Fact>
        <Fact name="Days">{facts.days}</Fact>
        <Fact name="On your shelf">{facts.shelf}</Fact>
      </dl>
    </section>
  );
}

interface Facts {
  papers: string;
  days: string;
  shelf: string;
}

async function digestFacts(): Promise<Pick<Facts, 'papers' | 'days'>> {
  const [papers, days] = await Promise.all([countPapers(), listDays()]);
  return { papers: papers.toLocaleString('en'), days: daysHeld(days) };
}

async function shelfFacts(): Promise<Pick<Facts, 'shelf'>> {
  return { shelf: counted(await countShelf(), 'paper') };
}

function daysHeld(days: readonly { day: Day }[]): string {
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return 'none';
  if (newest === oldest) return dateName(newest.day);
  return `${days.length.toLocaleString('en')}, from ${dateName(oldest.day)} to ${dateName(newest.day)}`;
}
