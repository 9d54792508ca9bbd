import type { TagCount } from '@/lib/shelf/tags';
import { FileDrop } from '../FileDrop';
import { ImportOutcome } from './ImportOutcome';
import type { ImportFlow } from './use-import';

/** Papers from a file onto the shelf. */
export function Import({ flow, tags }: { flow: ImportFlow; tags: readonly TagCount[] }) {
  return (
    <div class="shelf-part">
      <h3>Add papers from a file</h3>
      <p class="quiet">
        You see what would change before it does. Nothing on your shelf is overwritten: what is missing is
        filled in, tags and notes are added.
      </p>
      <FileDrop
        id="shelf-file"
        label="Choose a shelf or bibliography"
        note="or drop it here: Titlelight, BibTeX, RIS, CSL-JSON (Zotero exports all three), PaperMemory, or a Markdown list of links; each also gzipped (.gz)."
        accept=".json,.bib,.bibtex,.ris,.md,.txt,.gz"
        disabled={flow.isBusy}
        onFile={(file) => flow.read(file, 'file')}
      />
      <ImportOutcome from="file" flow={flow} tags={tags} />
    </div>
  );
}
