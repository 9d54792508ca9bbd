import { useState } from 'preact/hooks';
import { type SourceId, sourceEntry, sourceIds } from '@/lib/digest/sources/registry';
import type { TopicField } from '@/lib/digest/sources/source';
import { t } from '@/lib/i18n/text';
import { type DigestSettings, withoutTopic, withTopic } from '@/lib/settings/digest';
import { AddTopic } from './AddTopic';
import { LeavingDialog } from './LeavingDialog';
import { papersLeaving } from './papers-leaving';
import { Topics } from './Topics';

type Change = (settings: DigestSettings) => Partial<DigestSettings>;

export interface SourcesProps {
  topics: DigestSettings['topics'];
  onChoose(change: Change): void;
}

/** Where papers come from. */
export function Sources({ topics, onChoose }: SourcesProps) {
  return (
    <div class="sources-field">
      <h3>{t('digestSettings.sources')}</h3>
      {sourceIds.map((id) => {
        const { name, about, topics: field } = sourceEntry(id);
        return (
          <div key={id} class="source">
            <p>
              <strong>{name}</strong> <span class="quiet">{t(about)}</span>
            </p>
            {field && <TopicsOf source={id} field={field} topics={topics[id] ?? []} onChoose={onChoose} />}
          </div>
        );
      })}
    </div>
  );
}

interface TopicsOfProps {
  source: SourceId;
  field: TopicField;
  /** In the order they were added. */
  topics: readonly string[];
  onChoose(change: Change): void;
}

/** What is wanted of one source. Where papers would go with a topic, it is asked about first. */
function TopicsOf({ source, field, topics, onChoose }: TopicsOfProps) {
  const [leaving, setLeaving] = useState<{ topic: string; papers: number }>();
  const remove = async (topic: string) => {
    const papers = await papersLeaving(source, field, topics, topic);
    if (papers > 0) setLeaving({ topic, papers });
    else onChoose(withoutTopic(source, topic));
  };
  return (
    <>
      <Topics topics={topics} onRemove={remove} />
      <AddTopic
        source={source}
        field={field}
        topics={topics}
        onAdd={(topic) => onChoose(withTopic(source, topic))}
      />
      {leaving && (
        <LeavingDialog
          question={t('digestSettings.removeTopic', { topic: leaving.topic })}
          papers={leaving.papers}
          onAnswer={(agreed) => {
            if (agreed) onChoose(withoutTopic(source, leaving.topic));
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}
