import { t } from '@/lib/i18n/text';
import type { TagCount } from '@/lib/shelf/tags';
import { FileDrop } from '../FileDrop';
import { ImportOutcome } from './ImportOutcome';
import type { ImportFlow } from './use-import';

/** Papers from a file onto the shelf. */
export function Import({ flow, tags }: { flow: ImportFlow; tags: readonly TagCount[] }) {
  return (
    <div class="shelf-part">
      <h3>{t('shelfSettings.add')}</h3>
      <p class="quiet">{t('shelfSettings.addNote')}</p>
      <FileDrop
        id="shelf-file"
        label={t('shelfSettings.choose')}
        note={t('shelfSettings.chooseNote')}
        accept=".json,.bib,.bibtex,.ris,.md,.txt,.gz"
        disabled={flow.isBusy}
        onFile={(file) => flow.read(file, 'file')}
      />
      <ImportOutcome from="file" flow={flow} tags={tags} />
    </div>
  );
}
