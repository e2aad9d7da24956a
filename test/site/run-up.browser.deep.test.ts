import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { published } from '../../contracts/paths.ts';
import type { RunUp } from '../../contracts/run-up.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { openPart, runUpScenes } from './control-room/run-up-scenes.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the run-up in the control room', () => {
  let browser: Browser;
  let theatre: Theatre;
  let desk: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite() });
    desk = await visit(browser, { width: 1280 });
  });
  afterEach(async () => {
    await desk.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const kept = () => theatre.stage.platform.runUpFiles.get('/run-up/on-sales/friends.json') as RunUp;
  const scene = (name: string) => runUpScenes[name]?.({ page: desk.page, theatre });

  test.each(Object.keys(runUpScenes))('%s is accessible at a desk and on a phone', async (name) => {
    await scene(name);
    const { page } = desk;
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('a row is ticked off by keyboard, and another person’s change is shown to the second', async () => {
    await scene('run-up-plan');
    const { page } = desk;
    const row = page.getByRole('checkbox', { name: /Season announced/ });
    await row.focus();
    await page.keyboard.press('Space');
    await page.getByText('Saved.').waitFor();
    expect(kept().plan.find(({ action }) => action === 'Season announced')?.done).toBe(true);

    await page.getByRole('button', { name: /^Change: .*General booking opens/ }).click();
    const runUp = kept();
    const plan = runUp.plan.map((item) =>
      item.action === 'General booking opens' ? { ...item, owner: 'web', version: runUp.version + 1 } : item,
    );
    theatre.stage.platform.runUpFiles.set('/run-up/on-sales/friends.json', {
      ...runUp,
      plan,
      version: runUp.version + 1,
    });
    await page.getByLabel('Who sees to it').fill('box office');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else changed this meanwhile').waitFor();
    await page.locator('.run-up-row', { hasText: 'General booking opens' }).getByText('web').waitFor();
    expect(kept().plan.find(({ action }) => action === 'General booking opens')?.owner).toBe('web');
  });

  test('the freeze that the plan means is set, and publishing refuses from then on; an owner lifts it', async () => {
    const { page } = desk;
    await openPart({ page, theatre }, 'ops', 'plan');
    await page.getByRole('button', { name: 'Set the freeze' }).click();
    await page.getByRole('button', { name: 'Set the freeze' }).last().click();
    await page.getByText(/^Frozen until/).waitFor();
    await page.getByText('Only an owner can lift it.').waitFor();
    await expect(theatre.stage.operators.publish(theatre.season, [theatre.plan])).rejects.toThrow(
      'the house is frozen',
    );
    await openPart({ page, theatre }, 'owner', 'plan');
    await page.reload();
    await page.getByRole('button', { name: 'Lift it' }).click();
    await page.getByLabel('Why').fill('The price of the balcony was wrong');
    await page.getByRole('button', { name: 'Lift the freeze' }).click();
    await page.getByText(/^Lifted until/).waitFor();
    await page.getByText('The price of the balcony was wrong').waitFor();
    await theatre.stage.operators.publish(theatre.season, [theatre.plan]);
    expect(JSON.stringify(theatre.stage.platform.files.get(published.freeze()))).not.toContain('balcony');
  });

  test('go is said once all is green, and stands in the line’s public ledger by role', async () => {
    await scene('go-said');
    const { page } = desk;
    const acts = async () => (await theatre.stage.platform.stores.lines.read('friends'))?.acts ?? [];
    const inLedger = JSON.stringify([...theatre.stage.platform.files].filter(([name]) => name.includes('/ledger/')));
    expect(`${JSON.stringify(await acts())} ${inLedger}`).toMatch(/go-said/);
    expect(inLedger).not.toContain('@');
    await page.getByRole('button', { name: 'No go' }).click();
    await page.getByText('Say why: something is not green, or it is no go.').waitFor();
  });
});
