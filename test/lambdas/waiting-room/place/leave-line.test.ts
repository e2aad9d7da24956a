import { beforeEach, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import { afterEndMs } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { killAt } from '../../../interrupted.ts';
import { claimed, faulty, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
let receipt: string;
const shoppers = () => stage.shoppers();
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

test('a pass given back frees its slot half a minute after it was listed, and once, however often', async () => {
  await stage.claim(receipt);
  const leftAt = stage.now;
  for (let time = 0; time < 3; time += 1) {
    expect(await stage.leave(receipt)).toEqual({ ok: true, gave: 'pass' });
    expect((await shoppers()).inUse).toBe(1);
    await stage.run(stage.now + 1000);
    expect(await calledUpTo()).toBe(5);
  }
  const list = stage.files.get(published.ended(onSale));
  expect(list).toEqual({ v: 1, onSale, ended: [{ listedAt: leftAt + 1000, passes: ['1.1'] }] });
  await stage.run(leftAt + 1000 + afterEndMs - 1);
  expect(await calledUpTo()).toBe(5);
  await stage.run(leftAt + 1000 + afterEndMs);
  expect(await calledUpTo()).toBe(6);
});

test('while nobody can list it, its slot is not free', async () => {
  await stage.claim(receipt);
  await stage.leave(receipt);
  // The pacemakers stand still for a minute: nobody knows that the pass is over.
  stage.now += 60_000;
  await stage.tick();
  expect(await calledUpTo()).toBe(5);
  await stage.run(stage.now + afterEndMs);
  expect(await calledUpTo()).toBe(6);
});

test('who comes back has a pass of another name, which the old one’s end does not touch', async () => {
  await stage.claim(receipt);
  await stage.leave(receipt);
  expect(await stage.claim(receipt)).toMatchObject({ refusal: 'room-full' });
  await stage.run(stage.now + 1000);
  // Five were called, and five wait: the next free slots are theirs.
  expect(await stage.claim(receipt)).toMatchObject({ refusal: 'room-full' });
  await stage.run(stage.now + 4 * 60_000);
  const second = claimed(await stage.claimLate(receipt));
  expect(second).toMatchObject({ how: 'returning', read: { i: '2', q: 1 } });
  await stage.run(stage.now + 1000);
  expect(JSON.stringify(stage.files.get(published.ended(onSale)))).not.toContain('1.2');
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
    if (shown.ok) expect(shown.claimed.pass).toBe(pass);
    expect((await shoppers()).inUse).toBe(1);
    await stage.leave(receipt);
    stage.now += afterEndMs;
    expect((await shoppers()).inUse).toBe(0);
    await stage.run(stage.now + 200_000);
    expect((await shoppers()).inUse).toBe(0);
  }
});
