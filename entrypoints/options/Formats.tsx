import { t } from '@/lib/i18n/text';
/** What the importer reads, each with an example. */
export function Formats() {
  return (
    <details class="formats">
      <summary>{t('import.formats')}</summary>
      <dl id="formats">
        <dt>{t('import.pageText')}</dt>
        <dd>
          {t('import.pageTextNote')}
          <pre>{`Jul 29\n\n${title}\n\n${t('import.abstractLine')}`}</pre>
        </dd>
        <dt>{t('import.api')}</dt>
        <dd>
          {t('import.apiNote')}
          <pre>{JSON.stringify([{ paper: { id, title, summary: t('import.abstract') } }])}</pre>
        </dd>
        <dt>{t('import.lines')}</dt>
        <dd>
          {t('import.linesNote')}
          <pre>{JSON.stringify({ id, title, authors, date: '2026-07-29' })}</pre>
        </dd>
      </dl>
    </details>
  );
}

/** A paper of the starter digest. */
const id = '2310.14189';
const title = 'Improved Techniques for Training Consistency Models';
const authors = ['Yang Song', 'Prafulla Dhariwal'];
