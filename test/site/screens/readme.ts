import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { controlScenes } from '../control-room/scenes.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { smallPng } from './small-png.ts';

/*
 * `node test/site/screens/readme.ts` takes the picture of the control room that README.md shows: a morning that goes well,
 * as far down as its charts. A built site may be given as STAMPEDE_SITE.
 */

const width = 1280;
const file = join(import.meta.dirname, '../../../docs/screens/control-room.png');
const path = findBrowser();
if (!path) throw new Error('A picture needs a browser.');
const browser = await openBrowser(path);
const theatre = await openTheatre({ site: process.env.STAMPEDE_SITE ?? builtSite() });
const { page } = await visit(browser, { width });
await controlScenes['control-morning']?.({ page, theatre });
await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
const charts = await page.locator('.charts').boundingBox();
if (!charts) throw new Error('There are no charts.');
const clip = { x: 0, y: 0, width, height: Math.ceil(charts.y + charts.height) + 24 };
writeFileSync(file, smallPng(await page.screenshot({ fullPage: true, clip })));
await browser.close();
await theatre.close();
