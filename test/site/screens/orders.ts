import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { answersScenes } from '../control-room/answers/scenes.ts';
import { fansScenes } from '../control-room/fans/scenes.ts';
import { leverScenes } from '../control-room/lever-scenes.ts';
import { platformScenes } from '../control-room/platform-scenes.ts';
import { runUpScenes } from '../control-room/run-up-scenes.ts';
import { saleScenes } from '../control-room/sale-scenes.ts';
import { controlScenes, controlTheatres } from '../control-room/scenes.ts';
import { doorScenes } from '../door/scenes.ts';
import { scenes as orderScenes, theatres } from '../order/scenes.ts';
import { staffScenes } from '../staff/scenes.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { smallPng } from './small-png.ts';

/*
 * `node test/site/screens/orders.ts [state…]` takes the pictures in screens/orders: checkout, order, order book,
 * door, control room and the staff's page at the width of a phone and of a desk, by day and by night. A built site may be given as
 * STAMPEDE_SITE.
 */

const scenes = {
  ...orderScenes,
  ...doorScenes,
  ...staffScenes,
  ...controlScenes,
  ...platformScenes,
  ...leverScenes,
  ...saleScenes,
  ...fansScenes,
  ...runUpScenes,
  ...answersScenes,
};
const theatresOf = { ...theatres, ...controlTheatres };
const folder = join(import.meta.dirname, '../../../screens/orders');
const wanted = process.argv.slice(2);
const path = findBrowser();
if (!path) throw new Error('Pictures need a browser.');
const site = process.env.STAMPEDE_SITE ?? builtSite();
const browser = await openBrowser(path);
mkdirSync(folder, { recursive: true });
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const width of [360, 1280]) {
    const theatre = await openTheatre({ site, ...theatresOf[name]?.() });
    const { page, context } = await visit(browser, { width });
    try {
      await scene({ page, theatre });
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.evaluate(() => {
          (document.activeElement as HTMLElement | null)?.blur();
          window.scrollTo(0, 0);
        });
        const file = join(folder, `${name}-${scheme === 'dark' ? 'dark-' : ''}${width}.png`);
        writeFileSync(file, smallPng(await page.screenshot({ fullPage: true })));
      }
    } catch (fault) {
      console.error(`${name} ${width}: ${(fault as Error).message.split('\n').slice(0, 3).join(' ')}`);
      process.exitCode = 1;
    } finally {
      await context.close();
      await theatre.close();
    }
  }
}
await browser.close();
