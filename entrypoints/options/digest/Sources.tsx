import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/design/Icon';
import { sources } from '@/components/sync/sources';
import { readCategory } from '@/lib/digest/sources/arxiv-category';
import type { DigestSettings } from '@/lib/settings/digest';
import { askForHost } from '@/lib/settings/source-access';

export interface SourcesProps {
  /** arXiv categories, in the order they were added. */
  categories: readonly string[];
  onChoose(change: Pick<DigestSettings, 'arxivCategories'>): void;
}

/** Where papers come from. */
export function Sources({ categories, onChoose }: SourcesProps) {
  return (
    <div class="sources-field">
      <h3>Sources</h3>
      <p>
        <strong>Hugging Face Daily Papers</strong> <span class="quiet">always</span>
      </p>
      <p>
        <strong>arXiv</strong> <span class="quiet">every new paper of the categories you name</span>
      </p>
      <ul class="tags">
        {categories.map((category) => (
          <li key={category} class="tag">
            {category}
            <button
              type="button"
              aria-label={`Remove ${category}`}
              title={`Remove ${category}`}
              onClick={() => onChoose({ arxivCategories: categories.filter((one) => one !== category) })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <AddCategory
        categories={categories}
        onAdd={(category) => onChoose({ arxivCategories: [...categories, category] })}
      />
    </div>
  );
}

interface AddCategoryProps {
  categories: readonly string[];
  onAdd(category: string): void;
}

function AddCategory({ categories, onAdd }: AddCategoryProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const read = readCategory(typed);
    if ('why' in read) return setProblem(read.why);
    const { category } = read;
    if (categories.includes(category)) return setProblem(`${category} is on your list already.`);
    // Asked for before anything is awaited: the browser answers only within a click.
    if (!(await askForHost(sources.arxiv.host))) {
      return setProblem(`Your browser was not allowed to reach ${sources.arxiv.host}, so nothing was added.`);
    }
    onAdd(category);
    setProblem('');
    setTyped('');
  };
  return (
    <form class="add" onSubmit={add}>
      <label for={id}>arXiv category</label>
      <div class="add-line">
        <input
          id={id}
          type="text"
          size={14}
          placeholder="cs.CL"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button">
          Add category
        </button>
      </div>
      <p id={`${id}-problem`} class="problem" role="status">
        {problem}
      </p>
    </form>
  );
}
