import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { answersScenes } from './control-room/answers/scenes.ts';
import { fansScenes } from './control-room/fans/scenes.ts';
import { leverScenes } from './control-room/lever-scenes.ts';
import { runUpScenes } from './control-room/run-up-scenes.ts';
import { saleScenes } from './control-room/sale-scenes.ts';
import { controlScenes, controlTheatres } from './control-room/scenes.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

/*
 * The control room by axe and by keyboard, at the width of a phone and of a desk, by day and by night. The parts of the run-up
 * and of fans are gone through by axe in the tests of theirs.
 */

const path = findBrowser();
const { 'hall-stopped': _, ...ofSale } = saleScenes;
const scenes = { ...controlScenes, ...leverScenes, ...ofSale, ...answersScenes };
const { 'fans-form': fansForm, 'fans-waiting': fansWaiting } = fansScenes;
const parts = ['picture', 'sale', 'fans', 'plan', 'risks', 'go', 'answers'] as const;

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

  const walked = { ...scenes, ...fansScenes, ...runUpScenes };
  test.each([
    ...['control-morning', 'levers-turn', 'levers-message', 'levers-asked', 'sale-stop', 'sale-methods'],
    ...['fans-form', 'fans-waiting', 'fans-order', 'run-up-plan', 'run-up-form', 'risks', 'risk-form', 'go-red'],
    ...['control-answers', 'control-away', 'levers-away'],
  ])('whatever can be pressed in %s is reached by the Tab key, is seen then, and shows that it is', async (name) => {
    const { page } = desk;
    await walked[name]?.({ page, theatre });
    await page.setViewportSize({ width: 1280, height: 800 });
    const { missed, hidden, unmarked } = await walkByKeyboard(page);
    expect({ missed, hidden, unmarked }).toEqual({ missed: [], hidden: [], unmarked: [] });
  });

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

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** From the top of the page once around by the Tab key: what it did not reach, what was out of sight, what had no mark. */
async function walkByKeyboard(page: Page) {
  const first = await page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
    ];
    const isOffered = (one: HTMLElement) =>
      one.checkVisibility({ visibilityProperty: true }) && !(one as HTMLButtonElement).disabled && one.tabIndex >= 0;
    // Of radio buttons with one name Tab reaches one: arrows lead to the others.
    const radios = new Set<string>();
    for (const [at, one] of stops.filter(isOffered).entries()) {
      const { type, name } = one as HTMLInputElement;
      if (type === 'radio' && radios.has(name)) continue;
      if (type === 'radio') radios.add(name);
      one.dataset.stop = type === 'radio' ? `radio-${name}` : `${at}`;
    }
    for (const one of stops) {
      const { type, name } = one as HTMLInputElement;
      if (type === 'radio') one.dataset.stop = `radio-${name}`;
    }
    // Tab goes on from where the focus was last, which may be in the middle of the page.
    const begin = stops.find(isOffered);
    begin?.focus();
    return begin?.dataset.stop ?? '';
  });
  const reached = new Set([first]);
  const hidden: string[] = [];
  const unmarked: string[] = [];
  for (let pressed = 0; pressed < 600; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      if (!one || one === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const { left, top, width, height } = one.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
      return {
        stop: one.dataset.stop ?? '',
        what: `${one.tagName} ${(one.textContent || one.getAttribute('name') || one.id).slice(0, 40)}`,
        isSeen: above !== null && (one.contains(above) || above.contains(one)),
        isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!at || (at.stop !== '' && reached.has(at.stop))) break;
    reached.add(at.stop);
    if (!at.isSeen) hidden.push(at.what);
    if (!at.isMarked) unmarked.push(at.what);
  }
  const missed = await page.evaluate(
    (known) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !known.includes(one.dataset.stop ?? ''))
        .map((one) => `${one.tagName} ${(one.textContent || one.getAttribute('name') || one.id).slice(0, 40)}`),
    [...reached],
  );
  return { missed, hidden, unmarked };
}
