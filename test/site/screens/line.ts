import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { scenes, theatres } from '../line/scenes.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { smallPng } from './small-png.ts';

/*
 * `node test/site/screens/line.ts [state…]` takes the pictures in screens/line: every state of the line page at
 * the width of a phone and of a desk, four of them also by night.
 */

const folder = join(import.meta.dirname, '../../../screens/line');
const widths = [360, 1280];
const byNight = new Set(['outside-before', 'waiting-far', 'shopping', 'answers']);

const path = findBrowser();
if (!path) throw new Error('Pictures need a browser.');
const wanted = process.argv.slice(2);
const site = builtSite();
const browser = await openBrowser(path);
mkdirSync(folder, { recursive: true });
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const looks = widths.flatMap((width) => [
    { width, scheme: 'light' as const, file: `${name}-${width}` },
    ...(byNight.has(name) ? [{ width, scheme: 'dark' as const, file: `${name}-dark-${width}` }] : []),
  ]);
  for (const { width, scheme, file } of looks) {
    const theatre = await openTheatre({ site, ...theatres[name]?.() });
    const { page, context } = await visit(browser, { width, scheme });
    try {
      await scene({ page, theatre });
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        window.scrollTo(0, 0);
      });
      writeFileSync(join(folder, `${file}.png`), smallPng(await page.screenshot({ fullPage: true })));
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
