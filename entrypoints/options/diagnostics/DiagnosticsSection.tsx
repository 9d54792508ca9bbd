import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { onChange } from '@/lib/messages';
import { calmly } from '../calmly';
import { Fact } from '../Fact';
import { sentence } from '../sentence';
import { Repairs } from './Repairs';
import { type Line, readReport } from './report';

/** Milliseconds from one look to the next. */
const rest = 1_000;

/** How Titlelight is doing, as text to copy, and what mends it. */
export function DiagnosticsSection() {
  const [lines, setLines] = useState<Line[]>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const closed = new AbortController();
    const look = calmly(async () => setLines(await readReport()), rest, closed.signal);
    look();
    onChange(look, closed.signal);
    return () => closed.abort();
  }, []);

  const copy = async () => {
    const report = await readReport();
    setLines(report);
    const text = report.map(({ name, value }) => `${t(name)}: ${value}`).join('\n');
    await navigator.clipboard.writeText(text).then(
      () => setSaid(t('diagnostics.copied')),
      (error: unknown) => setSaid(sentence(error)),
    );
  };
  return (
    <div class="diagnostics">
      <p>{t('diagnostics.about')}</p>
      <dl class="facts">
        {lines?.map(({ name, value }) => (
          <Fact key={name} name={t(name)}>
            {value}
          </Fact>
        ))}
      </dl>
      <div class="shelf-line">
        <button type="button" class="button" disabled={!lines} onClick={copy}>
          {t('diagnostics.copy')}
        </button>
        <span role="status" class="quiet">
          {said}
        </span>
      </div>
      <Repairs />
    </div>
  );
}
