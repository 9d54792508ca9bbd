import { useId, useState } from 'preact/hooks';
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
    if (!site) return setProblem('Type the address of a site, such as blog.example.org.');
    if (known.some((row) => row.site === site && row.isOn)) return setProblem(`${site} is on already.`);
    // Asked for before anything is awaited: the browser answers only within a click.
    if (!(await onAdd(site))) return setProblem(`Your browser did not allow ${site}, so nothing was added.`);
    setProblem('');
    setTyped('');
  };
  return (
    <form class="add" onSubmit={add}>
      <label for={id}>Another site</label>
      <div class="add-line">
        <input
          id={id}
          type="text"
          inputMode="url"
          size={28}
          placeholder="blog.example.org"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button">
          Allow site
        </button>
      </div>
      <p id={`${id}-problem`} class="problem" role="status">
        {problem}
      </p>
    </form>
  );
}
