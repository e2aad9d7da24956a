import { beforeEach, describe, expect, test } from '@jest/globals';
import { findBrowser } from '../../browser.ts';
import { evenings } from '../evening.ts';
import { receiptIn } from '../order/scenes.ts';
import type { Theatre } from '../theatre/theatre.ts';
import { comeBack, joinAsFriend, type Visit } from '../visitor.ts';
import { headsKept, scenes } from './scenes.ts';

const path = findBrowser();

(path ? describe : describe.skip)('what a page keeps of the board', () => {
  const evening = evenings();
  let theatre: Theatre;
  let fan: Visit;

  beforeEach(() => {
    ({ theatre, fan } = evening);
  });

  test('is a head from before the draw, which the check page then computes from the files of now', async () => {
    const { page } = fan;
    await joinAsFriend(page, theatre.base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const kept = await headsKept(page);
    expect(kept).toMatchObject([theatre.friends.board.ledger]);
    await theatre.friends.draw();
    await comeBack(page);
    await page.locator('.bill-number').waitFor();
    await theatre.stage.operators.turn('friends', { paused: true });
    await theatre.friends.tick();
    await comeBack(page);
    await page.locator('.bill-wait', { hasText: 'The line is paused' }).waitFor();
    expect(theatre.friends.board.ledger.n).toBeGreaterThan(kept[0]?.n ?? 0);
    expect((await headsKept(page)).map(({ head }) => head)).toEqual([kept[0]?.head]);
    expect(await page.getByText('What this line published has changed').count()).toBe(0);
    await page.getByRole('link', { name: 'Check my place' }).click();
    await page.getByText('What this browser kept from before is what is published now').waitFor();
  });

  test('is held against a board that was written anew: the fan is told, and led to the check page, which names it', async () => {
    const { page } = fan;
    await scenes.rewritten?.({ page, theatre });
    expect(await headsKept(page)).toHaveLength(2);
    // Neither a board that looks right again nor a reload makes it undone.
    await page.reload();
    await page.getByText('What this line published has changed').waitFor();
    await page.getByRole('link', { name: 'Check my place' }).click();
    await page.locator('.slip-bad').waitFor();
    await page.getByText('this browser saw another hash').first().waitFor();
  });

  test('a receipt that is not in the roll is kept as a proof, and its fan joins again', async () => {
    const { page } = fan;
    await scenes['not-in-roll']?.({ page, theatre });
    const proof = await receiptIn(page);
    expect(await page.getByRole('button', { name: 'Leave the line' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Join again' }).click();
    await page.getByLabel('Member number').fill('A1001');
    await page.getByLabel('Postcode').fill('PO19 6AP');
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('link', { name: 'Choose' }).waitFor();
    expect(await receiptIn(page)).not.toBe(proof);
    await page.goto(`${theatre.base}/check?on-sale=friends`);
    await page.getByRole('button', { name: 'Check another receipt' }).click();
    expect(await page.getByLabel('Your receipt').inputValue()).toBe(proof);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('The roll does not have you where your receipt says').waitFor();
  });
});
