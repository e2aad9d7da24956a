import { beforeEach, describe, expect, test } from '@jest/globals';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { claimed, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
let stage: SmallStage;
/** By position, from 1. */
let receipts: string[];

/** Twenty fans and room for five. Passes last three minutes; the first fan has one from the doors on. */
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
  const all = [];
  for (let fan = 0; fan < 20; fan += 1) all.push(joined(await stage.join(fan)));
  await stage.run(opensAt);
  receipts = [];
  for (const { receipt, place } of all) receipts[stage.position(place) as number] = receipt;
  expect(claimed(await claim())).toMatchObject({ how: 'on-time', read: { i: '1' } });
});

const claim = (position = 1) => stage.claim(receipts[position], onSale);
const vouchers = async () => (await stage.shoppers()).vouchers;

/** Everybody is away for that time, and the line is paused as they come back. */
async function awayFor(from: number, to: number): Promise<void> {
  await turnDials(stage.stores, { onSale, dials: { paused: true }, reason: 'a test' }, from);
  stage.now = to;
  await turnDials(stage.stores, { onSale, dials: {}, away: { from, to }, reason: 'a test' }, to);
  await stage.run(stage.now + 2000);
}

test('a turn that ended while everybody was away is given once more, in full, on top of the dial', async () => {
  await awayFor(opensAt + minute, opensAt + 10 * minute);
  const again = claimed(await claim());
  expect(again).toMatchObject({ how: 'voucher', read: { i: '2' } });
  expect(again.expiresAt).toBeGreaterThanOrEqual(stage.now + 3 * minute);
  expect(await vouchers()).toBe(1);
  expect(claimed(await claim())).toMatchObject({ how: 'again', pass: again.pass });

  await stage.run(again.expiresAt + 1000);
  expect(await claim()).toMatchObject({ refusal: 'room-full' });
  expect(await vouchers()).toBe(1);
});

test('of ten devices at once all get the same one', async () => {
  await awayFor(opensAt + minute, opensAt + 10 * minute);
  const passes = await Promise.all(Array.from({ length: 10 }, () => claim()));
  expect(new Set(passes.map((outcome) => claimed(outcome).pass)).size).toBe(1);
  expect(await vouchers()).toBe(1);
});

test('a turn that lost time and still runs is used to its end, and then given once more', async () => {
  await awayFor(opensAt + minute, opensAt + 2 * minute);
  const first = claimed(await claim());
  expect(first).toMatchObject({ how: 'again', read: { i: '1' } });
  await stage.run(first.expiresAt);
  expect(claimed(await claim())).toMatchObject({ how: 'voucher', read: { i: '2' } });
});

test('a second time away gives the second turn once more', async () => {
  await awayFor(opensAt + minute, opensAt + 10 * minute);
  const second = claimed(await claim());
  await awayFor(second.expiresAt - minute, second.expiresAt + minute);
  expect(claimed(await claim())).toMatchObject({ how: 'voucher', read: { i: '3' } });
  expect((await stage.line()).aways).toHaveLength(2);
});

describe('no turn is given once more', () => {
  test('that was over before', async () => {
    await stage.run(opensAt + 4 * minute);
    await awayFor(opensAt + 4 * minute, opensAt + 10 * minute);
    expect(await claim()).toMatchObject({ refusal: 'room-full' });
  });

  test('that the fan gave back', async () => {
    await stage.leave(receipts[1]);
    await awayFor(opensAt + minute, opensAt + 10 * minute);
    expect(await claim()).not.toMatchObject({ ok: true });
    expect(await vouchers()).toBe(0);
  });

  test('that began when everybody was back', async () => {
    await awayFor(opensAt + 20_000, opensAt + 40_000);
    await turnDials(stage.stores, { onSale, dials: { paused: false } }, stage.now);
    await stage.run(stage.now + 5000);
    const later = claimed(await claim(2));
    await turnDials(stage.stores, { onSale, dials: { paused: true } }, stage.now);
    await stage.run(later.expiresAt + 1000);
    expect(await claim(2)).toMatchObject({ refusal: 'room-full' });
  });

  test('to a fan who comes for it half an hour later', async () => {
    const to = opensAt + 10 * minute;
    await awayFor(opensAt + minute, to);
    await stage.run(to + 30 * minute - 1);
    expect(claimed(await claim()).how).toBe('voucher');
    await awayFor(stage.now, stage.now + 10 * minute);
    stage.now += 30 * minute;
    expect(await claim()).not.toMatchObject({ ok: true });
  });

  test('to a fan who had none', async () => {
    await awayFor(opensAt + minute, opensAt + 10 * minute);
    expect(await claim(2)).toMatchObject({ refusal: 'late-next' });
    expect(await claim(19)).toMatchObject({ refusal: 'not-your-turn' });
  });
});
