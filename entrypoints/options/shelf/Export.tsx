import { useState } from 'preact/hooks';
import { CopyButton } from '@/components/controls/CopyButton';
import { formatFacts, type ShelfFormat, shelfFormats } from '@/lib/shelf/files/formats';
import { saveFile } from '@/lib/shelf/files/save-file';
import { exportShelf } from '@/lib/shelf/files/write';
import { sentence } from '../sentence';

const notes: Record<ShelfFormat, string> = {
  json: 'Everything Titlelight knows. Reading it again gives the same shelf.',
  bibtex: 'For LaTeX and reference managers. Tags are keywords, notes are annotations.',
  ris: 'For reference managers such as Zotero and EndNote.',
  csl: 'For Pandoc, Zotero and citation processors. Titlelight reads all of its shelf back from it.',
  markdown: 'A list to read or to paste into notes.',
};

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
      <h3>Export</h3>
      <div class="shelf-line">
        <label for="export-format">Format</label>
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
          Save file
        </button>
        {!isEmpty && <CopyButton onCopy={copy}>Copy</CopyButton>}
      </div>
      <p id="export-note" class="quiet">
        {notes[format]}
      </p>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
