import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

describe('the welcome page', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web, keepWelcome: true });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('opens by itself on the first run', async () => {
    const addresses = () => titlelight.context.pages().map((page) => page.url());
    await eventually(() => expect(addresses()).toContain(titlelight.address('welcome.html')));
  });

  it('has a sample that is lit, with a card to open, and asks nobody for anything', async () => {
    const page = await titlelight.open(titlelight.address('welcome.html'));
    await eventually(async () => expect((await marksOn(page)).length).toBeGreaterThan(2));
    const { title } = starterPaper('2310.14189');
    await hoverMark(page, title);
    expect(await cardText(page)).toContain(title);
    await inCard(page, 'button', 'Save');
    expect(web.requests).toEqual([]);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
