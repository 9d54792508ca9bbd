import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { onChange } from '@/lib/messages';
import { calmly } from '../calmly';
import { Fact } from '../Fact';
import { sentence } from '../sentence';
import { Erase } from './Erase';
import { type Facts, readFacts } from './facts';

/** Milliseconds from one count to the next: they go through all that is stored. */
const rest = 1_000;

/** What is stored on this machine, and the ways to be rid of it. */
export function DataSection() {
  const [facts, setFacts] = useState<Partial<Facts>>({});
  const [problems, setProblems] = useState<string[]>([]);
  useEffect(() => {
    const closed = new AbortController();
    const load = async () => {
      const read = await readFacts();
      setFacts(read.facts);
      setProblems(read.problems.map(sentence));
    };
    const look = calmly(load, rest, closed.signal);
    look();
    onChange(look, closed.signal);
    return () => closed.abort();
  }, []);
  return (
    <>
      <p>{t('data.about')}</p>
      {problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
      <dl class="facts">
        <Fact name={t('data.papers')}>{facts.papers}</Fact>
        <Fact name={t('data.days')}>{facts.days}</Fact>
        <Fact name={t('data.shelf')}>{facts.shelf}</Fact>
        <Fact name={t('data.space')}>{facts.space}</Fact>
      </dl>
      <Erase />
    </>
  );
}
