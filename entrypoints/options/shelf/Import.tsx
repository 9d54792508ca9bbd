import { useState } from 'preact/hooks';
import type { TagCount } from '@/lib/shelf/tags';
import { ImportOutcome } from './ImportOutcome';
import type { ImportFlow } from './use-import';

/** Papers from a file onto the shelf. */
export function Import({ flow, tags }: { flow: ImportFlow; tags: readonly TagCount[] }) {
  const [isOver, setOver] = useState(false);

  const choose = (event: Event & { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) flow.read(file, 'file');
    // The same file may be chosen again, once it has been mended.
    event.currentTarget.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file && !flow.isBusy) flow.read(file, 'file');
  };
  return (
    <div class="shelf-part">
      <h3>Add papers from a file</h3>
      <p class="quiet">
        You see what would change before it does. Nothing on your shelf is overwritten: what is missing is
        filled in, tags and notes are added.
      </p>
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
          id="shelf-file"
          class="visually-hidden"
          accept=".json,.bib,.bibtex,.ris,.md,.txt,.gz"
          aria-describedby="shelf-file-forms"
          disabled={flow.isBusy}
          onChange={choose}
        />
        <label class="button" for="shelf-file">
          Choose a shelf or bibliography
        </label>
        <p id="shelf-file-forms">
          or drop it here: Titlelight, BibTeX, RIS, CSL-JSON (Zotero exports all three), PaperMemory, or a
          Markdown list of links; each also gzipped (.gz).
        </p>
      </div>
      <ImportOutcome from="file" flow={flow} tags={tags} />
    </div>
  );
}
