import { EmptyState } from '@/components/controls/states';
import { showOnPage, tabPapers } from '../state/tab';
import { say } from '../state/toast';
import { Loaded } from './Loaded';
import { Papers } from './Papers';

export function ThisPage() {
  return (
    <Loaded from={tabPapers}>
      {({ papers, by }) => {
        if (papers.length > 0)
          return <Papers papers={papers} list="page" {...(by === 'page' && { onShow: show })} />;
        return by === 'page' ? (
          <EmptyState title="No paper of your digest stands on this page.">
            <p>Papers found here will be listed in the order they stand.</p>
          </EmptyState>
        ) : (
          <EmptyState title="Titlelight does not read this page.">
            <p>It reads the sites you allow, and no page of the browser itself.</p>
            <a href="/options.html#sites" target="_blank" rel="noopener noreferrer">
              See which sites
            </a>
          </EmptyState>
        );
      }}
    </Loaded>
  );
}

function show(id: Parameters<typeof showOnPage>[0]): void {
  showOnPage(id).catch(() => say({ message: 'The page has gone on; the paper is no longer there.' }));
}
