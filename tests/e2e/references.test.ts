import { afterAll, beforeAll, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';

const paragraph = (text: string) => `<p>${asHtml(text)}</p>`;

let web: LocalWeb;
let titlelight: Titlelight;
const titles = starter.map(({ title }) => title);

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

it('paints what stands in a list of references more quietly', async () => {
  const [prose = '', numbered = '', underHeading = '', latexml = '', afterwards = '', heading = ''] = titles;
  const [bibliography = '', footnote = '', inBrackets = '', onGitHub = '', onWikipedia = '', inHeader = ''] =
    titles.slice(6);
  const [farDown = '', furtherOn = ''] = titles.slice(12);
  web.serve(
    'https://arxiv.org/references',
    pageOf({
      title: 'A survey',
      body: `${paragraph(`We build on ${prose} and on others.`)}
      ${paragraph(`[7] A. Author and B. Author. ${numbered}. 2024.`)}
      <section><h2>7. References</h2><div><ul><li>A. Author: ${underHeading}. 2024.</li></ul></div></section>
      <section><h2>Bibliography</h2><p>A. Author. <i>${asHtml(bibliography)}</i>. 2023.</p></section>
      <section><h2>Notes</h2><ol class="references"><li id="cite_note-1">${asHtml(footnote)}</li></ol></section>
      <section class="ltx_bibliography"><ul class="ltx_biblist"><li class="ltx_bibitem"><span class="ltx_tag">Author (2023)</span>
        <span class="ltx_bibblock">${asHtml(latexml)}</span></li></ul></section>
      <section><h2>Appendix</h2>${paragraph(afterwards)}${paragraph(`As [12] says, ${inBrackets} is not over.`)}</section>
      <section><div class="markdown-heading"><h2>References</h2><a href="#references"></a></div>
        <ul><li>A. Author: ${onGitHub}. 2024.</li></ul></section>
      <section><div class="mw-heading"><h2>References</h2><span>[edit]</span></div><p>${asHtml(onWikipedia)}</p>
        <div class="mw-heading"><h2>History</h2><span>[edit]</span></div><p>${asHtml(furtherOn)}</p></section>
      <section><header><h2>Bibliography</h2></header><p>${asHtml(inHeader)}</p></section>
      <section><h2>Works cited</h2>${'<p>A. Author. 2021.</p>'.repeat(120)}<p>${asHtml(farDown)}</p></section>
      <h3>${heading}</h3>`,
    }),
  );
  const page = await titlelight.open('https://arxiv.org/references');
  const painted = (name: string) =>
    page.evaluate(
      (highlight) =>
        [...(CSS.highlights.get(highlight) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          startContainer.textContent?.slice(startOffset, endOffset),
        ),
      name,
    );
  await eventually(async () => {
    expect((await painted('titlelight-reference')).sort()).toEqual(
      [
        numbered,
        underHeading,
        bibliography,
        footnote,
        latexml,
        onGitHub,
        onWikipedia,
        inHeader,
        farDown,
      ].sort(),
    );
    expect((await painted('titlelight')).sort()).toEqual(
      [prose, afterwards, inBrackets, furtherOn, heading].sort(),
    );
  });
});
