import { useId, useState } from 'preact/hooks';
import { type SourceId, sourceEntry } from '@/lib/digest/sources/registry';
import type { TopicField } from '@/lib/digest/sources/source';
import { t } from '@/lib/i18n/text';
import { askForHost } from '@/lib/settings/source-access';

export interface AddTopicProps {
  source: SourceId;
  field: TopicField;
  /** Those that are chosen already. */
  topics: readonly string[];
  onAdd(topic: string): void;
}

/** A field for a topic of a source. With the first one the browser asks whether the source may be asked at all. */
export function AddTopic({ source, field: { noun, example, all, read }, topics, onAdd }: AddTopicProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const { name, host } = sourceEntry(source);
  const add = async (event: Event) => {
    event.preventDefault();
    const found = read(typed);
    if ('why' in found) return setProblem(found.why);
    const { topic } = found;
    if (topics.includes(topic)) return setProblem(t('digestSettings.onList', { topic }));
    // Asked for before anything is awaited: the browser answers only within a click.
    if (!(await askForHost(host))) return setProblem(t('digestSettings.hostRefused', { host }));
    onAdd(topic);
    setProblem('');
    setTyped('');
  };
  return (
    <form class="add" onSubmit={add}>
      <label for={id}>{t('digestSettings.topicOf', { source: name, noun: t(noun) })}</label>
      <div class="add-line">
        <input
          id={id}
          type="text"
          list={`${id}-all`}
          size={14}
          placeholder={example}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <datalist id={`${id}-all`}>
          {all.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
        <button type="submit" class="button">
          {t('digestSettings.addTopic', { noun: t(noun) })}
        </button>
      </div>
      <p id={`${id}-problem`} class="problem" role="status">
        {problem}
      </p>
    </form>
  );
}
