import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('who paints the plan', () => {
  let browser: Browser;
  let theatre: Theatre;
  let fan: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite() });
    fan = await visit(browser, { width: 360 });
  });
  afterEach(async () => {
    await fan.context.close();
    await theatre.close();
  });

  /** The plan as it stands on the screen, once it has stopped becoming better. */
  async function picture(page: Page): Promise<string> {
    await page.goto(`${theatre.base}/hall?performance=lear-3`);
    await page.locator('.plan canvas[data-detail="dots"]').waitFor();
    return settled(page);
  }

  async function settled(page: Page): Promise<string> {
    const shoot = async () => (await page.locator('.plan-view').screenshot()).toString('base64');
    let [before, now] = ['', await shoot()];
    while (now !== before) [before, now] = [now, await shoot()];
    return now;
  }

  /** A canvas has one kind of context for good: a flat one only if the page itself painted on it. */
  function isByPage(page: Page): Promise<boolean> {
    return page.locator('.plan canvas').evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d') !== null);
  }

  /** Of the pixels of two pictures, the share that differs, and how many colours the first one has. Leaves the page. */
  async function compare(page: Page, one: string, other: string): Promise<{ differing: number; colours: number }> {
    await page.goto('about:blank');
    return page.evaluate(
      async (sources) => {
        const [a, b] = (await Promise.all(
          sources.map(async (source) => {
            const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
            const copy = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
            const context = copy.getContext('2d') as CanvasRenderingContext2D;
            context.drawImage(image, 0, 0);
            return new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
          }),
        )) as [Uint32Array, Uint32Array];
        return { differing: a.filter((pixel, at) => pixel !== b[at]).length / a.length, colours: new Set(a).size };
      },
      [one, other],
    );
  }

  test('a worker, or the page where a browser has no canvas for workers: it is the same picture', async () => {
    const byWorker = await picture(fan.page);
    expect(await isByPage(fan.page)).toBe(false);
    const old = await visit(browser, { width: 360 });
    await old.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'OffscreenCanvas'));
    const byPage = await picture(old.page);
    expect(await isByPage(old.page)).toBe(true);
    expect([...fan.complaints, ...old.complaints]).toEqual([]);
    await old.context.close();
    const { differing, colours } = await compare(fan.page, byWorker, byPage);
    expect(colours).toBeGreaterThan(20);
    expect(differing).toBeLessThan(0.01);
  });

  test('the page, if the worker does not come', async () => {
    const byWorker = await picture(fan.page);
    expect(fan.page.workers()).toHaveLength(1);
    await fan.page.route(/paint-worker/, (route) => route.abort());
    const byPage = await picture(fan.page);
    expect(fan.page.workers()).toEqual([]);
    expect((await compare(fan.page, byWorker, byPage)).differing).toBeLessThan(0.01);
  });

  test('the page, if the worker breaks after its first picture: later changes are still to be seen', async () => {
    await fan.page.route(/paint-worker/, async (route) => {
      const response = await route.fetch();
      const breaks =
        'const send = self.postMessage.bind(self); let sent = 0;' +
        "self.postMessage = (...given) => { sent += 1; if (sent > 1) throw new Error('broken'); send(...given); };";
      await route.fulfill({ response, body: `${breaks}\n${await response.text()}` });
    });
    const broken = new Promise((done) => fan.page.on('worker', (worker) => worker.on('close', done)));
    await picture(fan.page);
    await fan.page.emulateMedia({ colorScheme: 'dark' });
    await broken;
    const dark = await visit(browser, { width: 360, scheme: 'dark' });
    const [byPage, byWorker] = [await settled(fan.page), await picture(dark.page)];
    await dark.context.close();
    expect((await compare(fan.page, byWorker, byPage)).differing).toBeLessThan(0.01);
  });
});
