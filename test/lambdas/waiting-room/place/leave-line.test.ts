import { beforeEach, expect, test } from '@jest/globals';
import { killAt } from '../../../interrupted.ts';
import { claimed, faulty, joined, onSale, opensAt, World } from '../world.ts';

let world: World;
let receipt: string;
const shoppers = () => world.stores.shoppers.read(onSale, world.now);
const calledUpTo = async () => (await world.line()).progress.calledUpTo;

async function opened(): Promise<void> {
  world = new World();
  await world.open();
  const all = [];
  for (let fan = 0; fan < 10; fan += 1) all.push(joined(await world.join(fan)));
  world.now = opensAt;
  await world.tick();
  receipt = all.find(({ place }) => world.position(place) === 1)?.receipt ?? '';
}

beforeEach(opened);

test('a pass given back frees its slot at once, and once, however often', async () => {
  await world.claim(receipt);
  expect((await shoppers()).inUse).toBe(1);
  for (let time = 0; time < 3; time += 1) {
    expect(await world.leave(receipt)).toEqual({ ok: true, gave: 'pass' });
    expect((await shoppers()).inUse).toBe(0);
    await world.run(world.now + 1000);
    expect(await calledUpTo()).toBe(6);
  }
});

test('a place given up stays given up, and can be taken back', async () => {
  expect(await world.leave(receipt)).toEqual({ ok: true, gave: 'place' });
  expect(await world.leave(receipt)).toEqual({ ok: true, gave: 'place' });
  expect(await world.claim(receipt)).toMatchObject({ refusal: 'place-given-up' });
});

test('after the pass is over there is nothing to give', async () => {
  await world.claim(receipt);
  world.now += 10 * 60_000;
  expect(await world.leave(receipt)).toEqual({ ok: true, gave: 'nothing' });
});

test('what is not ours is refused', async () => {
  expect(await world.leave(undefined)).toMatchObject({ refusal: 'receipt-missing' });
  expect(await world.leave('r1.x.y')).toMatchObject({ refusal: 'receipt-forged' });
  expect(await world.leave(receipt, 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
});

test('killed at any point and retried: the slot is free, once', async () => {
  for (let nth = 1; nth <= 12; nth += 1) {
    await opened();
    const { pass } = claimed(await world.claim(receipt));
    const dying = new World(faulty(world.stores, killAt(nth).fault));
    dying.now = world.now;
    await dying.leave(receipt).catch(() => undefined);
    // A pass that is still shown is still counted.
    const shown = await world.claim(receipt);
    if (shown.ok && shown.claimed.pass === pass) expect((await shoppers()).inUse).toBe(1);
    await world.leave(receipt);
    expect((await shoppers()).inUse).toBeLessThanOrEqual(shown.ok && shown.claimed.pass !== pass ? 1 : 0);
    await world.run(world.now + 200_000);
    expect((await shoppers()).inUse).toBe(0);
  }
});
