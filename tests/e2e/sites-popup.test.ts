import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, short } from '../fixtures/digests.ts';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { arxivAbstract, emptyPdf } from '../fixtures/pages/paper-page.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { idle } from '../support/idle.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { overEachState } from '../support/site-states.ts';
import { starterPaper } from '../support/starter.ts';
import { pressButton } from '../support/toolbar.ts';

const withCode = starterPaper('2309.06651');
const code = 'https://github.com/BorealisAI/ConR';
const other = starterPaper('2310.14189');
const pdf = { 'content-type': 'application/pdf' };

let web: LocalWeb;
let titlelight: Titlelight;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
  await importFile(titlelight, 'short.jsonl', jsonLines([short]));
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const titleInFront = 'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.title)';

/** The toolbar's popup over an address, once it has loaded. */
async function over<T>(address: string, act: (popup: Page, page: Page) => Promise<T>): Promise<T> {
  const page = await titlelight.open(address);
  // The press is what shows Titlelight the page; the popup as a tab is what a test can look at with ease.
  const button = await pressButton(titlelight, page);
  // A PDF's title is known some time after the page.
  await eventually(async () => expect(await button.evaluate(titleInFront)).not.toMatch(/^$|\.pdf$/));
  const popup = await titlelight.openPopup(page);
  try {
    await popup.getByRole('tabpanel').getByText(/\S/).first().waitFor();
    return await act(popup, page);
  } finally {
    await popup.close();
    await page.close();
  }
}

describe("over a paper's own page the popup", () => {
  const named = (title: string) => pageOf({ title, body: `<p>Nothing is named here.</p>` });
  const { id, title } = withCode;

  it.each<[string, string, string, Record<string, string>?]>([
    ["arXiv's page", `https://arxiv.org/abs/${id}v2`, arxivAbstract(withCode, other, code)],
    ["arXiv's HTML", `https://arxiv.org/html/${id}v1`, named(title)],
    ["arXiv's PDF", `https://arxiv.org/pdf/${id}`, emptyPdf(), pdf],
    ["Hugging Face's page", `https://huggingface.co/papers/${id}`, named(`Paper page - ${title}`)],
    ['an OpenReview forum', 'https://openreview.net/forum?id=aBcDeF', named(`${title} | OpenReview`)],
    ['the ACL Anthology', 'https://aclanthology.org/2023.acl-long.1/', named(`${title} - ACL Anthology`)],
    ['its own repository', code, named('GitHub - BorealisAI/ConR')],
    ['a PDF anywhere, by its title', 'https://blog.example.org/a.pdf', emptyPdf(title), pdf],
    ['a page that may not be read, by its title', 'https://blog.example.org/a', named(title)],
  ])('opens on the paper: %s', async (_, address, body, headers) => {
    web.serve(address, body, headers);
    await over(address, async (popup) => {
      const row = popup.getByRole('article').first();
      const button = row.getByRole('button', { name: title, exact: true });
      await eventually(async () => expect(await button.getAttribute('aria-expanded')).toBe('true'));
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      await row.getByRole('link', { name: /BorealisAI\/ConR/ }).waitFor();
    });
  });

  it('lists what else the page names below it', async () => {
    await over(`https://arxiv.org/abs/${id}v2`, async (popup) => {
      const listed = popup.getByRole('article').getByRole('heading');
      await eventually(async () =>
        expect((await listed.allTextContents()).map(plain)).toEqual([title, other.title].map(plain)),
      );
      await popup.keyboard.press('j');
      expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe(other.title);
    });
  });

  it('knows a short title as well, where it is all that a site shows of it', async () => {
    web.serve('https://openreview.net/forum?id=short', named(`${short.title} | OpenReview`));
    await over('https://openreview.net/forum?id=short', async (popup) => {
      await popup.getByRole('article').getByRole('heading', { name: short.title }).waitFor();
    });
  });

  it('closes the row for good when asked to', async () => {
    await over(`https://arxiv.org/abs/${id}v2`, async (popup, page) => {
      const button = popup.getByRole('article').first().getByRole('button', { name: title, exact: true });
      await button.press('Enter');
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      // Its scanner reports anew: the list is read again.
      await page.evaluate((words) => document.body.append(words), starterPaper('2310.02279').title);
      await eventually(async () => expect(await popup.getByRole('article').count()).toBe(3));
      expect(await button.getAttribute('aria-expanded')).toBe('false');
    });
  });
});

it("a paper's own page does not mark its link to its own code", async () => {
  const page = await titlelight.open(
    web.serve(`https://arxiv.org/abs/${withCode.id}`, arxivAbstract(withCode, other, code)),
  );
  await expectTitlesLit(page, [withCode, other]);
  expect((await marksOn(page)).map(({ href }) => href)).not.toContain(code);
  await page.close();
});

describe('over a page that cannot be read the popup says so', () => {
  it.each([
    ['chrome://version/', 'browser page'],
    ['https://chromewebstore.google.com/detail/a', 'store page'],
    ['https://blog.example.org/b.pdf', 'PDF viewer'],
    ['https://arxiv.org/pdf/2999.99999', 'PDF viewer'],
  ])('%s', async (address, words) => {
    web.serve('https://chromewebstore.google.com/detail/a', pageOf({ title: 'Store', body: '' }));
    web.serve('https://blog.example.org/b.pdf', emptyPdf('Notes on a Bench'), pdf);
    web.serve('https://arxiv.org/pdf/2999.99999', emptyPdf(), pdf);
    const page = await titlelight.open(address);
    const popup = await pressButton(titlelight, page);
    await popup.click('This page');
    await eventually(async () => expect(await popup.text()).toContain(`Cannot be read: ${words}`));
    expect(await popup.text()).toContain('This page 0');
    await page.close();
  });

  it('an address that does not answer', async () => {
    web.answer('https://arxiv.org/broken', (request) => request.destroy());
    const page = await titlelight.open();
    await page.goto('https://arxiv.org/broken').catch(() => {});
    const popup = await pressButton(titlelight, page, 'https://arxiv.org/broken');
    await popup.click('This page');
    await eventually(async () => expect(await popup.text()).toContain('This page cannot be read.'));
    await page.close();
  });
});

describe("over Titlelight's own pages", () => {
  it('the popup lists what stands on the welcome page, and leads there', async () => {
    const welcome = await titlelight.open(titlelight.address('welcome.html'));
    await eventually(async () => expect((await marksOn(welcome)).length).toBeGreaterThan(2));
    const popup = await titlelight.openPopup(welcome, 'page');
    const rows = popup.getByRole('article');
    await eventually(async () => expect(await rows.count()).toBe(3));
    expect(await popup.getByRole('switch').count()).toBe(0);
    await rows.last().hover();
    await rows.last().getByRole('button', { name: 'Show on page' }).click();
    await eventually(async () =>
      expect(await welcome.evaluate(() => document.visibilityState)).toBe('visible'),
    );
    await popup.close();
    await welcome.close();
  });

  it('the popup says whose page it is', async () => {
    await over(titlelight.address('options.html'), async (popup) => {
      await popup.getByRole('tab', { name: /^This page/ }).click();
      await popup.getByText('This page is Titlelight’s own.').waitFor();
    });
  });
});

it('the popup follows its tab to another page', async () => {
  web.serve('https://arxiv.org/first', pageOf({ title: 'One', body: `<p>${asHtml(other.title)}</p>` }));
  web.serve('https://arxiv.org/second', pageOf({ title: 'Two', body: `<p>${asHtml(withCode.title)}</p>` }));
  const page = await titlelight.open('https://arxiv.org/first');
  const popup = await titlelight.openPopup(page, 'page');
  await popup.getByRole('heading', { name: other.title }).waitFor();
  await page.goto('https://arxiv.org/second');
  await page.bringToFront();
  await idle(page);
  await popup.bringToFront();
  await popup.getByRole('heading', { name: withCode.title }).waitFor();
  await popup.close();
  await page.close();
});

it('the popup can be used by everyone, however a page stands', async () => {
  const seen: string[] = [];
  await overEachState(titlelight, web, async (name, popup) => {
    await expectAccessible(popup, { within: '[role="tabpanel"]' });
    seen.push(name);
  });
  expect(seen.length).toBeGreaterThan(10);
}, 300_000);

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});
