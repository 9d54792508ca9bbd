import type { ComponentChildren, Ref } from 'preact';
import { PlaceLink } from '@/components/controls/PlaceLink';
import { WatchLine } from '@/components/list/WatchLine';
import { dateName, shortCount, signedCount } from '@/components/paper/format';
import { Highlighted } from '@/components/paper/Highlighted';
import { LinkChips } from '@/components/paper/LinkChips';
import { sourceLinks } from '@/components/paper/links';
import type { WatchMatch } from '@/lib/digest/watch/matches';
import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import type { Day, Paper } from '@/lib/paper/types';
import type { Field, Highlighter, Stretch } from '@/lib/search/types';
import type { Movement } from '@/lib/shelf/look';
import { Byline } from './Byline';
import { MathText } from './MathText';
import { Pictures } from './Pictures';

/** A view that something in the paper leads to. */
export interface Way {
  href: string;
  onGo(): void;
}

export interface ReadingPaneProps {
  paper: Paper;
  moved: Movement;
  matches: readonly WatchMatch[];
  /** What one can do with it; stays in sight while the paper is scrolled. */
  actions: ComponentChildren;
  /** Tags and note, for a paper on the shelf. */
  shelf: ComponentChildren;
  /** Papers like it. */
  related: ComponentChildren;
  toDay(day: Day): Way;
  toOrganization(name: string): Way;
  toAuthor(name: string): Way;
  toKeyword(word: string): Way;
  /** What a search found in it stands out. */
  highlighter?: Highlighter | undefined;
  headingRef: Ref<HTMLHeadingElement>;
}

/** One paper to read at leisure: everything the digest holds of it, on one well-set page. */
export function ReadingPane(props: ReadingPaneProps) {
  const { paper, matches, actions, shelf, related, headingRef, highlighter } = props;
  const litIn = (field: Field) => (text: string) => highlighter?.stretchesIn(text, field) ?? [];
  return (
    <>
      <div class="reading-bar">{actions}</div>
      <div class="reading-scroll" key={paper.id}>
        <div class="reading-page">
          <Origin {...props} />
          <h2
            ref={headingRef}
            class="reading-title"
            dir="auto"
            tabIndex={-1}
            aria-label={displayTitle(paper.title)}
          >
            <MathText text={paper.title} stretchesIn={litIn('title')} />
          </h2>
          <Byline
            names={paper.authors}
            publishedAt={paper.publishedAt}
            toAuthor={props.toAuthor}
            stretchesIn={litIn('author')}
          />
          <div class="reading-links">
            <Elsewhere paper={paper} />
            <LinkChips links={paper.links} />
          </div>
          <WatchLine matches={matches} />
          {shelf}
          <Text {...paper} stretchesIn={litIn('abstract')} />
          <Keywords words={paper.keywords} toKeyword={props.toKeyword} stretchesIn={litIn('keyword')} />
          <Pictures paper={paper} />
          {related}
        </div>
      </div>
    </>
  );
}

/** The line over the title: where the paper comes from, and what people made of it. */
function Origin({ paper, moved, toDay, toOrganization, highlighter }: ReadingPaneProps) {
  const { day, upvotes, comments, organization, withdrawnAt } = paper;
  return (
    <p class="reading-origin">
      {day && (
        <span>
          <PlaceLink {...toDay(day)}>
            <time dateTime={day}>{dateName(day)}</time>
          </PlaceLink>
        </span>
      )}
      {upvotes !== undefined && (
        <span>
          <span aria-hidden="true">{'▲\u00a0'}</span>
          {shortCount(upvotes)}
          <span class="visually-hidden"> {t('paper.upvotes')}</span>
          {moved.upvotes !== 0 && (
            <span class="row-moved">
              {` ${signedCount(moved.upvotes)}`}
              <span class="visually-hidden"> {t('paper.sinceLooked')}</span>
            </span>
          )}
        </span>
      )}
      {comments !== undefined && comments > 0 && <span>{t('pane.comments', { count: comments })}</span>}
      {organization && (
        <span>
          <PlaceLink {...toOrganization(organization)}>
            <Highlighted
              text={organization}
              stretches={highlighter?.stretchesIn(organization, 'organization') ?? []}
            />
          </PlaceLink>
        </span>
      )}
      {withdrawnAt && <span class="reading-withdrawn">{t('card.withdrawn')}</span>}
    </p>
  );
}

/** Where the paper itself stands on the web. */
function Elsewhere({ paper }: { paper: Paper }) {
  const links = sourceLinks(paper.id);
  if (links.length === 0) return null;
  return (
    <p class="reading-sources">
      {links.map(({ label, url }) => (
        <a key={label} href={url} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

type StretchesIn = (text: string) => readonly Stretch[];

function Text({
  tldr,
  abstract,
  stretchesIn,
}: Pick<Paper, 'tldr' | 'abstract'> & { stretchesIn: StretchesIn }) {
  if (!tldr && !abstract) return <p class="reading-none">{t('paper.noAbstract')}</p>;
  return (
    <div class="reading-text">
      {tldr && (
        <p class="reading-short" dir="auto">
          <span class="text-label">{t('paper.inShort')}</span>{' '}
          <MathText text={tldr} stretchesIn={stretchesIn} />
        </p>
      )}
      {abstract && (
        <>
          {tldr && <h3>{t('field.abstract')}</h3>}
          <p dir="auto">
            <MathText text={abstract} stretchesIn={stretchesIn} />
          </p>
        </>
      )}
    </div>
  );
}

interface KeywordsProps {
  words: readonly string[];
  toKeyword(word: string): Way;
  stretchesIn: StretchesIn;
}

function Keywords({ words, toKeyword, stretchesIn }: KeywordsProps) {
  if (words.length === 0) return null;
  return (
    <ul class="keywords" aria-label={t('paper.keywords')}>
      {words.map((word) => (
        <li key={word}>
          <PlaceLink class="keyword" {...toKeyword(word)}>
            <Highlighted text={word} stretches={stretchesIn(word)} />
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}
