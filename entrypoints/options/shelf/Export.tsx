import { useState } from 'preact/hooks';
import { CopyButton } from '@/components/controls/CopyButton';
import { type PlainKey, t } from '@/lib/i18n/text';
import { formatFacts, type ShelfFormat, shelfFormats } from '@/lib/shelf/files/formats';
import { saveFile } from '@/lib/shelf/files/save-file';
import { exportShelf } from '@/lib/shelf/files/write';
import { sentence } from '../sentence';

const notes = {
  json: 'shelfSettings.json',
  bibtex: 'shelfSettings.bibtex',
  ris: 'shelfSettings.ris',
  csl: 'shelfSettings.csl',
  markdown: 'shelfSettings.markdown',
} as const satisfies Record<ShelfFormat, PlainKey>;

/** The whole shelf as a file or on the clipboard. */
export function Export({ isEmpty }: { isEmpty: boolean }) {
  const [format, setFormat] = useState<ShelfFormat>('json');
  const [problem, setProblem] = useState('');
  const attempt = async (work: () => Promise<void>) => {
    setProblem('');
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(sentence(error));
      return false;
    }
  };
  const save = () =>
    attempt(async () => {
      const { name, mediaType, text } = await exportShelf(format);
      saveFile(new File([text], name, { type: mediaType }));
    });
  const copy = () => attempt(async () => navigator.clipboard.writeText((await exportShelf(format)).text));
  return (
    <div class="shelf-part">
      <h3>{t('shelfSettings.export')}</h3>
      <div class="shelf-line">
        <label for="export-format">{t('shelfSettings.format')}</label>
        <select
          id="export-format"
          value={format}
          aria-describedby="export-note"
          onChange={({ currentTarget }) => setFormat(currentTarget.value as ShelfFormat)}
        >
          {shelfFormats.map((one) => (
            <option key={one} value={one}>
              {formatFacts[one].name}
            </option>
          ))}
        </select>
        <button type="button" class="button button-primary" disabled={isEmpty} onClick={save}>
          {t('shelfSettings.saveFile')}
        </button>
        {!isEmpty && <CopyButton onCopy={copy}>{t('general.copy')}</CopyButton>}
      </div>
      <p id="export-note" class="quiet">
        {t(notes[format])}
      </p>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
