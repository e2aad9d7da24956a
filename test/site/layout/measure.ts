import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Language, languageCookie, languages } from '../../../contracts/languages.ts';
import type { StaffRole } from '../../../contracts/staff.ts';
import { findBrowser, openBrowser } from '../../browser.ts';
import { builtSite } from '../built-site.ts';
import { signInAs } from '../theatre/staff.ts';
import { openTheatre } from '../theatre/theatre.ts';
import { visit } from '../visitor.ts';
import { housePages, type SeenPage, shop } from './pages.ts';
import { shiftOf, tooWide, watchPainting } from './seen.ts';

/*
 * `node test/site/layout/measure.ts [speed|width] [page]` prints two tables, and writes that of speed to docs/benchmarks.md. Speed: of each page the first picture, the largest
 * one, and how far things moved by themselves, on a slow phone. Width: the pages that are wider than a phone of 360 px, in
 * every language, in three families of letters, at their own size and twice as large.
 */

const phone = { width: 360, height: 740 } as const;
const network = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } as const;
const slowed = 4;
const families: Readonly<Record<string, readonly [sans: string, serif: string]>> = {
  "the phone's own": ['', ''],
  'as Arial and Times': ['Liberation Sans', 'Liberation Serif'],
  'wide: as Verdana and Bookman': ['DejaVu Sans', 'URW Bookman'],
};

const path = findBrowser();
if (!path) throw new Error('Pages are measured in a browser.');
const wanted = process.argv[2];
const only = process.argv[3];
const theatre = await openTheatre({ site: builtSite(), compress: true });
const browser = await openBrowser(path);
const large = await openBrowser(path, ['--blink-settings=defaultFontSize=32']);
try {
  const first = await visit(browser, { width: 1280 });
  const isWanted = ({ name }: SeenPage) => only === undefined || name === only;
  const pages = (await shop(first.page, theatre)).filter(isWanted);
  const state = await first.context.storageState();
  await first.context.close();
  const speeds: (readonly [name: string, Speed])[] = [];
  if (wanted !== 'width')
    for (const page of [...pages, ...housePages.filter(isWanted)]) {
      const speed = await speedOf(page, state);
      speeds.push([page.name, speed]);
      console.log(lineOf(page.name, speed));
    }
  if (wanted === 'speed' && only === undefined) writeSpeeds(speeds);
  if (wanted !== 'speed')
    for (const page of pages)
      for (const [size, chrome] of [['100 %', browser] as const, ['200 %', large] as const])
        for (const language of languages)
          for (const line of await widthsOf(chrome, page, language, state))
            console.log(`${page.name} ${language} ${size} ${line}`);
} finally {
  await browser.close();
  await large.close();
  await theatre.close();
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function openAs(chrome: Browser, language: Language, storageState: State): Promise<Page> {
  const context = await chrome.newContext({ viewport: phone, storageState, reducedMotion: 'reduce', hasTouch: true });
  await context.addCookies([{ name: languageCookie, value: language, url: theatre.base }]);
  return context.newPage();
}

type Speed = ReturnType<typeof shiftOf>;

async function speedOf(
  { address, whole, role }: SeenPage & { readonly role?: StaffRole },
  state: State,
): Promise<Speed> {
  const page = await openAs(browser, 'en', state);
  if (role) await signInAs(page, theatre, role);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.addInitScript(watchPainting);
  await page.goto(`${theatre.base}${address}`);
  await page.locator(whole).first().waitFor();
  // News and answers that come later may still move things.
  await page.waitForTimeout(3_000);
  const speed = await page.evaluate(shiftOf);
  await page.context().close();
  return speed;
}

function lineOf(name: string, { first, largest, shift, moved }: Speed): string {
  const ms = (time: number) => `${time.toFixed(0).padStart(5)} ms`;
  return `${name.padEnd(14)} first ${ms(first)}  largest ${ms(largest)}  shift ${shift.toFixed(3)}  ${moved.join(' ')}`;
}

/** The last part of docs/benchmarks.md, which `npm run bench` keeps. */
function writeSpeeds(speeds: readonly (readonly [name: string, Speed])[]): void {
  const file = join(import.meta.dirname, '../../../docs/benchmarks.md');
  const rows = speeds.map(
    ([name, { first, largest, shift }]) =>
      `| ${name} | ${(first / 1000).toFixed(1)} s | ${(largest / 1000).toFixed(1)} s | ${shift.toFixed(3)} |`,
  );
  const part = `
## Pages

Written by \`node test/site/layout/measure.ts speed\` on ${new Date().toISOString().slice(0, 10)}. The network is held to
1.6 Mbit/s with 150 ms for each way there and back, and the processor to a quarter, in Chromium at 360 × 740. Each page is
opened for the first time, on the theatre of the tests, by a fan who holds seats, or by somebody of the house. The first picture is wanted within 2 s,
the shift (web.dev/cls) below 0.05.

| page | first picture | largest picture | shift |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n## Pages\n.*$/s, '') + part);
}

async function widthsOf(
  chrome: Browser,
  { address, whole }: SeenPage,
  language: Language,
  state: State,
): Promise<readonly string[]> {
  const page = await openAs(chrome, language, state);
  const found: string[] = [];
  try {
    await page.goto(`${theatre.base}${address}`);
    await page.locator(whole).first().waitFor();
    for (const [name, [sans, serif]] of Object.entries(families)) {
      if (sans !== '')
        await page.evaluate(
          ([sans, serif]) => {
            for (const [which, family] of [
              ['--sans', sans],
              ['--serif', serif],
              ['--bill', serif],
            ] as const)
              document.documentElement.style.setProperty(which, `"${family}"`);
          },
          [sans, serif] as const,
        );
      const wide = await page.evaluate(tooWide);
      if (wide.length > 0) found.push(`${name}: ${wide.slice(0, 4).join('; ')}`);
    }
  } catch (fault) {
    found.push(`✗ ${(fault as Error).message.split('\n')[0]}`);
  }
  await page.context().close();
  return found;
}
