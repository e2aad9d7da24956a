import { beforeEach, expect, test } from '@jest/globals';
import { killAt } from '../../../interrupted.ts';
import { claimed, faulty, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
let receipt: string;
const shoppers = () => stage.stores.shoppers.read(onSale, stage.now);
const calledUpTo = async () => (await stage.line()).progress.calledUpTo;

async function opened(): Promise<void> {
  stage = new SmallStage();
  await stage.open();
  const all = [];
  for (let fan = 0; fan < 10; fan += 1) all.push(joined(await stage.join(fan)));
  stage.now = opensAt;
  await stage.tick();
  receipt = all.find(({ place }) => stage.position(place) === 1)?.receipt ?? '';
}

beforeEach(opened);

test('a pass given back frees its slot at once, and once, however often', async () => {
  await stage.claim(receipt);
  expect((await shoppers()).inUse).toBe(1);
  for (let time = 0; time < 3; time += 1) {
    expect(await stage.leave(receipt)).toEqual({ ok: true, gave: 'pass' });
    expect((await shoppers()).inUse).toBe(0);
    await stage.run(stage.now + 1000);
    expect(await calledUpTo()).toBe(6);
  }
});

test('a place given up stays given up, and can be taken back', async () => {
  expect(await stage.leave(receipt)).toEqual({ ok: true, gave: 'place' });
  expect(await stage.leave(receipt)).toEqual({ ok: true, gave: 'place' });
  expect(await stage.claim(receipt)).toMatchObject({ refusal: 'place-given-up' });
});

test('after the pass is over there is nothing to give', async () => {
  await stage.claim(receipt);
  stage.now += 10 * 60_000;
  expect(await stage.leave(receipt)).toEqual({ ok: true, gave: 'nothing' });
});

test('what is not ours is refused', async () => {
  expect(await stage.leave(undefined)).toMatchObject({ refusal: 'receipt-missing' });
  expect(await stage.leave('r2.x.y')).toMatchObject({ refusal: 'receipt-forged' });
  expect(await stage.leave(receipt, 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
});

test('killed at any point and retried: the slot is free, once', async () => {
  for (let nth = 1; nth <= 12; nth += 1) {
    await opened();
    const { pass } = claimed(await stage.claim(receipt));
    const dying = new SmallStage(faulty(stage.stores, killAt(nth).fault));
    dying.now = stage.now;
    await dying.leave(receipt).catch(() => undefined);
    // A pass that is still shown is still counted.
    const shown = await stage.claim(receipt);
    if (shown.ok && shown.claimed.pass === pass) expect((await shoppers()).inUse).toBe(1);
    await stage.leave(receipt);
    expect((await shoppers()).inUse).toBeLessThanOrEqual(shown.ok && shown.claimed.pass !== pass ? 1 : 0);
    await stage.run(stage.now + 200_000);
    expect((await shoppers()).inUse).toBe(0);
  }
});
