import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EndedPasses } from '../../../../contracts/pass.ts';
import { published } from '../../../../contracts/paths.ts';
import { loadRoster } from '../../../../lambdas/waiting-room/entry/load-roster.ts';
import { mostTries } from '../../../../lambdas/waiting-room/entry/postcode-tries.ts';
import { mostDevices, mostEndings } from '../../../../lambdas/waiting-room/place/devices.ts';
import { slowMs } from '../../../../lambdas/waiting-room/place/slower-lane.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { anOpening, claimed, faulty, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

/* Long because each act of a device meets each place that another may have before or behind it. */

const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Mobile Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const secret = (name: string) => name.padEnd(22, '_');

let stage: SmallStage;
const traits = (agent: string, address = '192.0.2.1') => ({ address, marks: true, script: false, agent });
/** The member of the tests joins, from a browser with this secret. */
const from = (
  device: string | undefined,
  more: { agent?: string; address?: string; postcode?: string; receipt?: string } = {},
) =>
  stage.joinAs(
    { entry: 'members', member: 'A1', postcode: more.postcode ?? 'N1', ...(device && { device: secret(device) }) },
    undefined,
    traits(more.agent ?? chrome, more.address),
    more.receipt,
  );
const ended = () => (stage.files.get(published.ended(onSale)) as EndedPasses | undefined)?.devices;
const listOf = async (receipt: string) => {
  const seen = await stage.devices(receipt);
  if (!seen.ok) throw new Error(seen.refusal);
  return seen.devices.devices;
};

async function open(of: SmallStage) {
  stage = of;
  await stage.open(anOpening({ entry: 'members', roster: 'friends' }));
  const members = [
    { member: 'A1', postcode: 'N1' },
    { member: 'B1', postcode: 'N2' },
  ];
  await loadRoster({ fans: stage.stores.fans, keys }, { roster: 'friends', members });
}
beforeEach(() => open(new SmallStage()));

/** The member has the place on the phone; then somebody else who knows number and postcode has it too. */
async function two() {
  const phone = joined(await from('phone'));
  stage.now += 1000;
  const other = joined(await from('other', { agent: firefox, address: '203.0.113.7' }));
  return { phone, other, name: other.place.device ?? '' };
}
const toTheirTurn = async () => stage.run(opensAt + 3000);

describe('the devices of a place', () => {
  test('each has a receipt of its own for the one place; a repeated join is the same device', async () => {
    const { phone, other } = await two();
    expect(phone.place.device).toBeUndefined();
    expect(phone).not.toHaveProperty('devices');
    expect(other.place.device).toMatch(/^[\w-]{16}$/);
    expect(other.devices).toBe(2);
    const { device: _device, ...place } = other.place;
    expect(place).toEqual(phone.place);
    for (const address of ['192.0.2.1', '198.51.100.1']) {
      expect(joined(await from('phone', { address })).receipt).toBe(phone.receipt);
      expect(joined(await from('other', { address })).receipt).toBe(other.receipt);
    }
  });

  test('the first costs the join no write more, another costs it one', async () => {
    const writes: string[] = [];
    const count =
      (name: string, act: (...given: never[]) => unknown) =>
      (...given: never[]) => {
        writes.push(name);
        return act(...given);
      };
    const { fans } = stage.stores;
    await open(
      new SmallStage({
        ...twins(),
        fans: { ...fans, pin: count('pin', fans.pin), addDevice: count('add', fans.addDevice) } as typeof fans,
      }),
    );
    await from('phone');
    await from('phone');
    expect(writes).toEqual(['pin']);
    await from('other');
    await from('other');
    expect(writes).toEqual(['pin', 'add']);
  });

  test('fifty joins of two browsers at once, the first ones as well, are two devices', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, at) => from(at % 2 ? 'phone' : 'tablet')));
    const receipts = new Set(all.map((one) => joined(one).receipt));
    expect(receipts.size).toBe(2);
    const [one = ''] = receipts;
    expect(await listOf(one)).toHaveLength(2);
  });

  test('a client that sends no secret is known by where it is and what it calls itself', async () => {
    const one = joined(await from(undefined));
    expect(joined(await from(undefined)).receipt).toBe(one.receipt);
    expect(joined(await from(undefined, { agent: firefox })).place.device).toBeDefined();
    expect(joined(await from(undefined, { address: '203.0.113.9' })).place.device).toBeDefined();
  });

  test('the fan sees kinds and moments, and nothing by which anybody could be found', async () => {
    const { phone, other, name } = await two();
    const first = { kind: { browser: 'Chrome', system: 'Android' }, joinedAt: opensAt - 60_000 };
    const second = { device: name, kind: { browser: 'Firefox', system: 'Linux' }, joinedAt: opensAt - 59_000 };
    expect(await listOf(phone.receipt)).toEqual([
      { ...first, here: true },
      { ...second, mayEnd: true },
    ]);
    expect(await listOf(other.receipt)).toEqual([first, { ...second, here: true }]);
    const record = JSON.stringify(await stage.stores.fans.read(onSale, phone.place.fan));
    for (const told of ['192.0.2.1', '203.0.113.7', 'Mozilla', secret('phone'), secret('other')])
      expect(record).not.toContain(told);
  });

  test('those that come when it has the most are one with the youngest, so nobody is crowded out or refused', async () => {
    const { phone } = await two();
    const rest = [];
    for (let at = 0; at < mostDevices + 3; at += 1) {
      stage.now += 1000;
      rest.push(joined(await from(`flood-${at}`)).place.device);
    }
    expect(await listOf(phone.receipt)).toHaveLength(mostDevices);
    expect(new Set(rest).size).toBe(mostDevices - 2);
    expect(joined(await from('phone')).receipt).toBe(phone.receipt);
  });
});

describe('a device ends one that came after it', () => {
  test('and its receipt and passes end within seconds, while the fan shops on', async () => {
    const { phone, other, name } = await two();
    await toTheirTurn();
    const theirs = claimed(await stage.claim(other.receipt));
    expect(theirs.read).toMatchObject({ d: name });
    expect(theirs.devices).toBe(2);
    expect(await stage.devices(phone.receipt, name)).toMatchObject({
      ok: true,
      ended: true,
      devices: { devices: [{ here: true }] },
    });
    for (const refused of [
      await stage.claim(other.receipt),
      await stage.extend(other.receipt),
      await stage.leave(other.receipt),
      await stage.appeal(other.receipt),
      await stage.devices(other.receipt),
    ])
      expect(refused).toMatchObject({ ok: false, refusal: 'device-ended' });
    await stage.run(stage.now + 2000);
    expect(ended()).toEqual([name]);
    // The turn is the fan's, and its slot is in use as before.
    const own = claimed(await stage.claim(phone.receipt));
    expect(own).toMatchObject({ how: 'again', expiresAt: theirs.expiresAt });
    expect(own.read).not.toHaveProperty('d');
    expect(own).not.toHaveProperty('devices');
    expect(await stage.shoppers()).toMatchObject({ inUse: 1 });
  });

  test('and never one that came before it, nor itself, nor one of another fan', async () => {
    const { phone, other, name } = await two();
    stage.now += 1000;
    const third = joined(await from('third'));
    const stranger = joined(
      await stage.joinAs({ entry: 'members', member: 'B1', postcode: 'N2' }, undefined, traits(chrome)),
    );
    expect(await stage.devices(other.receipt, name)).toMatchObject({
      refusal: 'device-unknown',
      errors: [{ field: 'body.end' }],
    });
    expect(await stage.devices(third.receipt, name)).toMatchObject({ refusal: 'device-unknown' });
    expect(await stage.devices(stranger.receipt, name)).toMatchObject({ ok: true, ended: false });
    expect(await listOf(phone.receipt)).toHaveLength(3);
    expect(await stage.devices(other.receipt, third.place.device)).toMatchObject({ ok: true, ended: true });
    expect(await listOf(phone.receipt)).toHaveLength(2);
  });

  test('twice, or cut short anywhere, and it is ended once', async () => {
    for (let at = 1; ; at += 1) {
      let calls = 0;
      const stores = twins();
      await open(new SmallStage(stores));
      const { phone, name } = await two();
      const whole = stage;
      stage = new SmallStage(
        faulty(stores, () => {
          calls += 1;
          if (calls === at) throw new Error('cut short');
        }),
        whole.files,
      );
      stage.now = whole.now;
      const done = await stage.devices(phone.receipt, name).catch(() => undefined);
      stage = whole;
      expect(await stage.devices(phone.receipt, name)).toMatchObject({ ok: true });
      expect(await stage.devices(phone.receipt, name)).toMatchObject({ ok: true, ended: false });
      expect(await listOf(phone.receipt)).toHaveLength(1);
      expect((await stage.stores.fans.read(onSale, phone.place.fan))?.endings).toBe(1);
      await stage.tick();
      expect(ended()).toEqual([name]);
      if (done?.ok && calls < at) return;
    }
  });

  test('whoever comes then stands behind: it has the place, shops after the others, and takes nothing from them', async () => {
    const { phone, name } = await two();
    await stage.devices(phone.receipt, name);
    // The right postcode is never refused, and a device that was there before stands where it stood.
    const again = joined(await from('other'));
    expect(again.place.device).not.toBe(name);
    expect((await listOf(phone.receipt))[1]).toMatchObject({ behind: true, mayEnd: true });
    expect(joined(await from('phone')).receipt).toBe(phone.receipt);
    await toTheirTurn();
    expect(await stage.claim(again.receipt)).toMatchObject({ refusal: 'device-behind', retryAfterMs: 60_000 });
    const own = claimed(await stage.claim(phone.receipt));
    for (const refused of [
      await stage.claim(again.receipt),
      await stage.extend(again.receipt),
      await stage.leave(again.receipt),
    ])
      expect(refused).toMatchObject({ refusal: 'device-behind' });
    expect(claimed(await stage.claim(phone.receipt)).expiresAt).toBe(own.expiresAt);
  });

  test('five minutes after the call it is let in where nobody of the others came', async () => {
    const { phone, name } = await two();
    await stage.devices(phone.receipt, name);
    const again = joined(await from('tablet'));
    await toTheirTurn();
    expect(await stage.claim(again.receipt)).toMatchObject({ refusal: 'device-behind' });
    stage.now += slowMs - 4000;
    expect(await stage.claim(again.receipt)).toMatchObject({ refusal: 'device-behind', retryAfterMs: 1000 });
    stage.now += 4000;
    const theirs = claimed(await stage.claimLate(again.receipt));
    expect(theirs.how).toBe('late');
    // It is its own pass, and the fan's as well.
    expect(await stage.extend(again.receipt)).toMatchObject({ ok: true });
    expect(claimed(await stage.claim(phone.receipt)).how).toBe('again');
    expect(await stage.leave(again.receipt)).toMatchObject({ ok: true, gave: 'pass' });
  });

  test('for a place no more than so often: the list that everybody reads has an end', async () => {
    const { phone, name } = await two();
    let last = name;
    for (let at = 0; at < mostEndings; at += 1) {
      expect(await stage.devices(phone.receipt, last)).toMatchObject({ ended: true });
      stage.now += 1000;
      last = joined(await from('other')).place.device ?? '';
    }
    expect(await stage.devices(phone.receipt, last)).toMatchObject({ refusal: 'device-unknown' });
    await stage.tick();
    expect(ended()).toHaveLength(mostEndings);
  });
});

describe('leaving', () => {
  test('a device that came later leaves alone, and the place stays', async () => {
    const { phone, other } = await two();
    expect(await stage.leave(other.receipt)).toMatchObject({ ok: true, gave: 'device' });
    expect(await stage.leave(other.receipt)).toMatchObject({ refusal: 'device-ended' });
    expect(await listOf(phone.receipt)).toHaveLength(1);
    await toTheirTurn();
    expect(await stage.claim(phone.receipt)).toMatchObject({ ok: true, how: 'on-time' });
    expect(ended()).toBeUndefined();
  });

  test('the first gives the place up, and takes it back as the first', async () => {
    const { phone } = await two();
    expect(await stage.leave(phone.receipt)).toMatchObject({ ok: true, gave: 'place' });
    expect(joined(await from('phone')).receipt).toBe(phone.receipt);
  });
});

describe('a device that holds the place', () => {
  const guessAtTheirs = async () => {
    for (let at = 0; at < mostTries; at += 1) await from(undefined, { agent: firefox, postcode: `GUESS${at}` });
    expect(await from(undefined, { agent: firefox })).toMatchObject({ refusal: 'too-many-tries' });
  };

  test('joins again whatever others guessed from its address: by its secret, or by its receipt', async () => {
    const phone = joined(await from('phone'));
    await guessAtTheirs();
    expect(joined(await from('phone')).receipt).toBe(phone.receipt);
    expect(joined(await from('phone', { postcode: 'TYPO' })).receipt).toBe(phone.receipt);
    expect(joined(await from(undefined, { receipt: phone.receipt })).receipt).toBe(phone.receipt);
  });

  test('is known by no receipt of another fan, line or maker, and by no receipt that was ended', async () => {
    const { phone, other, name } = await two();
    const stranger = joined(
      await stage.joinAs({ entry: 'members', member: 'B1', postcode: 'N2' }, undefined, traits(chrome)),
    );
    await stage.devices(phone.receipt, name);
    await guessAtTheirs();
    for (const receipt of [stranger.receipt, `${phone.receipt.slice(0, -2)}AA`, other.receipt, 'r2.x.y', '💺'])
      expect(await from(undefined, { receipt })).toMatchObject({ refusal: 'too-many-tries' });
  });

  test('is not taken for one by its address and its name: those who share both could be anybody', async () => {
    const first = joined(await from(undefined));
    await guessAtTheirs();
    expect(await from(undefined)).toMatchObject({ refusal: 'too-many-tries' });
    expect(await from(undefined, { address: '203.0.113.1', postcode: 'WRONG' })).toMatchObject({
      refusal: 'member-unknown',
    });
    expect(joined(await from(undefined, { receipt: first.receipt })).receipt).toBe(first.receipt);
  });
});
