import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { readSite, type Site } from '@/lib/settings/sites';
import type { SiteRow } from './rows';

export interface AddSiteProps {
  known: readonly SiteRow[];
  /** Resolves to whether the browser allowed it. */
  onAdd(site: Site): Promise<boolean>;
}

/** A site by its address, typed or pasted. */
export function AddSite({ known, onAdd }: AddSiteProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const site = readSite(typed);
    if (!site) return setProblem(t('sites.typeOne', { example: t('sites.example') }));
    if (known.some((row) => row.site === site && row.isOn)) return setProblem(t('sites.isOn', { site }));
    // Asked for before anything is awaited: the browser answers only within a click.
    if (!(await onAdd(site))) return setProblem(t('sites.refused', { site }));
    setProblem('');
    setTyped('');
  };
  return (
    <form class="add" onSubmit={add}>
      <label for={id}>{t('sites.another')}</label>
      <div class="add-line">
        <input
          id={id}
          type="text"
          inputMode="url"
          size={28}
          placeholder={t('sites.example')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('sites.allow')}
        </button>
      </div>
      <p id={`${id}-problem`} class="problem" role="status">
        {problem}
      </p>
    </form>
  );
}
