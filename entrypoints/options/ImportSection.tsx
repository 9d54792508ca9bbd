import { useRef, useState } from 'preact/hooks';
import { Formats } from './Formats';
import { ImportOutcome } from './ImportOutcome';
import { useImport } from './use-import';

/** Brings a digest in: a file chosen or dropped, or pasted text. */
export function ImportSection() {
  const { stateOf, isBusy, run, cancel } = useImport();
  const [isOver, setOver] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);

  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) run(file, 'file');
    // The same file may be chosen again, once it has been mended.
    event.currentTarget.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) run(file, 'file');
  };
  const pasted = () => {
    const field = text.current;
    if (field?.value.trim()) run(new Blob([field.value]), 'text');
    else field?.focus();
  };
  return (
    <>
      <p>What you import is added to your digest; nothing it holds already is lost.</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        class="drop"
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          id="file"
          class="visually-hidden"
          accept=".txt,.json,.jsonl,.gz"
          aria-describedby="file-forms"
          disabled={isBusy}
          onChange={choose}
        />
        <label class="button button-primary" for="file">
          Import a digest file
        </label>
        <p id="file-forms">or drop it here: .txt, .json or .jsonl, each also gzipped (.gz).</p>
      </div>
      <ImportOutcome state={stateOf('file')} onCancel={cancel} />
      <label for="text">Paste text from the Daily Papers page</label>
      <textarea id="text" ref={text} rows={5} spellcheck={false} />
      <button type="button" class="button" disabled={isBusy} onClick={pasted}>
        Import text
      </button>
      <ImportOutcome state={stateOf('text')} onCancel={cancel} />
      <Formats />
    </>
  );
}
