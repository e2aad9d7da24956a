import { beforeEach, describe, expect, test } from '@jest/globals';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { forged } from '../../../forged.ts';
import { anOpening, aVoucher, claimed, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
let stage: SmallStage;
/** By position, from 1. */
let receipts: string[];
let fans: string[];

/** Twenty fans, room for five; the first has had a turn that is over, and everybody else wants one. */
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
  receipts = [];
  fans = [];
  const all = [];
  for (let fan = 0; fan < 20; fan += 1) all.push(joined(await stage.join(fan)));
  stage.now = opensAt;
  await stage.tick();
  for (const { receipt, place } of all) {
    const position = stage.position(place) as number;
    receipts[position] = receipt;
    fans[position] = place.fan;
  }
  claimed(await claim());
  await stage.run(opensAt + 4 * minute);
});
const claim = (voucher?: string, position = 1) => stage.claim(receipts[position], onSale, voucher);
const voucher = (more: Parameters<typeof aVoucher>[2] = {}) => aVoucher(fans[1] as string, '1', more);
const shoppers = () => stage.shoppers();

test('without one they wait until there is room; with one they are in at once, on top of the dial, and counted', async () => {
  expect(await claim()).toMatchObject({ refusal: 'room-full' });
  const before = (await shoppers()).vouchers;
  expect(claimed(await claim(voucher()))).toMatchObject({ how: 'voucher', read: { i: '2' } });
  expect((await shoppers()).vouchers).toBe(before + 1);
});

test('also while the line is paused, but not after the end', async () => {
  await turnDials(stage.stores, { onSale, dials: { paused: true } }, stage.now);
  await stage.run(stage.now + 5000);
  expect(claimed(await claim(voucher())).how).toBe('voucher');
  stage.now = anOpening().closesAt;
  expect(await claim(aVoucher(fans[1] as string, '2', { x: stage.now }))).toMatchObject({ refusal: 'line-closed' });
});

test('one voucher, one pass, from however many devices', async () => {
  const mine = voucher();
  const passes = await Promise.all(Array.from({ length: 10 }, () => claim(mine)));
  expect(new Set(passes.map((outcome) => claimed(outcome).pass)).size).toBe(1);
  expect((await shoppers()).vouchers).toBe(1);
  await stage.leave(receipts[1]);
  expect(await claim(mine)).toMatchObject({ refusal: 'voucher-wrong' });
});

/** A turn for a voucher, until it is over. */
const another = async (lastPass: number) => {
  const { expiresAt } = claimed(await claim(aVoucher(fans[1] as string, `${lastPass}`, { x: stage.now / 1000 + 60 })));
  await stage.run(expiresAt + 1000);
};

test('two of one fan are honoured in a line, and as many as operations say', async () => {
  // While it is paused nobody comes back by themselves.
  await turnDials(stage.stores, { onSale, dials: { paused: true } }, stage.now);
  await stage.run(stage.now + 5000);
  await another(1);
  await another(2);
  const third = aVoucher(fans[1] as string, '3', { x: stage.now / 1000 + 60 });
  expect(await claim(third)).toMatchObject({ refusal: 'voucher-wrong' });
  await turnDials(stage.stores, { onSale, dials: { vouchersPerFan: 3 } }, stage.now);
  await stage.run(stage.now + 5000);
  expect(claimed(await claim(third))).toMatchObject({ how: 'voucher', read: { i: '4' } });
});

test('while the spoilt pass still runs it is shown again, and the voucher is kept for later', async () => {
  const mine = aVoucher(fans[1] as string, '2');
  const second = claimed(await claim(voucher()));
  expect(claimed(await claim(mine))).toMatchObject({ pass: second.pass, how: 'again' });
  await stage.run(second.expiresAt + 1000);
  expect(claimed(await claim(mine))).toMatchObject({ how: 'voucher', read: { i: '3' } });
});

describe('what does not let in', () => {
  const wrongs: readonly [string, () => string][] = [
    ['forged', () => forged(voucher())],
    ['not one of ours at all', () => 'v1.a.e30.x'],
    ['of another kind', () => voucher().replace('v1.', 'p1.')],
    ['of another fan', () => aVoucher(fans[2] as string, '1')],
    ['for another on-sale', () => voucher({ o: 'public' })],
    ['for a pass that is not the last', () => voucher({ i: '2' })],
    ['over', () => voucher({ x: stage.now / 1000 })],
  ];
  test.each(wrongs)('a voucher %s', async (_, wrong) => {
    expect(await claim(wrong())).toMatchObject({ refusal: 'voucher-wrong', retryAfterMs: 10_000 });
    expect(await shoppers()).toMatchObject({ vouchers: 0 });
  });

  test.each(wrongs)('a voucher %s takes nothing from who is let in without it', async (_, wrong) => {
    const last = (await stage.line()).progress.calledUpTo;
    expect(claimed(await claim(wrong(), last)).how).toBe('on-time');
  });

  test('the right voucher, before the first turn or for a place that was removed', async () => {
    const last = (await stage.line()).progress.calledUpTo;
    expect(await claim(aVoucher(fans[last + 1] as string, '1'), last + 1)).toMatchObject({ refusal: 'not-your-turn' });
    await stage.judge(fans[1] as string, 'remove');
    expect(await claim(voucher())).toMatchObject({ refusal: 'place-removed' });
  });
});

test('of the slower lane, too: the error was ours', async () => {
  await stage.judge(fans[1] as string, 'slow');
  expect(await claim()).toMatchObject({ refusal: 'slower-lane' });
  expect(claimed(await claim(voucher())).how).toBe('voucher');
});
