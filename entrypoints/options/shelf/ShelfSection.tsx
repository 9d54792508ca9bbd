import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { onChange } from '@/lib/messages';
import { listShelf } from '@/lib/shelf/store';
import { countTags, type TagCount } from '@/lib/shelf/tags';
import { sentence } from '../sentence';
import { Backups } from './Backups';
import { Export } from './Export';
import { Import } from './Import';
import { useShelfImport } from './use-import';

/** The shelf as a whole: out of here, into it, and copies of it. */
export function ShelfSection() {
  const [papers, setPapers] = useState<number>();
  const [tags, setTags] = useState<TagCount[]>([]);
  const [problem, setProblem] = useState('');
  const flow = useShelfImport();
  useEffect(() => {
    const closed = new AbortController();
    const load = () =>
      listShelf().then(
        (entries) => {
          setPapers(entries.length);
          setTags(countTags(entries));
          setProblem('');
        },
        (error: unknown) => setProblem(sentence(error)),
      );
    load();
    onChange((change) => change === 'shelf' && load(), closed.signal);
    return () => closed.abort();
  }, []);
  return (
    <div class="shelf">
      <p>
        {t('shelfSettings.about')}
        {papers !== undefined &&
          t('general.betweenSentences') +
            (papers === 0 ? t('shelfSettings.empty') : t('shelfSettings.holds', { count: papers }))}
      </p>
      {problem && <p role="alert">{problem}</p>}
      <Export isEmpty={papers === 0} />
      <Import flow={flow} tags={tags} />
      <Backups flow={flow} isEmpty={papers === 0} />
    </div>
  );
}
