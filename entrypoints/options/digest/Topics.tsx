import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';

export interface TopicsProps {
  topics: readonly string[];
  onRemove(topic: string): void;
}

/** Topics by name, each with a button that takes it away. */
export function Topics({ topics, onRemove }: TopicsProps) {
  return (
    <ul class="tags">
      {topics.map((topic) => (
        <li key={topic} class="tag">
          {topic}
          <button
            type="button"
            aria-label={t('general.removeThis', { what: topic })}
            title={t('general.removeThis', { what: topic })}
            onClick={() => onRemove(topic)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
