import type { Fault } from './faults.ts';
import type { ServedPaper } from './paper.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

/**
 * Answers `GET /api/query` of export.arxiv.org as its manual says, for queries of the form
 * `(cat:cs.CL OR cat:cs.LG) AND submittedDate:[202603020000 TO 202603022359]`.
 */
export function answerArxiv(world: World, url: URL, fault: Fault | undefined): Reply {
  const query = url.searchParams.get('search_query') ?? '';
  const start = Number(url.searchParams.get('start') ?? 0);
  const most = Number(url.searchParams.get('max_results') ?? 10);
  const dates = /submittedDate:\[(\d{12}) TO (\d{12})\]/.exec(query);
  if (!Number.isInteger(start) || start < 0) return errorFeed('start must be an integer');
  if (!Number.isInteger(most) || most < 0) return errorFeed('max_results must be an integer');
  if (!dates) return errorFeed('incorrect query');
  const categories = [...query.matchAll(/cat:([\w.-]+)/g)].map(([, category]) => category);
  const all = papersOf(world).filter((paper) => {
    const submitted = `${paper.publishedAt.replaceAll('-', '')}1200`;
    const within = submitted >= (dates[1] as string) && submitted <= (dates[2] as string);
    return within && paper.categories.some((category) => categories.includes(category));
  });
  const found = fault?.kind === 'empty' ? [] : all;
  if (url.searchParams.get('sortOrder') !== 'ascending') found.reverse();
  const newest = found.at(-1);
  const [from = '', to = ''] = dates
    .slice(1)
    .map((date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`);
  const numbers = found.map(({ id }) => id);
  if (from === to) world.noteFound(from, numbers);
  const reply = feed(200, found.length, start, most, found.slice(start, start + most).map(entryOf));
  if (fault?.kind === 'shift' && newest) {
    // Hugging Face has it where it has its neighbour. With the lowest number of its day: oldest first, it comes in front.
    const [day = newest.publishedAt] = [...world.days].find(([, papers]) => papers.includes(newest)) ?? [];
    world.day(day).add({
      ...newest,
      id: `${newest.id.slice(0, 5)}${String(9_000 + world.versionsOf(day).length).padStart(5, '0')}`,
    });
  }
  return reply;
}

/** Every paper once, oldest first. */
function papersOf(world: World): ServedPaper[] {
  const papers = new Map([...world.days.values()].flat().map((paper) => [paper.id, paper]));
  const order = (paper: ServedPaper) => `${paper.publishedAt} ${paper.id}`;
  return [...papers.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function entryOf(paper: ServedPaper): string {
  const submitted = `${paper.publishedAt}T12:00:00Z`;
  return `
  <entry>
    <id>http://arxiv.org/abs/${paper.id}v2</id>
    <updated>${paper.withdrawnAt ?? submitted}</updated>
    <published>${submitted}</published>
    <title>${escaped(paper.title.replace(/ (?=\S+ \S+$)/, '\n  '))}</title>
    <summary>  ${escaped(paper.summary)}
</summary>
${paper.authors.map((name) => `    <author><name>${escaped(name)}</name></author>`).join('\n')}
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">${paper.withdrawnAt ? 'This paper has been withdrawn by its authors' : '9 pages'}${paper.repository ? `. Code: ${escaped(paper.repository)}.` : ''}</arxiv:comment>
    <link href="http://arxiv.org/abs/${paper.id}v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${paper.id}v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="${paper.categories[0]}" scheme="http://arxiv.org/schemas/atom"/>
${paper.categories.map((term) => `    <category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`).join('\n')}
  </entry>`;
}

function errorFeed(why: string): Reply {
  const entry = `
  <entry>
    <id>http://arxiv.org/api/errors#${why.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <summary>${escaped(why)}</summary>
    <author><name>arXiv api core</name></author>
  </entry>`;
  return feed(400, 1, 0, 1, [entry]);
}

function feed(status: number, total: number, start: number, most: number, entries: string[]): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/placeholder</id>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${start}</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${most}</opensearch:itemsPerPage>${entries.join('')}
</feed>
`;
  return { status, type: 'application/atom+xml; charset=utf-8', body, validated: false };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
