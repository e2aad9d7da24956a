import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { expectAccessible, visit } from '../site/visitor.ts';
import { member, openPlayhouse, type Playhouse } from './running.ts';

/*
 * A person's whole way, in a browser, on the templates as they deploy: from the season to a ticket at the
 * width of a phone and of a desk, with the real content security policy.
 */

const path = findBrowser();

(path ? describe : describe.skip)('from the season to a ticket', () => {
  let browser: Browser;
  let house: Playhouse;

  beforeAll(async () => {
    [browser, house] = await Promise.all([openBrowser(path as string), openPlayhouse()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  test.each([
    { width: 360, n: 350, pay: /box office/i },
    { width: 1280, n: 351, pay: /pretend card/i },
  ])('at $width pixels', async ({ width, n, pay }) => {
    const night = house.night();
    const { page, context, complaints } = await visit(browser, { width });
    const { member: number, postcode } = member(n);
    await page.goto(`${house.site}/`);
    await page.getByText('The Tide').first().waitFor();
    await page
      .getByRole('link', { name: /^(Join|Go to|To) .*Friends’ booking/ })
      .first()
      .click();
    await page.getByLabel('Member number').fill(number);
    await page.getByLabel('Postcode').fill(postcode);
    await page.getByRole('button', { name: 'Take a place' }).click();

    await page.getByRole('link', { name: /^Choose (a show|your seats)/ }).waitFor();
    await expectAccessible(page);
    await page.goto(`${house.site}/hall?performance=${night}`);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('heading', { name: 'Held for you' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Held for you' }).waitFor();
    expect(await page.locator('.held li').count()).toBe(2);
    await page.getByRole('link', { name: 'Check out' }).click();

    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel(pay).check();
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(await page.getByRole('img', { name: /^Ticket code/ }).count()).toBe(2);
    await page.getByRole('button', { name: 'I have finished shopping' }).click();
    await page.getByText('Thank you').waitFor();

    await page.goto(`${house.site}/order-book`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: /Dafydd Pryce/ }).click();
    await page.getByText('Ada Byron').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('an address that is none says so, as a page of this house', async () => {
    const { page, context } = await visit(browser, { width: 360 });
    const answer = await page.goto(`${house.site}/no-such-page`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('link', { name: /season/ }).click();
    await page.getByText('The Tide').first().waitFor();
    await context.close();
  });
});
