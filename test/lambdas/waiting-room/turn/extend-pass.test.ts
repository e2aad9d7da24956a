import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Need } from '../../../../contracts/line-requests.ts';
import type { Refusal } from '../../../../contracts/refusals.ts';
import { afterEndMs, afterExpiryMs } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import type { ExtendOutcome } from '../../../../lambdas/waiting-room/turn/extend-pass.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { asVisitor, aVoucher, claimed, faulty, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

const minute = 60_000;
let stage: SmallStage;
let receipt: string;
let fan: string;

/** One fan who shops, with a pass of three minutes. */
async function shopping(needs?: Need[]): Promise<void> {
  stage = new SmallStage();
  await stage.open();
  const asked = asVisitor(1, stage.now);
  const given = joined(await stage.joinAs({ ...asked, ...(needs && { needs }) }));
  receipt = given.receipt;
  fan = given.place.fan;
  stage.now = opensAt;
  await stage.tick();
  claimed(await stage.claim(receipt));
}
beforeEach(() => shopping());

function extended(outcome: ExtendOutcome | Refusal) {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal}`);
  return outcome.claimed;
}
const shoppers = () => stage.shoppers();
const pass = async () => (await stage.stores.fans.read(onSale, fan))?.pass;

describe('more time', () => {
  test('is half of the pass, once, on the same pass', async () => {
    const first = claimed(await stage.claim(receipt));
    expect(first.extensions).toBe(1);
    const later = extended(await stage.extend(receipt));
    expect(later).toMatchObject({ position: 1, expiresAt: first.expiresAt + 2 * minute, extensions: 0 });
    const now = claimed(await stage.claim(receipt));
    expect(now).toMatchObject({ pass: later.pass, extensions: 0, how: 'again', read: { i: '1' } });
    expect(await stage.extend(receipt)).toMatchObject({ refusal: 'no-more-time' });
    expect(await shoppers()).toMatchObject({ inUse: 1 });
  });

  test('keeps the slot taken until the later end, and until a later extension cannot be written any more', async () => {
    extended(await stage.extend(receipt));
    stage.now = opensAt + 5 * minute + afterExpiryMs - 1;
    expect((await shoppers()).inUse).toBe(1);
    expect((await shoppers()).claimed).toEqual(new Set([1]));
    stage.now += 1;
    expect((await shoppers()).inUse).toBe(0);
  });

  test('begun in the last second and written seconds later: the slot was never free', async () => {
    await stage.run(opensAt + 3 * minute - 1000);
    const asked = stage.now;
    // The handler takes eight seconds to count the later end.
    await stage.run(opensAt + 3 * minute + 7000);
    expect((await shoppers()).inUse).toBe(1);
    const at = stage.now;
    stage.now = asked;
    extended(await stage.extend(receipt));
    stage.now = at;
    expect((await shoppers()).inUse).toBe(1);
  });

  test('on a pass that was given for a voucher: it stays counted on top', async () => {
    await stage.run(opensAt + 4 * minute);
    claimed(await stage.claim(receipt, onSale, aVoucher(fan, '1')));
    expect(await shoppers()).toMatchObject({ inUse: 1, vouchers: 1 });
    extended(await stage.extend(receipt));
    expect(await shoppers()).toMatchObject({ inUse: 1, vouchers: 1 });
    stage.now += 4 * minute;
    expect(await shoppers()).toMatchObject({ inUse: 1, vouchers: 1 });
  });

  test('not for a pass that is over or given back, nor for who never had one', async () => {
    stage.now = opensAt + 3 * minute;
    expect(await stage.extend(receipt)).toMatchObject({ refusal: 'pass-expired' });
    await shopping();
    await stage.leave(receipt);
    expect(await stage.extend(receipt)).toMatchObject({ refusal: 'pass-expired' });
    const waiting = joined(await stage.join(2));
    expect(await stage.extend(waiting.receipt)).toMatchObject({ refusal: 'pass-expired' });
    expect(await stage.extend(undefined)).toMatchObject({ refusal: 'receipt-missing' });
    expect(await stage.extend(receipt, 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
  });

  test('asked for from ten devices at once is one extension', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => stage.extend(receipt)));
    expect(new Set(outcomes.map((outcome) => extended(outcome).pass)).size).toBe(1);
    expect(await pass()).toMatchObject({ number: 1, extended: 1, expiresAt: opensAt + 300_000 });
    expect(await shoppers()).toMatchObject({ inUse: 1 });
  });

  test('given back afterwards, or at the same time, the slot is free half a minute later', async () => {
    const isFree = async () => {
      expect((await shoppers()).inUse).toBe(1);
      stage.now += afterEndMs;
      expect((await shoppers()).inUse).toBe(0);
    };
    extended(await stage.extend(receipt));
    await stage.leave(receipt);
    await isFree();
    await shopping();
    await Promise.all([stage.extend(receipt), stage.leave(receipt)]);
    await isFree();
    await shopping();
    await Promise.all([stage.leave(receipt), stage.extend(receipt)]);
    await isFree();
  });
});

describe('who needs more time', () => {
  beforeEach(() => shopping(['more-time', 'wheelchair']));

  test('has a pass of twice the time that says what they need, and may extend it ten times', async () => {
    const first = claimed(await stage.claim(receipt));
    expect(first).toMatchObject({ expiresAt: opensAt + 6 * minute, extensions: 10 });
    expect(first.read?.n).toEqual(['more-time', 'wheelchair']);
    for (let time = 1; time <= 10; time += 1) {
      const later = extended(await stage.extend(receipt));
      expect(later).toMatchObject({ expiresAt: opensAt + (6 + 2 * time) * minute, extensions: 10 - time });
    }
    expect(await stage.extend(receipt)).toMatchObject({ refusal: 'no-more-time' });
    expect(await shoppers()).toMatchObject({ inUse: 1 });
  });

  test('may say so, or something else, at a later join; saying nothing changes nothing', async () => {
    const asked = asVisitor(1, stage.now);
    await stage.joinAs(asked);
    expect(claimed(await stage.claim(receipt)).read?.n).toEqual(['more-time', 'wheelchair']);
    await stage.joinAs({ ...asked, needs: [] });
    const none = claimed(await stage.claim(receipt));
    expect(none.read).not.toHaveProperty('n');
    expect(none.extensions).toBe(1);
  });
});

test('killed at any point and asked again: counted all the time, and never extended twice', async () => {
  for (let nth = 1; nth <= 16; nth += 1) {
    await shopping();
    const kill = killAt(nth);
    const dying = new SmallStage(faulty(stage.stores, kill.fault));
    dying.now = stage.now;
    const first = await dying.extend(receipt).catch((error: unknown) => error);
    expect(kill.chances() < nth || first instanceof Killed).toBe(true);
    const standing = await pass();
    stage.now = (standing?.expiresAt ?? 0) - 1;
    expect((await shoppers()).inUse).toBe(1);
    stage.now = opensAt + minute;
    await stage.extend(receipt);
    expect(await pass()).toMatchObject({ extended: 1, expiresAt: opensAt + 300_000 });
    stage.now = opensAt + 5 * minute - 1;
    expect(await shoppers()).toMatchObject({ inUse: 1 });
    stage.now = opensAt + minute;
    await stage.leave(receipt);
    stage.now += afterEndMs;
    expect((await shoppers()).inUse).toBe(0);
  }
});

test('the harm when the record comes before the count: a pass that runs and is not counted', async () => {
  const last = await pass();
  if (!last) throw new Error('There is a pass');
  await stage.stores.fans.extend(onSale, fan, last, last.expiresAt + 120_000);
  stage.now = last.expiresAt + afterExpiryMs;
  expect(claimed(await stage.claim(receipt)).how).toBe('again');
  expect((await shoppers()).inUse).toBe(0);
});
