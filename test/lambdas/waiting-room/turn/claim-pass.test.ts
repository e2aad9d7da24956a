import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../../../contracts/line.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { readSigned } from '../../../../lambdas/foundation/signing.ts';
import { afterExpiryMs } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { receiptOf } from '../../../../lambdas/waiting-room/place/receipt.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { anOpening, claimed, faulty, joined, keys, onSale, opensAt, passKey, SmallStage } from '../small-stage.ts';

/* Long because a claim meets everything: windows, late and returning fans, other devices, processes that die. */

const minute = 60_000;
let stage: SmallStage;
/** Receipts by position, from 1. */
let receipts: string[];

async function opened(fans: number, given: SmallStage = new SmallStage()): Promise<void> {
  stage = given;
  receipts = [];
  await stage.open();
  const all = [];
  for (let fan = 0; fan < fans; fan += 1) all.push(joined(await stage.join(fan)));
  stage.now = opensAt;
  await stage.tick();
  for (const { receipt, place } of all) receipts[stage.position(place) as number] = receipt;
}
const claim = (position: number) => stage.claim(receipts[position]);
const shoppers = () => stage.shoppers();

beforeEach(() => opened(20));

describe('a turn', () => {
  test('comes for as many as may shop, and gives a pass', async () => {
    const got = claimed(await claim(5));
    expect(got).toMatchObject({ position: 5, how: 'on-time', expiresAt: opensAt + 3 * minute });
    expect(got.read).toMatchObject({ o: onSale, i: '1', x: got.expiresAt / 1000 });
    expect(await claim(6)).toMatchObject({ refusal: 'not-your-turn', retryAfterMs: 3000 });
  });

  test('claimed twice is the same pass, to the letter', async () => {
    const first = claimed(await claim(1));
    stage.now += 30_000;
    stage.forget();
    expect(claimed(await claim(1))).toEqual({ ...first, how: 'again' });
    expect((await shoppers()).inUse).toBe(1);
  });

  test('claimed from many devices at the same time is one pass', async () => {
    const passes = await Promise.all(Array.from({ length: 10 }, () => claim(1)));
    expect(new Set(passes.map((outcome) => claimed(outcome).pass)).size).toBe(1);
    expect(await shoppers()).toMatchObject({ inUse: 1 });
  });

  test('is seen at once by a handler that remembers an older line', async () => {
    for (const position of [1, 2, 3]) await claim(position);
    for (const position of [1, 2, 3]) await stage.leave(receipts[position]);
    await stage.run(stage.now + 30_900);
    expect(await claim(6)).toMatchObject({ refusal: 'not-your-turn' });
    // Remembered for a second.
    stage.now += 200;
    await stage.tick('pacemaker');
    expect(await claim(6)).toMatchObject({ ok: true });
  });

  test('is not before the doors, nor before the draw', async () => {
    const early = joined(await stage.join(100));
    expect(await stage.claim(early.receipt)).toMatchObject({ refusal: 'not-drawn-yet' });
    stage.now = opensAt - 90_000;
    expect(await claim(1)).toMatchObject({ refusal: 'line-not-open-yet', retryAfterMs: 60_000 });
  });

  test('is not after the end, but a pass that lives is still shown', async () => {
    const { closesAt } = anOpening();
    stage.now = closesAt - minute;
    const { pass } = claimed(await stage.claimLate(receipts[1]));
    stage.now = closesAt;
    expect(claimed(await claim(1)).pass).toBe(pass);
    expect(await claim(2)).toMatchObject({ refusal: 'line-closed' });
  });
});

describe('no-shows', () => {
  test('300 of the first 600 never come: the line moves on, and each may still claim, and takes the next free slot', async () => {
    stage = new SmallStage();
    await stage.open(
      anOpening({ dials: { shopping: 600, perMinute: 10_000, paused: false, passMinutes: 10, claimMinutes: 5 } }),
    );
    const all = [];
    for (let fan = 0; fan < 1200; fan += 1) all.push(joined(await stage.join(fan)));
    stage.now = opensAt;
    await stage.tick();
    for (const { receipt, place } of all) receipts[stage.position(place) as number] = receipt;
    for (let position = 2; position <= 600; position += 2) await claim(position);
    // The fans who came did so within seconds. Half a minute later nobody waits for the others any more.
    await stage.run(opensAt + 30_000);
    expect((await stage.line()).progress.calledUpTo).toBe(600);
    await stage.run(opensAt + 45_000);
    expect((await stage.line()).progress.calledUpTo).toBe(900);

    expect(await shoppers()).toMatchObject({ inUse: 300 });
    for (let position = 1; position < 600; position += 2) {
      expect(await claim(position)).toMatchObject({ refusal: 'late-next', retryAfterMs: 3000 });
    }
    // Their slots were given to others, who do not come either: those are kept as long as the dial says.
    // The late keep asking.
    await stage.run(opensAt + 320_000);
    while (stage.now < opensAt + 380_000) {
      for (let position = 1; position < 600; position += 2) await claim(position);
      await stage.run(stage.now + 20_000);
    }
    const hows = [];
    for (let position = 1; position < 600; position += 2) {
      const outcome = await claim(position);
      hows.push(outcome.ok ? outcome.how : outcome.refusal);
    }
    expect(new Set(hows)).toEqual(new Set(['again']));
    expect(await shoppers()).toMatchObject({ inUse: 600, vouchers: 0 });
    expect((await stage.line()).progress.calledUpTo).toBe(900);
  });

  test('while nobody knows how soon people come, slots are kept as the dial says', async () => {
    stage = new SmallStage();
    await stage.open(
      anOpening({ dials: { shopping: 20, perMinute: 10_000, paused: false, passMinutes: 10, claimMinutes: 5 } }),
    );
    const all = [];
    for (let fan = 0; fan < 60; fan += 1) all.push(joined(await stage.join(fan)));
    stage.now = opensAt;
    await stage.tick();
    for (const { receipt, place } of all) receipts[stage.position(place) as number] = receipt;
    for (let position = 2; position <= 20; position += 2) await claim(position);
    await stage.run(opensAt + 5 * minute);
    expect((await stage.line()).progress.calledUpTo).toBe(20);
    await stage.run(opensAt + 5 * minute + 20_000);
    expect((await stage.line()).progress.calledUpTo).toBe(30);
  });

  test('who comes within the window takes the kept slot; a moment later they ask, and have it within a second', async () => {
    const claimBy = opensAt + 10_000 + 2 * minute;
    stage.now = claimBy;
    expect(claimed(await claim(1)).how).toBe('on-time');
    stage.now = claimBy + 1;
    expect(await claim(2)).toMatchObject({ refusal: 'late-next', retryAfterMs: 3000 });
    expect((await shoppers()).inUse).toBe(1);
    await stage.run(stage.now + 1000);
    expect(claimed(await claim(2)).how).toBe('late');
    expect((await shoppers()).inUse).toBe(2);
  });

  test('the late stand before the next, and take no slot that is not free', async () => {
    // Five did not come within a minute. Five others were called, and shop.
    await stage.run(opensAt + 80_000);
    for (const position of [6, 7, 8, 9, 10]) claimed(await claim(position));
    await stage.run(stage.now + 1000);
    for (const position of [3, 1]) expect(await claim(position)).toMatchObject({ refusal: 'late-next' });
    await stage.run(stage.now + 5000);
    expect(await claim(1)).toMatchObject({ refusal: 'late-next' });
    expect((await shoppers()).inUse).toBe(5);
    await stage.leave(receipts[6]);
    for (let second = 0; second < 40; second += 5) {
      await stage.run(stage.now + 5000);
      await claim(3);
      if ((await claim(1)).ok) break;
    }
    expect(claimed(await claim(1)).how).toBe('again');
    expect(await claim(3)).toMatchObject({ refusal: 'late-next' });
    expect((await stage.line()).progress.calledUpTo).toBe(10);
  });
});

describe('a second turn', () => {
  const over = opensAt + 4 * minute;

  test('when those who wait leave room', async () => {
    await opened(2);
    const first = claimed(await claim(1));
    await stage.run(over);
    expect(await claim(1)).toMatchObject({ refusal: 'room-full', retryAfterMs: 10_000 });
    await stage.run(stage.now + 1000);
    const second = claimed(await claim(1));
    expect(second).toMatchObject({ position: 1, how: 'returning' });
    expect(second.pass).not.toBe(first.pass);
    expect(await shoppers()).toMatchObject({ inUse: 1, vouchers: 0 });
  });

  test('not while the shoppers is full, or needed for those who are next', async () => {
    await claim(1);
    await stage.run(over);
    expect(await claim(1)).toMatchObject({ refusal: 'room-full', retryAfterMs: 10_000 });
  });

  test('after giving the pass back, too', async () => {
    await opened(2);
    await claim(1);
    await stage.leave(receipts[1]);
    expect(claimed(await stage.claimLate(receipts[1]))).toMatchObject({ how: 'returning', read: { i: '2', q: 1 } });
    expect((await shoppers()).inUse).toBe(2);
    stage.now += 30_000;
    expect((await shoppers()).inUse).toBe(1);
  });

  test('after a leave that was cut short: the pass that was given back is listed before another is given', async () => {
    await opened(2);
    await claim(1);
    const place = keys.receipts.open<{ fan: string }>('r2', receipts[1] as string);
    // The fan's record says that the pass is over, and the process died before it was counted so.
    await stage.stores.fans.endPass(onSale, place?.fan ?? '', 1, stage.now);
    const ended = async () => [...(await stage.stores.shoppers.read(onSale, stage.now)).ended.keys()];
    expect(await ended()).toEqual([]);
    expect(claimed(await stage.claimLate(receipts[1]))).toMatchObject({ how: 'returning' });
    expect(await ended()).toEqual(['1.1']);
  });
});

describe('what is not ours', () => {
  test('forged, altered, borrowed and missing receipts', async () => {
    const mine = receipts[9] as string;
    const [kind, payload = '', signature] = mine.split('.');
    const place = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const better = Buffer.from(JSON.stringify({ ...place, joinedAt: 0 })).toString('base64url');
    expect(await stage.claim(`${kind}.${better}.${signature}`)).toMatchObject({ refusal: 'receipt-forged' });
    expect(await stage.claim(`${mine}A`)).toMatchObject({ refusal: 'receipt-forged' });
    expect(await stage.claim(undefined)).toMatchObject({ refusal: 'receipt-missing' });
    expect(await stage.claim(mine, 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
    const elsewhere = receiptOf(keys.receipts, { ...place, onSale: 'public' });
    expect(await stage.claim(elsewhere)).toMatchObject({ refusal: 'receipt-elsewhere' });
  });

  test('a receipt that the roll does not have is worthless, though our own key signed it', async () => {
    const place = keys.receipts.open<Place>('r2', receipts[9] as string) as Place;
    for (const change of [
      { mark: 'another-mark-entirely_' },
      { index: place.index + 1 },
      { shard: (place.shard + 1) % 64 },
      { round: 1 },
    ]) {
      const made = receiptOf(keys.receipts, { ...place, ...change });
      expect(await stage.claim(made)).toMatchObject({ refusal: 'receipt-not-in-roll' });
    }
    // One of a fan who never joined.
    const ghost = receiptOf(keys.receipts, { ...place, fan: 'ghost', mark: 'ghost' });
    expect(await stage.claim(ghost)).toMatchObject({ refusal: 'receipt-not-in-roll' });
  });

  test('a pass altered by a letter, or of another key, is no pass', async () => {
    const { pass } = claimed(await claim(1));
    expect(readSigned('p1', [passKey], pass)).toBeDefined();
    expect(readSigned('p1', [{ ...passKey, secret: 'other' }], pass)).toBeUndefined();
    expect(readSigned('s1', [passKey], pass)).toBeUndefined();
    const later = pass.replace(/\.[^.]+\./, (part) => part.replace(/.\.$/, '0.'));
    expect(readSigned('p1', [passKey], later)).toBeUndefined();
  });

  test('while no key signs, a claim changes nothing and is told to come again', async () => {
    const { passKeys } = stage;
    stage.passKeys = fixedKeys([]);
    expect(await claim(1)).toMatchObject({ refusal: 'keys-change', retryAfterMs: 5000 });
    expect(await shoppers()).toMatchObject({ inUse: 0 });
    stage.passKeys = passKeys;
    const first = claimed(await claim(1));
    stage.passKeys = fixedKeys([]);
    expect(await stage.extend(receipts[1])).toMatchObject({ refusal: 'keys-change' });
    stage.passKeys = passKeys;
    expect(claimed(await claim(1)).expiresAt).toBe(first.expiresAt);
  });

  test('a place that was given up claims nothing until it is joined again', async () => {
    await stage.leave(receipts[1]);
    expect(await claim(1)).toMatchObject({ refusal: 'place-given-up' });
  });
});

test('a claim killed at any point and retried: one pass, counted once', async () => {
  for (let nth = 1; nth <= 18; nth += 1) {
    await opened(3);
    const kill = killAt(nth);
    const calm = stage;
    const dying = new SmallStage(faulty(calm.stores, kill.fault));
    dying.now = calm.now;
    const first = await dying.claim(receipts[1]).catch((error: unknown) => error);
    expect(kill.chances() < nth || first instanceof Killed).toBe(true);
    const retried = claimed(await claim(1));
    expect(retried.read?.i).toBe('1');
    expect(await shoppers()).toMatchObject({ inUse: 1 });
    await stage.leave(receipts[1]);
    stage.now += 30_000;
    expect((await shoppers()).inUse).toBe(0);
  }
});

test('two devices whose clocks give the pass two ends: what was counted for the later end is taken back', async () => {
  await opened(3);
  const { stores } = stage;
  stage.now = opensAt + 9000;
  let isFirst = true;
  const grant: typeof stores.fans.grant = async (...given) => {
    if (isFirst) {
      isFirst = false;
      await claim(1);
    }
    return stores.fans.grant(...given);
  };
  const other = new SmallStage({ ...stores, fans: { ...stores.fans, grant } });
  other.now = stage.now + 2000;
  const { how, expiresAt } = claimed(await other.claim(receipts[1]));
  expect([how, expiresAt]).toEqual(['again', opensAt + 190_000]);
  stage.now = expiresAt + afterExpiryMs - 1;
  expect((await shoppers()).inUse).toBe(1);
  stage.now += 1;
  expect((await shoppers()).inUse).toBe(0);
});

test('the harm when the grant comes before the count: a pass that is not counted', async () => {
  // The same two steps the other way round, killed between them.
  const stores = twins();
  await opened(3, new SmallStage(stores));
  const place = keys.receipts.open<{ fan: string }>('r2', receipts[1] as string);
  await stores.fans.grant(onSale, place?.fan ?? '', { number: 1, position: 1, expiresAt: opensAt + 180_000 });
  expect(claimed(await claim(1)).how).toBe('again');
  expect((await shoppers()).inUse).toBe(0);
});
