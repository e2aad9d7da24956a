import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import { languages } from '../../contracts/languages.ts';
import type { StaffRole } from '../../contracts/staff.ts';
import { type StaffBook, staffBookPath } from '../../lambdas/foundation/staff/staff-book.ts';
import { olga } from '../../simulation/stage/platform.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { personOfRole, type StaffOf, signInAs, staffOf } from './theatre/staff.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the page of the house', () => {
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
    expect(desk.complaints).toEqual([]);
    await desk.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const openAs = async (role: StaffRole | 'nobody', part = '', of: StaffOf = {}) => {
    await signInAs(desk.page, theatre, role, of);
    await desk.page.goto(`${theatre.base}/staff${part}`);
  };
  const grantsOf = (email: string) =>
    (theatre.stage.platform.staffFiles.get(staffBookPath) as StaffBook).people.find((one) => one.email === email)
      ?.grants;
  const narrow = async () => {
    await desk.page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(desk.page);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  };

  test('says what somebody may do, for what and until when, and opens those tools alone', async () => {
    const { page } = desk;
    await openAs('nobody');
    await page.getByText('You have no role here').waitFor();
    await page.getByText(`Ask an owner of this house to give ${personOfRole('nobody').email} a role.`).waitFor();
    const tools = page.getByRole('navigation', { name: 'Your tools' });
    expect(await tools.count()).toBe(0);
    await narrow();
    const until = Date.UTC(2027, 5, 4, 22, 30);
    await openAs('box-office', '', { scope: { of: 'show', id: 'lear' }, until });
    await page.getByText('Show: King Lear').waitFor();
    await page.getByText('until Fri 4 Jun, 23:30').waitFor();
    await page.getByText(/^May read orders, see who bought, change orders and take payments, see how a line/).waitFor();
    expect(await tools.getByRole('link').allTextContents()).toEqual(['Control room', 'Order book']);
    await openAs('auditor');
    await tools.waitFor();
    expect(await tools.getByRole('link').allTextContents()).toEqual(['Control room', 'Order book', 'Who did what']);
    await openAs('auditor', '#people');
    await page.getByText('Your role does not allow this').waitFor();
    await narrow();
  });

  test('lets an owner invite, grant and take away; what is wrong stands at its field', async () => {
    const { page } = desk;
    await openAs('owner');
    await page.getByRole('link', { name: 'People and roles' }).click();
    await page.getByRole('heading', { name: 'People and roles' }).waitFor();
    await page.getByRole('heading', { name: olga.name }).waitFor();
    await page.getByText('By the settings of this site').waitFor();
    await expectAccessible(page);

    // By the keyboard alone: the form opens with the focus in its first field.
    await page.getByRole('button', { name: 'Give a role' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('E-mail address').waitFor();
    expect(await page.getByLabel('E-mail address').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('greta@example');
    await page.keyboard.press('Enter');
    await page.getByText('Type an e-mail address such as').waitFor();
    await page.getByLabel('E-mail address').fill('Greta@Example.org');
    await page.getByLabel('Role', { exact: true }).selectOption('box-office-supervisor');
    await page.getByText('pair devices with a door').first().waitFor();
    await page.getByLabel('What for').selectOption('performance');
    await page.getByLabel('Until a day and a time').check();
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('Choose one of them').waitFor();
    await page.getByText('Choose a day and a time').waitFor();
    await narrow();
    await page.getByLabel('Which one').selectOption('lear-3');
    await page.getByLabel('Day', { exact: true }).fill('2020-01-01');
    await page.getByLabel('Time', { exact: true }).fill('23:30');
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('still to come').waitFor();
    await page.getByLabel('Day', { exact: true }).fill('2027-06-04');
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('greta@example.org has a new role').waitFor();
    expect(grantsOf('greta@example.org')).toMatchObject([
      {
        role: 'box-office-supervisor',
        scope: { of: 'performance', id: 'lear-3' },
        until: Date.UTC(2027, 5, 4, 22, 30),
        grantedBy: personOfRole('owner').email,
      },
    ]);
    await page.getByText('invited, not signed in yet').waitFor();

    // Another role of the same person, and both away again, each after a question.
    await page.getByRole('button', { name: 'Another role for greta@example.org' }).click();
    await page.getByLabel('What for').selectOption('allocation');
    await page.getByLabel('Name of the allocation').fill('Spon sor');
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('Use small letters').waitFor();
    await page.getByLabel('Name of the allocation').fill('sponsor');
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByText('Allocation: sponsor').first().waitFor();
    await page.getByLabel('Search the people').fill('supervisor lear');
    expect(await page.locator('.person').count()).toBe(1);
    await page.getByRole('button', { name: /^Take away a role of greta.*sponsor/ }).click();
    await page.getByText('Take this role away from greta@example.org').waitFor();
    await narrow();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: /^Take away a role of greta.*sponsor/ }).click();
    await page.getByRole('button', { name: 'Yes, take it away' }).click();
    await page.getByText('A role of greta@example.org is gone').waitFor();
    expect(grantsOf('greta@example.org')).toHaveLength(1);
    await page.getByRole('button', { name: 'Remove greta@example.org' }).click();
    await page.getByRole('button', { name: 'Yes, remove' }).click();
    await page.getByText('has no role here any more').waitFor();
    expect(grantsOf('greta@example.org')).toBeUndefined();
    await page.getByText('Nobody matches').waitFor();

    // All of it is in the record.
    await page.getByRole('link', { name: 'For the house' }).click();
    await page.getByRole('link', { name: 'Who did what' }).click();
    await page.getByRole('cell', { name: 'removed a person' }).waitFor();
    expect(await page.locator('.record tbody tr').count()).toBe(4);
    await expectAccessible(page);
    await narrow();
  });

  test('is no dead end when the platform does not answer', async () => {
    const { page } = desk;
    theatre.faults.broken.set(api('GET staff/people').url, 4);
    await openAs('owner', '#people');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByRole('button', { name: 'Give a role' }).waitFor();
    theatre.faults.broken.set(api('GET staff/audit').url, 4);
    await openAs('owner', '#audit');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Nothing was written down yet').waitFor();
    await narrow();
  });

  test('reads the record a page at a time, and searches what it read', async () => {
    const { page } = desk;
    const { audit } = theatre.stage.platform.stores;
    const at = Date.UTC(2027, 5, 4, 18, 30);
    for (let n = 0; n < 120; n += 1)
      await audit.add({
        id: `entry${`${n}`.padStart(10, '0')}`,
        happenedAt: at + n * 60_000,
        person: n === 3 ? 'ingrid.vogel@example.org' : 'dafydd.pryce@example.org',
        act: n === 3 ? 'cancel' : 'read-order',
        on: `ABCD-${n}`,
        ...(n === 3 && { note: 'The tour bus broke down.' }),
      });
    await openAs('auditor', '#audit');
    await page.getByText('Fri 4 Jun, 21:29').waitFor();
    const rows = page.locator('.record tbody tr');
    const first = await rows.count();
    expect(first).toBeGreaterThan(0);
    await page.getByLabel('Search what was read').fill('tour bus');
    await page.getByText('Older entries may.').waitFor();
    while ((await rows.count()) === 0) {
      const before = await page.getByRole('status').textContent();
      await page.getByRole('button', { name: 'Older entries' }).click();
      await page.waitForFunction((said) => document.querySelector('[role=status]')?.textContent !== said, before);
    }
    expect(await rows.first().textContent()).toMatch(/19:33.*ingrid\.vogel.*cancelled an order.*ABCD-3.*tour bus/);
    await expectAccessible(page);
    await narrow();
  });

  test.each(languages.filter((language) => language !== 'en'))('fits a phone in %s', async (language) => {
    const { page } = desk;
    staffOf(theatre.stage, 'box-office-supervisor', { scope: { of: 'performance', id: 'lear-3' } });
    await signInAs(page, theatre, 'owner');
    await page.setViewportSize({ width: 360, height: 800 });
    for (const part of ['', '#people', '#audit']) {
      await page.goto(`${theatre.base}/staff?lang=${language}${part}`);
      await page.locator('.own-grants .grant, .person, .audit .notice').first().waitFor();
      if (part === '#people') await page.locator('#give').click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      // A part is its own page: without this the next address is the same document.
      await page.goto(`${theatre.base}/robots.txt`);
    }
  });
});
