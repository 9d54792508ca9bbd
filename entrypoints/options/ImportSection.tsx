import { useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { FileDrop } from './FileDrop';
import { Formats } from './Formats';
import { ImportOutcome } from './ImportOutcome';
import { useImport } from './use-import';

/** Brings a digest in: a file chosen or dropped, or pasted text. */
export function ImportSection() {
  const { stateOf, isBusy, run, cancel } = useImport();
  const text = useRef<HTMLTextAreaElement>(null);

  const pasted = () => {
    const field = text.current;
    if (field?.value.trim()) run(new Blob([field.value]), 'text');
    else field?.focus();
  };
  return (
    <>
      <p>{t('import.about')}</p>
      <FileDrop
        id="file"
        label={t('import.file')}
        note={t('import.fileNote')}
        accept=".txt,.json,.jsonl,.gz"
        disabled={isBusy}
        isPrimary
        onFile={(file) => run(file, 'file')}
      />
      <ImportOutcome state={stateOf('file')} onCancel={cancel} />
      <label for="text">{t('import.paste')}</label>
      <textarea id="text" ref={text} rows={5} spellcheck={false} />
      <button type="button" class="button" disabled={isBusy} onClick={pasted}>
        {t('import.text')}
      </button>
      <ImportOutcome state={stateOf('text')} onCancel={cancel} />
      <Formats />
    </>
  );
}
