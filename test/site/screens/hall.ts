import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { scenes, theatres } from '../hall/scenes.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { smallPng } from './small-png.ts';

/*
 * `node test/site/screens/hall.ts [state…]` takes the pictures in screens/hall: states of the hall page at the
 * width of a phone or of a desk, some of them by night.
 */

const folder = join(import.meta.dirname, '../../../screens/hall');
const looks: Readonly<Record<string, readonly (readonly [number, 'light' | 'dark'])[]>> = {
  whole: [
    [360, 'light'],
    [1280, 'light'],
  ],
  near: [[1280, 'dark']],
  list: [[1280, 'light']],
  single: [[360, 'light']],
  lost: [[360, 'light']],
  basket: [[1280, 'light']],
  refused: [[360, 'dark']],
  access: [[360, 'light']],
  arena: [[1280, 'dark']],
  exchange: [
    [360, 'light'],
    [1280, 'light'],
  ],
};

const path = findBrowser();
if (!path) throw new Error('Pictures need a browser.');
const wanted = process.argv.slice(2);
const site = builtSite();
const browser = await openBrowser(path);
mkdirSync(folder, { recursive: true });
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [width, scheme] of looks[name] ?? []) {
    const file = `${name}-${width}${scheme === 'dark' ? '-dark' : ''}`;
    const theatre = await openTheatre({ site, ...theatres[name]?.() });
    const { page, context } = await visit(browser, { width, scheme });
    try {
      await scene({ page, theatre });
      // Once the picture is sharp.
      await page.waitForTimeout(400);
      writeFileSync(join(folder, `${file}.png`), smallPng(await page.screenshot()));
    } catch (fault) {
      console.error(`${file}: ${(fault as Error).message.split('\n')[0]}`);
      process.exitCode = 1;
    } finally {
      await context.close();
      await theatre.close();
    }
  }
}
await browser.close();
