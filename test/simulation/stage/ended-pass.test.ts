import { expect, test } from '@jest/globals';
import { api } from '../../../contracts/api.ts';
import type { HoldView } from '../../../contracts/house.ts';
import type { Claimed, Joined } from '../../../contracts/line-requests.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { header, published } from '../../../contracts/paths.ts';
import type { Problem } from '../../../contracts/refusals.ts';
import { chanceOf } from '../../../rehearsal/fans/chance.ts';
import { smallHouses } from '../../../simulation/small-house.ts';
import { runUntilDone } from '../../../simulation/stage/run-virtual.ts';
import { Stage } from '../../../simulation/stage/stage.ts';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';

/** A fan's way over the handlers, in virtual time: what a pass begins after it was given back, or taken away. */
const onSale = 'friends';
const opensAt = 1_800_000_000_000;
const hour = 3_600_000;
const member = { member: 'M1', postcode: 'N1 1AA' };
const houses = smallHouses(chanceOf(1, 1), {
  ...{ onSale, seats: 60, performances: 1, seatsPerFan: 4, holdMinutes: 8 },
  startsAt: opensAt + 48 * hour,
});

/** A fan with a pass, and all that they may do. */
async function shopping(time: VirtualTime) {
  const stage = new Stage({ time });
  const { publisher } = stage.platform;
  await publisher.write(published.plan(houses.plan.id), houses.plan);
  for (const file of houses.performances) await publisher.write(published.performance(file.id), file);
  const performance = houses.performances[0]?.id ?? '';
  await stage.operators.openHouses([performance]);
  await stage.operators.enrol({ roster: onSale, members: [member] });
  await stage.operators.openLine({
    ...{ onSale, title: 'Friends', opensAt, closesAt: opensAt + hour, entry: 'members', roster: onSale, audience: 10 },
    dials: { shopping: 5, perMinute: 100, paused: false, passMinutes: 10, claimMinutes: 2 },
  });
  void stage.tending.keepOn(opensAt + 30 * 60_000);
  const joined = await stage.ask<Joined>('POST', api('POST lines/{onSale}/join', { onSale }).url, {
    body: { entry: 'members', ...member },
  });
  await time.wait(15_000);
  const { receipt, place } = joined.body;
  const act = (verb: 'claim' | 'leave' | 'extend') =>
    stage.ask<Claimed & Problem>('POST', api(`POST lines/{onSale}/${verb}`, { onSale }).url, {
      headers: { [header.receipt]: receipt },
    });
  const { pass } = (await act('claim')).body;
  const headers = { [header.pass]: pass };
  const hold = (key: string) =>
    stage.ask<HoldView & Problem>('POST', api('POST performances/{performance}/holds', { performance }).url, {
      headers: { ...headers, [header.idempotencyKey]: key },
      body: { best: { count: 1 } },
    });
  const held = async (key: string) => {
    const asked = await hold(key);
    await time.wait(5000);
    const { url } = api('GET performances/{performance}/holds/{hold}', { performance, hold: asked.body.hold });
    const { body } = await stage.ask<HoldView>('GET', url, { headers });
    if (body.state !== 'held') throw new Error(`The hold is ${body.state}`);
    return body.slip;
  };
  const order = (key: string, slip: string) =>
    stage.ask<OrderView & Problem>('POST', api('POST orders').url, {
      headers: { ...headers, [header.idempotencyKey]: key },
      body: {
        slips: [slip],
        buyer: { name: 'Ada', email: 'ada@example.org', phone: '+44 20 7946 0000' },
        payment: { method: 'box-office' },
      },
    });
  const more = () => stage.ask<Problem>('POST', api('POST basket/extend').url, { headers });
  return { stage, place, act, hold, held, order, more };
}

async function play(acts: (fan: Awaited<ReturnType<typeof shopping>>, time: VirtualTime) => Promise<void>) {
  const time = new VirtualTime(opensAt - 10_000);
  await runUntilDone(
    time,
    shopping(time).then((fan) => acts(fan, time)),
  );
}

const over = '/problems/pass-over';

test('given back: 30 s later nothing new is held or ordered; what was ordered before is answered as ever', async () => {
  await play(async ({ act, hold, held, order, more }, clock) => {
    const [first, second] = [await held('key-of-the-first'), await held('key-of-the-second')];
    const placed = await order('key-of-the-order', first);
    expect(placed.status).toBe(202);
    expect((await act('leave')).status).toBe(204);
    await clock.wait(30_000);
    expect(await hold('key-of-the-third')).toMatchObject({ status: 403, body: { type: over } });
    expect(await order('key-of-another', second)).toMatchObject({ status: 403, body: { type: over } });
    expect(await more()).toMatchObject({ status: 403, body: { type: over } });
    const again = await order('key-of-the-order', first);
    expect([again.status, again.body.order]).toEqual([200, placed.body.order]);
    // A fan who comes again has a pass of another name.
    await act('claim');
    await clock.wait(3000);
    expect((await act('claim')).status).toBe(201);
  });
});

test('taken away: 30 s later nothing new, and the fan is told why when they ask for their turn', async () => {
  await play(async ({ stage, place, act, hold, held, order }, clock) => {
    const slip = await held('key-of-the-first');
    await stage.operators.judge({ onSale, fan: place.fan, judgement: 'remove', reason: 'many at once' });
    await clock.wait(30_000);
    expect(await hold('key-of-the-second')).toMatchObject({ status: 403, body: { type: over } });
    expect(await order('key-of-the-order', slip)).toMatchObject({ status: 403, body: { type: over } });
    expect(await act('claim')).toMatchObject({
      status: 403,
      body: { type: '/problems/place-removed', slowerLane: { state: 'removed', why: 'staff' } },
    });
  });
});
