import { beforeEach, describe, expect, test } from '@jest/globals';
import { findBrowser } from '../../browser.ts';
import { evenings } from '../evening.ts';
import { orderOf } from '../theatre/orders.ts';
import type { Theatre } from '../theatre/theatre.ts';
import { comeBack, expectAccessible, type Visit, visit } from '../visitor.ts';
import { code, orderAndLose, receiptIn, scenes } from './scenes.ts';

const path = findBrowser();

(path ? describe : describe.skip)('a fan who lost the page of an order', () => {
  const evening = evenings({ width: 360 });
  let theatre: Theatre;
  let fan: Visit;

  beforeEach(() => {
    ({ theatre, fan } = evening);
  });

  test.each(Object.keys(scenes).filter((name) => name.startsWith('find-')))('%s, by axe', async (name) => {
    await scenes[name]?.({ page: fan.page, theatre });
    await expectAccessible(fan.page);
    expect(await fan.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('finds it from the line page, after the pass has ended', async () => {
    const { page } = fan;
    await orderAndLose({ page, theatre });
    theatre.time.pass(16 * 60_000);
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByText('Thank you: your order is made').waitFor();
    await page.getByRole('link', { name: 'Find my order' }).click();
    await page.getByRole('link', { name: 'Open this order' }).click();
    await code({ page }).waitFor();
    expect(page.url()).not.toContain('key');
    const { order } = await orderOf(theatre);
    expect(await page.evaluate((id) => localStorage.getItem(`stampede.order.${id}`), order)).toBeTruthy();
  });

  test('finds it from the line page, when the line is over, and while the time to shop still runs', async () => {
    const { page } = fan;
    await orderAndLose({ page, theatre });
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByRole('link', { name: 'Find my order' }).waitFor();
    theatre.time.pass(8 * 24 * 60 * 60_000);
    await theatre.friends.tick();
    await comeBack(page);
    await page.getByText('This on-sale is over').last().waitFor();
    await page.getByRole('link', { name: 'Find my order' }).click();
    await page
      .getByText((await orderOf(theatre)).reference)
      .first()
      .waitFor();
  });

  test('finds it from the season page on another phone, by the receipt', async () => {
    const { page } = fan;
    await orderAndLose({ page, theatre });
    const receipt = await receiptIn(page);
    const other = await visit(evening.browser);
    await other.page.goto(theatre.base);
    await other.page.getByRole('link', { name: 'Find my order' }).click();
    await other.page.getByRole('button', { name: 'Find my order' }).click();
    await other.page.getByText('paste a receipt').waitFor();
    expect(await other.page.evaluate(() => document.activeElement?.id)).toBe('receipt');
    await other.page.getByLabel('Your receipt').fill(`  ${receipt.slice(0, 100)}\n${receipt.slice(100)} `);
    await other.page.getByRole('button', { name: 'Find my order' }).click();
    await other.page.getByRole('link', { name: 'Open this order' }).click();
    await code(other).waitFor();
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test('an order that this browser has no key to opens by itself where the receipt finds it', async () => {
    const { page } = fan;
    await orderAndLose({ page, theatre });
    const { order } = await orderOf(theatre);
    await page.goto(`${theatre.base}/order?id=${order}`);
    await code({ page }).waitFor();
  });

  test('finds it after “I have finished shopping” too: the receipt stays, and nobody is let in again unasked', async () => {
    const { page } = fan;
    await orderAndLose({ page, theatre });
    const { order } = await orderOf(theatre);
    await page.goto(`${theatre.base}/order?id=${order}`);
    await page.getByRole('button', { name: 'I have finished shopping' }).click();
    await page.getByText('Thank you').waitFor();
    await page.goto(`${theatre.base}/line?on-sale=friends`);
    await page.getByText('Thank you: your order is made').waitFor();
    await page.getByRole('link', { name: 'Find my order' }).click();
    await page.getByRole('link', { name: 'Open this order' }).waitFor();
  });

  test('a theatre that does not answer is asked again by a button, and then answers', async () => {
    const { page } = fan;
    await scenes['find-unreachable']?.({ page, theatre });
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('We have no order of this place').waitFor();
  });
});
