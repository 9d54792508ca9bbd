import { useLayoutEffect, useRef } from 'preact/hooks';
import { EmptyState } from '@/components/controls/states';
import { useKeys } from '@/components/keys/use-keys';
import { dayName } from '@/components/paper/format';
import { t } from '@/lib/i18n/text';
import type { Paper } from '@/lib/paper/types';
import { arranged, changeDayList, dayList } from '../state/day-list';
import { goTo, listed, reloadDigest, shown, span } from '../state/days';
import { spanNames } from '../state/span';
import { DayBar } from './DayBar';
import { DayLine } from './DayLine';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

/** The digest: its newest day, and from there any day, week or month. */
export function Today() {
  useKeys((action) => {
    const { earlier, later } = shown.value ?? {};
    const target = action === 'earlier' ? earlier : action === 'later' ? later : undefined;
    if (target) goTo(target);
    return target !== undefined;
  });
  return (
    <Loaded from={listed} again={reloadDigest}>
      {() => (shown.value ? <Days /> : <NoDigest />)}
    </Loaded>
  );
}

function Days() {
  const line = useRef<HTMLDivElement>(null);
  const list = arranged.value;
  // Another day is read from its beginning.
  useLayoutEffect(() => line.current?.parentElement?.scrollTo(0, 0), [list?.name]);
  if (!list) return null;
  const { name, papers, headings } = list;
  const headingOver = ({ id }: Paper) => {
    const heading = headings.get(id);
    return (
      heading && (
        <h2 class="day-heading">
          <time dateTime={heading.day}>{dayName(heading.day)}</time>
          <span> {t('general.papers', { count: heading.papers })}</span>
        </h2>
      )
    );
  };
  return (
    <>
      <div ref={line} class="day-line">
        <DayLine />
      </div>
      <DayBar papers={papers} />
      {papers.length > 0 ? (
        <Papers papers={papers} list={name} marksUnseen headingOver={headingOver} />
      ) : (
        <NoPapers />
      )}
    </>
  );
}

function NoPapers() {
  const settings = dayList.value;
  const one = t(spanNames[span.value]).toLowerCase();
  if (!settings?.onlyCode) return <EmptyState title={t('popup.noPapers', { span: one })} />;
  return (
    <EmptyState title={t('popup.noCode', { span: one })}>
      <button type="button" class="button" onClick={() => changeDayList({ ...settings, onlyCode: false })}>
        {t('popup.showAll')}
      </button>
    </EmptyState>
  );
}

function NoDigest() {
  return (
    <EmptyState title={t('popup.emptyDigest')}>
      <p>{t('popup.emptyDigestText')}</p>
      <a href="/options.html" target="_blank" rel="noopener noreferrer">
        {t('popup.importDigest')}
      </a>
    </EmptyState>
  );
}
