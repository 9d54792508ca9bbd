import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../fixtures/pages/sample.ts';
import { inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

describe('in a Chinese browser', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web, language: 'zh-CN' });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('the welcome page is Chinese, and its sample is lit', async () => {
    const page = await titlelight.open(titlelight.address('welcome.html'));
    expect(await page.title()).toBe('欢迎使用 Titlelight');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('heading', { level: 1, name: '你的每日论文，在网页上随处点亮' }).waitFor();
    await page.getByRole('button', { name: '允许所有网站' }).waitFor();
    await page.getByRole('heading', { name: '不用鼠标' }).waitFor();
    await eventually(async () => expect((await marksOn(page)).length).toBe(3));
    await page.close();
  });

  it('so are the settings, with their dates and numbers', async () => {
    const page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('heading', { level: 1, name: 'Titlelight 设置' }).waitFor();
    for (const name of ['每日论文', '关注词', '阅读', '网站', '已隐藏的标题', '导入', '你的书架', '数据'])
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    await page.getByRole('switch', { name: '自动同步' }).waitFor();
    await page.getByRole('radio', { name: /^自2023年5月4日以来的全部/ }).waitFor();
    await page.getByRole('searchbox', { name: '搜索设置' }).fill('备份');
    await expect.poll(() => page.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('你的书架');
    await page.close();
  });

  it('and the card', async () => {
    const { title } = starterPaper('2309.06651');
    const page = await titlelight.open(web.serve('https://arxiv.org/notes', sample()));
    await hoverMark(page, title);
    await inCard(page, 'button', '收藏');
    await inCard(page, 'button', '复制 BibTeX');
    await inCard(page, 'button', '不是这篇论文');
    await page.close();
  });

  it('and the popup', async () => {
    const page = await titlelight.open(titlelight.address('popup.html#today'));
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('searchbox', { name: '搜索论文、作者、关键词' }).waitFor();
    for (const name of [/^本页/, /^今日/, /^书架/]) await page.getByRole('tab', { name }).waitFor();
    for (const name of ['天', '周', '月', '只看附代码的论文', '按点赞数排序', '选择日期', '快捷键'])
      await page.getByRole('button', { name, exact: true }).waitFor();
    await page.getByRole('link', { name: '论文库' }).waitFor();
    await page.getByRole('link', { name: '设置' }).waitFor();
    await page.getByRole('button', { name: '收藏到书架' }).first().click();
    await page.getByRole('status').filter({ hasText: '已收藏到书架。' }).waitFor();
    await page.getByRole('tab', { name: /^书架/ }).click();
    await page.getByRole('button', { name: '待读 1', exact: true }).waitFor();
    await page.close();
  });

  it('and the library', async () => {
    const { title } = starterPaper('2309.06651');
    const page = await titlelight.open(titlelight.address('library.html'));
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    const nav = page.getByRole('navigation', { name: '论文库' });
    for (const name of ['存档', '书架', '关注词']) await nav.getByRole('heading', { name }).waitFor();
    await page.getByRole('heading', { level: 1, name: '全部论文' }).waitFor();
    await page.getByRole('status').filter({ hasText: '83 篇论文' }).waitFor();
    for (const name of ['代码', '未看', '已收藏', '展开'])
      await page.getByRole('button', { name, exact: true }).waitFor();
    await page.getByRole('searchbox', { name: '搜索全部论文' }).fill(title);
    await page.getByRole('link', { name: title }).first().click();
    const pane = page.getByRole('region', { name: '阅读' });
    await pane.getByRole('heading', { level: 2, name: title }).waitFor();
    await pane.getByRole('button', { name: '复制 BibTeX' }).waitFor();
    await page.getByRole('button', { name: '快捷键' }).click();
    const keys = page.getByRole('dialog', { name: '快捷键' });
    await keys.getByText('在列表旁打开').waitFor();
    await keys.getByRole('button', { name: '关闭' }).click();
    await nav.getByRole('link', { name: '趋势' }).click();
    await page.getByRole('heading', { level: 1, name: '趋势' }).waitFor();
    // Of the one day of the starter digest there is nothing to see.
    await page.getByText('有了几天的论文之后，这里才会显示趋势。').waitFor();
    // Papers are in their own language, and names stay as they are.
    const said = await page.locator('.side, .trends h2, .trends-none, .chart-said').allInnerTexts();
    const english = said.join('\n').match(/[A-Za-z]{2,}/g) ?? [];
    expect(english.filter((word) => !['Titlelight', 'Hugging', 'Face'].includes(word))).toEqual([]);
    await page.close();
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
