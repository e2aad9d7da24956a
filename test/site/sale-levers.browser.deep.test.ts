import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { published } from '../../contracts/paths.ts';
import type { SaleFile } from '../../contracts/sale-levers.ts';
import { auditMark } from '../../lambdas/foundation/staff/audit-store.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { takeStop } from './control-room/sale-scenes.ts';
import { turnLever } from './theatre/sale.ts';
import { personOfRole, signInAs } from './theatre/staff.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the levers of the sale', () => {
  let browser: Browser;
  let theatre: Theatre;
  let desk: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite(), opensIn: -1 });
    desk = await visit(browser, { width: 1280 });
    await signInAs(desk.page, theatre, 'ops');
    await desk.page.goto(`${theatre.base}/control-room?on-sale=friends#sale`);
    await desk.page.locator('.sale-table').waitFor();
  });
  afterEach(async () => {
    expect(desk.complaints).toEqual([]);
    await desk.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const file = () => theatre.stage.platform.published<SaleFile>(published.sale('friends'));

  test('stop a performance by keyboard alone, with its effect first; a fan in the hall sees it, and it goes on', async () => {
    const { page } = desk;
    await page.locator('#choose-lear-3').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Stop selling …' }).press('Enter');
    await page.getByText('852 seats stay unsold').waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1280, height: 800 });
    // Without a reason it says what is missing, and nothing is turned.
    await page.getByRole('button', { name: 'Stop selling it' }).press('Enter');
    await page.getByText('Say why').waitFor();
    expect(file()).toBeUndefined();
    await page.getByLabel('Why').fill('A lamp fell in the circle');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing new of it is sold').waitFor();
    expect(file()).toMatchObject({ stopped: ['lear-3'] });
    const { entries } = await theatre.stage.platform.stores.audit.page(9);
    expect(entries).toMatchObject([{ act: 'stop-selling', person: personOfRole('ops').email }]);
    expect(entries.map(auditMark)).toHaveLength(1);

    await turnLever(theatre, 'ops', 'public', {
      ...{ act: 'stop', performances: ['lear-3'], reason: 'the same lamp', key: 'public-key-1', seen: 0 },
    } as const);
    const fan = await visit(browser, { width: 360 });
    await fan.page.goto(`${theatre.base}/hall?performance=lear-3`);
    await fan.page.getByText('Not on sale at the moment').waitFor();
    await expectAccessible(fan.page);
    await page.locator('#choose-lear-3').check();
    await page.getByRole('button', { name: 'Sell on …' }).click();
    await page.getByLabel('Why').fill('The lamp hangs again');
    await page.getByRole('button', { name: 'Sell it on' }).click();
    await page.getByText('On sale again').waitFor();
    await fan.page.getByText('Not on sale at the moment').waitFor({ state: 'hidden' });
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
  });

  test('show a person what another turned meanwhile, and ask again', async () => {
    const { page } = desk;
    await takeStop(page);
    await page.getByLabel('Why').fill('A lamp fell');
    await turnLever(theatre, 'box-office-supervisor', 'friends', {
      ...{ act: 'limit', seatsPerFan: 3, reason: 'so that it lasts', key: 'other-key-1', seen: 0 },
    } as const);
    await page.getByRole('button', { name: 'Stop selling it' }).click();
    await page.getByText('Somebody turned a lever meanwhile').waitFor();
    await page.getByRole('alert').getByText('so that it lasts').waitFor();
    expect(file()).toMatchObject({ version: 1, stopped: [] });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have seen it' }).click();
    await page.getByRole('button', { name: 'Stop selling it' }).click();
    await page.getByText('Nothing new of it is sold').waitFor();
    expect(file()).toMatchObject({ version: 2, stopped: ['lear-3'], seatsPerFan: 3 });
  });
});
