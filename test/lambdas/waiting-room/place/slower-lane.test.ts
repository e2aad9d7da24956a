import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Joined } from '../../../../contracts/line-requests.ts';
import { published } from '../../../../contracts/paths.ts';
import { manyJoins, traitsOf } from '../../../../lambdas/waiting-room/entry/suspicion.ts';
import { killAt } from '../../../interrupted.ts';
import {
  anOpening,
  asScript,
  asVisitor,
  claimed,
  faulty,
  joined,
  onSale,
  opensAt,
  SmallStage,
} from '../small-stage.ts';

const minute = 60_000;
let stage: SmallStage;

const joinBy = async (fan: number, traits = asScript()): Promise<Joined> =>
  joined(await stage.joinAs(asVisitor(fan, stage.now), onSale, traits));
const actsOf = async () => (await stage.line()).acts.filter(({ act }) => act.startsWith('place-'));

beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

describe('at the join', () => {
  test('a program hears at once that it is in the slower lane, and why; its place is like any other', async () => {
    const slowed = await joinBy(1);
    expect(slowed.slowerLane).toEqual({ state: 'slower', why: 'not-a-browser' });
    expect(await joinBy(1)).toEqual(slowed);
    stage.now = opensAt;
    await stage.tick();
    expect(stage.position(slowed.place)).toBe(1);
  });

  test('ten thousand phones behind one carrier’s address are all in the ordinary lane, and nothing is counted', async () => {
    const phone = traitsOf({
      'x-forwarded-for': '203.0.113.9, 130.176.1.1',
      'user-agent': 'Mozilla/5.0 (iPhone)',
      'accept-language': 'en-GB',
    });
    let counted = 0;
    const { count } = stage.stores.gate;
    stage.stores.gate.count = async (...given) => {
      counted += 1;
      return count(...given);
    };
    for (let fan = 0; fan < 10_000; fan += 1) expect((await joinBy(fan, phone)).slowerLane).toBeUndefined();
    expect(counted).toBe(0);
  });

  test('joins without marks are slowed from the two hundredth of one address in ten minutes', async () => {
    const bare = traitsOf({ 'x-forwarded-for': '203.0.113.9, x', 'user-agent': 'Mozilla/5.0' });
    const elsewhere = traitsOf({ 'x-forwarded-for': '203.0.113.10, x', 'user-agent': 'Mozilla/5.0' });
    for (let fan = 1; fan < manyJoins; fan += 1) expect((await joinBy(fan, bare)).slowerLane).toBeUndefined();
    expect((await joinBy(manyJoins, bare)).slowerLane).toEqual({ state: 'slower', why: 'many-from-one-address' });
    expect((await joinBy(1000, elsewhere)).slowerLane).toBeUndefined();
    stage.now += 10 * minute;
    expect((await joinBy(1001, bare)).slowerLane).toBeUndefined();
  });

  test('a join that asks again counts once and is never slowed later', async () => {
    const bare = traitsOf({ 'x-forwarded-for': '203.0.113.9, x', 'user-agent': 'Mozilla/5.0' });
    for (let again = 0; again < 2 * manyJoins; again += 1) expect((await joinBy(1, bare)).slowerLane).toBeUndefined();
  });

  test('each is in the ledger with its place; of a flood only so many that the ledger stays readable', async () => {
    const first = await joinBy(1);
    const { mark } = first.place;
    expect(await actsOf()).toEqual([
      {
        notedAt: stage.now,
        act: 'place-slowed',
        role: 'gatekeeper',
        reason: 'not-a-browser',
        detail: { mark, why: 'not-a-browser' },
      },
    ]);
    for (let fan = 2; fan <= 1000; fan += 1) await joinBy(fan, asScript(`203.0.113.${fan % 250}`));
    const noted = await actsOf();
    expect(noted).toHaveLength(10 + 6);
    expect(noted.slice(10).map(({ detail }) => detail.inThisMinute)).toEqual([20, 40, 80, 160, 320, 640]);
  });

  test('whatever fails in the gatekeeper, the join goes on, in the ordinary lane, and the fault is noted', async () => {
    stage.stores.gate.count = async () => Promise.reject(new Error('throttled'));
    expect((await joinBy(1)).slowerLane).toBeUndefined();
    expect(stage.faults).toEqual([new Error('throttled')]);
  });

  test('what is done is never missing from the ledger: killed anywhere, a slowed place was noted', async () => {
    for (let nth = 1; nth <= 20; nth += 1) {
      const calm = new SmallStage();
      await calm.open();
      const dying = new SmallStage(faulty(calm.stores, killAt(nth).fault));
      await dying.joinAs(asVisitor(1, dying.now), onSale, asScript()).catch(() => undefined);
      const { place, slowerLane } = joined(await calm.joinAs(asVisitor(1, calm.now), onSale, asScript()));
      const { acts } = await calm.line();
      const noted = acts.some(({ detail }) => detail.mark === place.mark);
      expect(noted || slowerLane === undefined).toBe(true);
    }
  });
});

describe('a slower place that is called', () => {
  let slow: Joined;
  beforeEach(async () => {
    slow = await joinBy(1);
    for (let fan = 2; fan <= 4; fan += 1) await stage.join(fan);
    stage.now = opensAt;
    await stage.tick();
  });
  const claim = () => stage.claim(slow.receipt);

  test('is let in five minutes later, like one that is late; until then it hears why and when', async () => {
    stage.now = opensAt + 20_000;
    expect(await claim()).toMatchObject({
      refusal: 'slower-lane',
      retryAfterMs: 60_000,
      detail: expect.stringMatching(/let in 280 s .*not-a-browser.*appeal/),
      slowerLane: { state: 'slower', why: 'not-a-browser' },
    });
    await stage.run(opensAt + 5 * minute - 1);
    expect(await claim()).toMatchObject({ refusal: 'slower-lane', retryAfterMs: 1000 });
    stage.now = opensAt + 5 * minute;
    expect(await claim()).toMatchObject({ refusal: 'late-next' });
    await stage.run(stage.now + 1000);
    expect(claimed(await claim()).how).toBe('late');
    expect(await stage.shoppers()).toMatchObject({ inUse: 1, vouchers: 0 });
  });

  test('that comes when its call is long forgotten waits three minutes more at the most', async () => {
    await stage.run(opensAt + 20 * minute);
    expect(await claim()).toMatchObject({ refusal: 'slower-lane', detail: expect.stringContaining('180 s') });
    stage.now += 3 * minute;
    expect(claimed(await stage.claimLate(slow.receipt)).how).toBe('late');
  });

  test('restored by staff is let in at once', async () => {
    expect(await claim()).toMatchObject({ refusal: 'slower-lane' });
    expect(await stage.judge(slow.place.fan, 'restore')).toMatchObject({ ok: true, judged: 'ordinary' });
    expect(claimed(await claim()).how).toBe('on-time');
    expect((await joinBy(1)).slowerLane).toBeUndefined();
  });
});

describe('staff', () => {
  let fan: Joined;
  beforeEach(async () => {
    fan = joined(await stage.join(1));
    stage.now = opensAt;
    await stage.tick();
  });
  const judge = (judgement: 'slow' | 'remove' | 'restore') => stage.judge(fan.place.fan, judgement);

  test('remove a place: no pass any more, said with reason and appeal; its receipt and place stay', async () => {
    expect(await judge('remove')).toEqual({
      ok: true,
      onSale,
      fan: fan.place.fan,
      judged: { state: 'removed', why: 'staff' },
    });
    const refused = {
      refusal: 'place-removed',
      detail: expect.stringMatching(/staff.*appeal/),
      slowerLane: { why: 'staff' },
    };
    expect(await stage.claim(fan.receipt)).toMatchObject(refused);
    expect(await stage.extend(fan.receipt)).toMatchObject(refused);
    const again = joined(await stage.join(1));
    expect(again).toEqual({ ...fan, slowerLane: { state: 'removed', why: 'staff' } });
  });

  test('a pass that runs when its place is removed ends, and restoring does not bring it back', async () => {
    const { pass } = claimed(await stage.claim(fan.receipt));
    await judge('remove');
    expect(await stage.claim(fan.receipt)).toMatchObject({ refusal: 'place-removed' });
    expect(await stage.extend(fan.receipt)).toMatchObject({ refusal: 'place-removed' });
    expect((await stage.shoppers()).inUse).toBe(1);
    await stage.run(stage.now + 1000);
    expect(stage.files.get(published.ended(onSale))).toMatchObject({ ended: [{ passes: ['1.1'] }] });
    stage.now += 30_000;
    expect((await stage.shoppers()).inUse).toBe(0);
    await judge('restore');
    expect(await stage.extend(fan.receipt)).toMatchObject({ refusal: 'pass-expired' });
    const second = claimed(await stage.claimLate(fan.receipt));
    expect(second).toMatchObject({ how: 'returning', read: { i: '2' } });
    expect(second.pass).not.toBe(pass);
  });

  test('killed at any point while they remove a place: asked again, its pass has ended', async () => {
    for (let nth = 1; nth <= 20; nth += 1) {
      stage = new SmallStage();
      await stage.open();
      fan = joined(await stage.join(1));
      stage.now = opensAt;
      await stage.tick();
      claimed(await stage.claim(fan.receipt));
      const dying = new SmallStage(faulty(stage.stores, killAt(nth).fault));
      dying.now = stage.now;
      await dying.judge(fan.place.fan, 'remove').catch(() => undefined);
      await judge('remove');
      await stage.run(stage.now + 1000);
      expect(stage.files.get(published.ended(onSale))).toMatchObject({ ended: [{ passes: ['1.1'] }] });
    }
  });

  test('act in the ledger, each change once', async () => {
    for (const one of ['slow', 'slow', 'remove', 'remove', 'restore', 'restore'] as const) await judge(one);
    const { mark } = fan.place;
    expect(await actsOf()).toEqual(
      (['place-slowed', 'place-removed', 'place-restored'] as const).map((act) => ({
        notedAt: stage.now,
        act,
        role: 'ops',
        reason: 'looked at it',
        detail: { mark, why: 'staff' },
      })),
    );
  });

  test('note first and do second: nothing is removed without a word in the ledger', async () => {
    for (let nth = 1; nth <= 10; nth += 1) {
      await judge('restore');
      const before = (await actsOf()).length;
      const dying = new SmallStage(faulty(stage.stores, killAt(nth).fault));
      dying.now = stage.now;
      await dying.judge(fan.place.fan, 'remove').catch(() => undefined);
      const { slowerLane } = (await stage.stores.fans.read(onSale, fan.place.fan)) ?? {};
      if (slowerLane) expect((await actsOf()).length).toBeGreaterThan(before);
      await judge('remove');
      expect(await stage.claim(fan.receipt)).toMatchObject({ refusal: 'place-removed' });
    }
  });

  test('are told who is not known', async () => {
    const nobody = await stage.judge('x'.repeat(43), 'remove');
    expect(nobody).toMatchObject({ ok: false, errors: [{ field: 'fan' }] });
    expect(await stage.judge(fan.place.fan, 'remove', 'nowhere')).toMatchObject({ ok: false });
  });
});

describe('an appeal', () => {
  test('is read by staff and decided; a second one comes again', async () => {
    const { receipt, place } = await joinBy(1);
    expect(await stage.appeal(receipt)).toEqual({
      ok: true,
      slowerLane: { state: 'slower', why: 'not-a-browser', appealedAt: stage.now },
    });
    const listed = { fan: place.fan, against: 'slower', why: 'not-a-browser', appealedAt: stage.now };
    expect(await stage.stores.appeals.open(onSale)).toEqual([{ ...listed, message: 'I am a person' }]);
    expect((await joinBy(1)).slowerLane).toMatchObject({ appealedAt: stage.now });

    // Staff keep it where it is: nothing to note, and the appeal is off the list.
    await stage.judge(place.fan, 'slow');
    expect(await stage.stores.appeals.open(onSale)).toEqual([]);
    expect(await actsOf()).toHaveLength(1);
    await stage.appeal(receipt, 'truly');
    expect(await stage.stores.appeals.open(onSale)).toMatchObject([{ message: 'truly' }]);
    await stage.judge(place.fan, 'restore');
    expect(await stage.stores.appeals.open(onSale)).toEqual([]);
    expect((await actsOf()).at(-1)).toMatchObject({ act: 'place-restored', detail: { why: 'not-a-browser' } });
    expect(await stage.appeal(receipt)).toMatchObject({ refusal: 'nothing-to-appeal' });
  });

  test('needs a receipt of this line', async () => {
    const { receipt } = await joinBy(1);
    expect(await stage.appeal(undefined)).toMatchObject({ refusal: 'receipt-missing' });
    expect(await stage.appeal(`${receipt}x`)).toMatchObject({ refusal: 'receipt-forged' });
    expect(await stage.appeal(receipt, 'hello', 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
    await stage.open(anOpening({ onSale: 'public' }));
    expect(await stage.appeal(receipt, 'hello', 'public')).toMatchObject({ refusal: 'receipt-elsewhere' });
  });
});
