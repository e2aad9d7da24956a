import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { expectReachedByKeyboard, tabTo } from './by-keyboard.ts';
import { answersScenes } from './control-room/answers/scenes.ts';
import { fansScenes } from './control-room/fans/scenes.ts';
import { leverScenes } from './control-room/lever-scenes.ts';
import { runUpScenes } from './control-room/run-up-scenes.ts';
import { saleScenes } from './control-room/sale-scenes.ts';
import { controlScenes, controlTheatres } from './control-room/scenes.ts';
import { switchScenes } from './control-room/switch-scenes.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

/*
 * The control room by axe and by keyboard, at the width of a phone and of a desk, by day and by night. The parts of the run-up
 * and of fans are gone through by axe in the tests of theirs.
 */

const path = findBrowser();
const { 'hall-stopped': _, ...ofSale } = saleScenes;
const scenes = { ...controlScenes, ...leverScenes, ...ofSale, ...answersScenes, ...switchScenes };
const { 'fans-form': fansForm, 'fans-waiting': fansWaiting } = fansScenes;
/** Scenes with something to press of every kind. */
const byKeyboard = new Set([
  ...['control-morning', 'levers-turn', 'levers-message', 'levers-asked', 'sale-stop', 'sale-methods'],
  ...['fans-form', 'fans-waiting', 'control-answers', 'control-away', 'levers-away', 'switch-form'],
]);
const parts = ['picture', 'sale', 'fans', 'plan', 'risks', 'go', 'answers', 'switch'] as const;

(path ? describe : describe.skip)('the control room', () => {
  let browser: Browser;
  let theatre: Theatre;
  let desk: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite() });
    desk = await visit(browser, { width: 360 });
  });
  afterEach(async () => {
    await desk.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  async function inTheatreOf(name: string): Promise<void> {
    const of = controlTheatres[name]?.();
    if (!of) return;
    await theatre.close();
    theatre = await openTheatre({ site: builtSite(), ...of });
  }

  test.each(Object.entries({ ...scenes, 'fans-form': fansForm, 'fans-waiting': fansWaiting }))(
    '%s is accessible, and nothing of it is cut, on a phone and at a desk',
    async (name, scene) => {
      await inTheatreOf(name);
      const { page } = desk;
      await scene?.({ page, theatre });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await cutFigures(page)).toEqual([]);
      }
      if (byKeyboard.has(name)) await expectReachedByKeyboard(page);
    },
  );

  test('all its parts are reached by keyboard, and each says where one is', async () => {
    const { page } = desk;
    await scenes['control-morning']?.({ page, theatre });
    for (const part of [...parts.slice(1), 'picture']) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await tabTo(page, `.control-parts a[href="#${part}"]`);
      await page.keyboard.press('Enter');
      await page.locator(`.control-parts a[href="#${part}"][aria-current="page"]`).waitFor();
      expect(new URL(page.url()).hash).toBe(`#${part}`);
    }
  });

  test.each(['fans-order', 'run-up-plan', 'run-up-form', 'risks', 'risk-form', 'go-red'])(
    'whatever can be pressed in %s is reached by the Tab key',
    async (name) => {
      const { page } = desk;
      await { ...fansScenes, ...runUpScenes }[name]?.({ page, theatre });
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectReachedByKeyboard(page);
    },
  );

  test('a lever is pulled by keyboard alone, and what was done is heard', async () => {
    const { page } = desk;
    await leverScenes.levers?.({ page, theatre });
    await tabTo(page, '.lever-ways button:first-child');
    await page.keyboard.press('Enter');
    await page.locator('.lever-form').waitFor();
    await tabTo(page, '.lever-form [name="reason"]');
    await page.keyboard.type('The bank does not answer');
    await page.keyboard.press('Enter');
    const done = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Undo' }) });
    await done.waitFor();
    await tabTo(page, '.levers [role="status"] button');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  test('lines of a chart differ in colour and in dash from what is behind them, also on paper', async () => {
    const { page } = desk;
    await scenes['control-morning']?.({ page, theatre });
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }] as const) {
      await page.emulateMedia({ media: null, colorScheme: 'light', ...media });
      const marks = await page
        .locator('.chart-keys')
        .first()
        .locator('path')
        .evaluateAll((paths) =>
          paths.map((one) => ({ colour: getComputedStyle(one).stroke, dash: getComputedStyle(one).strokeDasharray })),
        );
      expect(new Set(marks.map(({ colour }) => colour)).size).toBe(2);
      expect(marks.map(({ dash }) => dash)).toEqual(['none', '3px, 5px']);
      // The canvas has the very colours of the legend.
      const wanted = marks.map(({ colour }) => colour.match(/\d+/g)?.join() ?? '');
      await page.waitForFunction((colours) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.chart canvas');
        const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        const seen = new Set<string>();
        for (let at = 0; at < data.length; at += 4)
          if (data[at + 3] === 255) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
        return colours.every((colour) => seen.has(colour));
      }, wanted);
    }
  });
});

/** Figures that are wider than their cells. */
function cutFigures(page: Page): Promise<readonly string[]> {
  return page
    .locator('.figure b')
    .evaluateAll((figures) =>
      figures
        .filter(
          (one) => one.scrollWidth > one.clientWidth + 1 || one.clientWidth > (one.parentElement?.clientWidth ?? 0),
        )
        .map((one) => one.textContent ?? ''),
    );
}
