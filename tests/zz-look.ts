import { existsSync, mkdirSync } from 'node:fs';
import { launch } from './support/extension.ts';
import { startWeb } from './support/server.ts';
import { importFile, chooseFile, importReport } from './support/flows.ts';
import { idle } from './support/idle.ts';
const theme = (process.argv[2] ?? 'light') as 'light'|'dark';
const steps = process.argv.slice(3);
const web = await startWeb();
const profile = '/tmp/lib6/profile';
const fresh = !existsSync(profile);
const t = await launch({ web, profile, colorScheme: theme });
if (fresh) {
  const options = await t.open(t.address('options.html'));
  await chooseFile(options, '../shared/data/archive-40k.jsonl.gz');
  console.log(await importReport(options, 600_000));
  await options.close();
}
for (const step of steps) {
  const [name, query = '', size = '1440x900', ...acts] = step.split('|');
  const [w, h] = size.split('x').map(Number);
  const page = await t.open();
  await page.setViewportSize({ width: w!, height: h! });
  const begun = Date.now();
  await page.goto(t.address('library.html' + query));
  try { await page.getByRole('article').first().waitFor({ timeout: 8000 }); } catch (e) { console.log('no article'); }
  console.log(name, 'first article', Date.now() - begun);
  for (const act of acts) {
    const [kind, arg] = [act.slice(0, act.indexOf(':')), act.slice(act.indexOf(':') + 1)];
    if (kind === 'key') await page.keyboard.press(arg);
    if (kind === 'type') await page.keyboard.type(arg);
    if (kind === 'click') await page.getByText(arg).first().click();
    if (kind === 'button') await page.getByRole('button', { name: arg }).first().click();
    if (kind === 'wait') await page.waitForTimeout(Number(arg));
  }
  await idle(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/lib6/${name}-${theme}.png` });
  console.log(page.url());
  await page.close();
}
console.log(t.problems.join('\n'));
await t.close(); await web.close();
