import type { ComponentChildren } from 'preact';
import { Rich } from '@/components/design/Rich';
import { type PlainKey, t } from '@/lib/i18n/text';

/**
 * Papers of the starter digest as one might meet them. They stand side by side and end at the same height, so that the
 * card of one, which opens below it, leaves the next in sight.
 */
export function Sample() {
  return (
    <section aria-label={t('welcome.sample')}>
      <div class="sample">
        <Piece from="welcome.notes">
          <Rich of="welcome.notesText" slots={{ title: <Title>{consistency}</Title> }} />
        </Piece>
        <Piece from="welcome.forum">
          <Rich
            of="welcome.forumText"
            tags={{
              a: (words) => (
                <a href="https://arxiv.org/abs/2310.02279" target="_blank" rel="noopener noreferrer">
                  {words}
                </a>
              ),
            }}
          />
        </Piece>
        <Piece from="welcome.syllabus">
          <Rich of="welcome.syllabusText" slots={{ title: <Title>{supportVectors}</Title> }} />
        </Piece>
      </div>
      <p class="sample-note">{t('welcome.sampleNote')}</p>
    </section>
  );
}

/** Titles are in their papers' own language. */
const consistency = 'Improved Techniques for Training Consistency Models';
const supportVectors = 'Transformers as Support Vector Machines';

function Title({ children }: { children: string }) {
  return <span lang="en">{children}</span>;
}

function Piece({ from, children }: { from: PlainKey; children: ComponentChildren }) {
  return (
    <div>
      <p class="sample-source">{t(from)}</p>
      <p>{children}</p>
    </div>
  );
}
