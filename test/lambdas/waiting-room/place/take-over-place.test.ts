import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Place } from '../../../../contracts/line.ts';
import { type EndedPasses, firstDeviceName } from '../../../../contracts/pass.ts';
import { published } from '../../../../contracts/paths.ts';
import { deviceOver, rememberEnded, turnOver } from '../../../../lambdas/foundation/ended-passes.ts';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { helpFan } from '../../../../lambdas/waiting-room/find/help-fan.ts';
import { lookAtFan } from '../../../../lambdas/waiting-room/find/look-at-fan.ts';
import { mostHandovers } from '../../../../lambdas/waiting-room/find/why-not-now.ts';
import { rememberMarks } from '../../../../lambdas/waiting-room/line/marks.ts';
import { mostWrongCodes, wrongCodesMs } from '../../../../lambdas/waiting-room/place/take-over-place.ts';
import { codeLastsMs } from '../../../../rules/handover-code.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';
import { killAt } from '../../../interrupted.ts';
import { anOpening, claimed, faulty, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

/* Long because a place is handed over before and after each thing that its devices may do. */

const secret = (name: string) => name.padEnd(22, '_');
const traits = (address: string) => ({ address, marks: true, script: false, agent: 'Firefox/145.0' });

let stage: SmallStage;
let audit: ReturnType<typeof auditTwin>;
let ids: number;
beforeEach(async () => {
  stage = new SmallStage();
  audit = auditTwin();
  ids = 0;
  await stage.open();
});

const supervisor: ActingMember = {
  email: 'supervisor@example.org',
  may: (permission, places) =>
    may([{ role: 'box-office-supervisor', scope: { of: 'everything' } }], permission, places, stage.now),
  roleFor: (permission, place) =>
    roleFor([{ role: 'box-office-supervisor', scope: { of: 'everything' } }], permission, place, stage.now),
};
const helpDeps = () => ({
  ...stage.stores,
  marks: rememberMarks(stage.stores.marks),
  keys,
  audit,
  newId: () => {
    ids += 1;
    return `deed-${ids}`;
  },
});
const ask = (fan: string, key = 'key-of-a-code-1', codes = 0) =>
  helpFan(
    helpDeps(),
    supervisor,
    { onSale, help: { act: 'hand-over', fan, reason: 'the phone broke', key, codes } },
    stage.now,
  );
async function codeFor(fan: string, key?: string, codes?: number): Promise<string> {
  const helped = await ask(fan, key, codes);
  if (!helped.ok || !helped.helped.code) throw new Error('No code');
  return helped.helped.code;
}
const taken = async (code: string, device: string) => {
  const outcome = await stage.takeOver(code, secret(device));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.joined;
};
const look = async (fan: string) => {
  const [line, record] = [await stage.line(), await stage.stores.fans.read(onSale, fan)];
  if (!record) throw new Error('There is no such fan');
  return lookAtFan(helpDeps(), supervisor, line, record, stage.now);
};
const listed = () => (stage.files.get(published.ended(onSale)) as EndedPasses | undefined)?.devices ?? [];
/** The guards of seating and ordering, cold. */
const ended = () => rememberEnded(async (path) => stage.files.get(path) as EndedPasses | undefined);
const toTheirTurn = () => stage.run(opensAt + 3000);

describe('a place is handed over to another device', () => {
  test('which has the place and its position from then on, and is the first of it', async () => {
    const phone = joined(await stage.join(1));
    const code = await codeFor(phone.place.fan);
    expect(code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    const laptop = await taken(code.toLowerCase(), 'laptop');
    const { device, ...place } = laptop.place;
    expect(place).toEqual(phone.place);
    expect(device).toMatch(/^[\w-]{16}$/);
    await toTheirTurn();
    expect(claimed(await stage.claim(laptop.receipt))).toMatchObject({ position: 1, read: { d: device } });
    expect(await stage.devices(laptop.receipt)).toMatchObject({ devices: { devices: [{ device, here: true }] } });
  });

  test('and those of before can neither claim, nor leave, nor see or end a device', async () => {
    const phone = joined(await stage.join(1));
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    await toTheirTurn();
    for (const act of ['claim', 'leave', 'devices', 'extend', 'appeal'] as const) {
      // An extension needs a pass that runs.
      if (act === 'extend') claimed(await stage.claim(laptop.receipt));
      expect([act, await stage[act](phone.receipt)]).toMatchObject([act, { refusal: 'device-ended' }]);
    }
    expect((await stage.shoppers()).inUse).toBe(1);
  });

  test('a pass in use goes on at the new device alone, and within seconds all rooms know', async () => {
    const phone = joined(await stage.join(1));
    await toTheirTurn();
    const before = claimed(await stage.claim(phone.receipt));
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    await stage.run(stage.now + 2000);
    const after = claimed(await stage.claim(laptop.receipt));
    expect(after).toMatchObject({ how: 'again', expiresAt: before.expiresAt, position: before.position });
    const passOf = ({ read }: typeof before) => {
      if (!read) throw new Error('The pass is not genuine');
      return read;
    };
    expect(await turnOver(ended(), passOf(before), stage.now)).toMatchObject({ refusal: 'pass-over' });
    expect(await turnOver(ended(), passOf(after), stage.now)).toBeUndefined();
    expect(listed()).toEqual([phone.place.mark, firstDeviceName({ q: before.position })].sort());
    const { device = '' } = laptop.place;
    expect(await deviceOver(ended(), { onSale, device: phone.place.mark }, stage.now)).toMatchObject({ ok: false });
    expect(await deviceOver(ended(), { onSale, device }, stage.now)).toBeUndefined();
  });

  test('one that joins again stands behind', async () => {
    const phone = joined(await stage.join(1));
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    stage.now += 1000;
    const again = joined(await stage.join(1));
    expect(again.place.device).toMatch(/./);
    expect(again.place.device).not.toBe(laptop.place.device);
    await toTheirTurn();
    expect(await stage.claim(again.receipt)).toMatchObject({ refusal: 'device-behind' });
    expect(await stage.devices(again.receipt, laptop.place.device)).toMatchObject({ refusal: 'device-unknown' });
    expect(await stage.devices(laptop.receipt, again.place.device)).toMatchObject({ ended: true });
    claimed(await stage.claim(laptop.receipt));
  });

  test('again, to a third: the second is ended by its name', async () => {
    const phone = joined(await stage.join(1));
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    stage.now += 1000;
    const library = await taken(await codeFor(phone.place.fan, 'key-of-a-code-2', 1), 'library');
    await toTheirTurn();
    expect(await stage.claim(laptop.receipt)).toMatchObject({ refusal: 'device-ended' });
    claimed(await stage.claim(library.receipt));
    await stage.run(stage.now + 2000);
    expect(listed()).toContain(laptop.place.device);
    expect(await look(phone.place.fan)).toMatchObject({ devices: [{ first: true }], devicesEnded: 2, codes: 2 });
  });

  test('leaves the line as the one that took the place does', async () => {
    const phone = joined(await stage.join(1));
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    expect(await stage.leave(laptop.receipt)).toMatchObject({ gave: 'place' });
    await toTheirTurn();
    expect(await stage.claim(laptop.receipt)).toMatchObject({ refusal: 'place-given-up' });
  });

  test('a place that was given up is taken back', async () => {
    const phone = joined(await stage.join(1));
    await stage.leave(phone.receipt);
    const laptop = await taken(await codeFor(phone.place.fan), 'laptop');
    await toTheirTurn();
    claimed(await stage.claim(laptop.receipt));
  });
});

describe('a code', () => {
  let phone: { readonly place: Place; readonly receipt: string };
  beforeEach(async () => {
    phone = joined(await stage.join(1));
  });

  test('is for one device, which gets the same receipt again', async () => {
    const code = await codeFor(phone.place.fan);
    const laptop = await taken(code, 'laptop');
    stage.now += codeLastsMs;
    expect(await taken(code, 'laptop')).toEqual(laptop);
    expect(await stage.takeOver(code, secret('thief'))).toMatchObject({ refusal: 'handover-used' });
  });

  test('of many devices that type it at once, one has the place', async () => {
    const code = await codeFor(phone.place.fan);
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => stage.takeOver(code, secret(`device-${n}`))));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(one.refusal).toBe('handover-used');
    expect((await look(phone.place.fan)).devices).toHaveLength(1);
  });

  test('is good for ten minutes, and in its own line', async () => {
    const code = await codeFor(phone.place.fan);
    await stage.open(anOpening({ onSale: 'public' }));
    expect(await stage.takeOver(code, secret('laptop'), { line: 'public' })).toMatchObject({
      refusal: 'handover-wrong',
    });
    stage.now += codeLastsMs;
    expect(await stage.takeOver(code, secret('laptop'))).toMatchObject({ refusal: 'handover-old' });
    stage.now -= 1;
    await taken(code, 'laptop');
  });

  test('is over with the line, and nothing for a place that was removed', async () => {
    const code = await codeFor(phone.place.fan);
    await stage.judge(phone.place.fan, 'remove');
    expect(await stage.takeOver(code, secret('laptop'))).toMatchObject({ refusal: 'place-removed' });
    expect(await ask(phone.place.fan, 'key-of-a-code-2', 1)).toMatchObject({ refusal: 'help-not-now' });
    expect(await stage.takeOver(code, secret('laptop'), { line: 'nowhere' })).toMatchObject({
      refusal: 'line-unknown',
    });
    stage.now = (await stage.line()).facts.closesAt;
    expect(await stage.takeOver(code, secret('laptop'))).toMatchObject({ refusal: 'line-closed' });
    expect(await ask(phone.place.fan, 'key-of-a-code-2', 1)).toMatchObject({ refusal: 'help-not-now' });
  });

  test('the newest of a place is good, and no other', async () => {
    const first = await codeFor(phone.place.fan);
    const second = await codeFor(phone.place.fan, 'key-of-a-code-2', 1);
    expect(second).not.toBe(first);
    expect(await stage.takeOver(first, secret('laptop'))).toMatchObject({ refusal: 'handover-old' });
    await taken(second, 'laptop');
  });

  test('wrong ones are counted by address, and then the right one is refused there as well', async () => {
    const code = await codeFor(phone.place.fan);
    const here = { traits: traits('192.0.2.1') };
    const guesses = Array.from({ length: mostWrongCodes }, (_, n) => `BBBB-BBB${'BCDFGHJKLMNPQRSTVWXZ'[n]}`);
    for (const guess of ['', ...guesses.slice(1)])
      expect(await stage.takeOver(guess, secret('thief'), here)).toMatchObject({ refusal: 'handover-wrong' });
    const refused = { refusal: 'handover-tries', retryAfterMs: wrongCodesMs };
    expect(await stage.takeOver('BBBB-BBBB', secret('thief'), here)).toMatchObject(refused);
    expect(await stage.takeOver(code, secret('thief'), here)).toMatchObject(refused);
    const elsewhere = await stage.takeOver(code, secret('laptop'), { traits: traits('198.51.100.1') });
    expect(elsewhere).toMatchObject({ ok: true });
    stage.now += wrongCodesMs;
    expect(await stage.takeOver(code, secret('thief'), here)).toMatchObject({ refusal: 'handover-used' });
  });

  test('neither the code nor its key is kept anywhere', async () => {
    const kept: unknown[] = [];
    const { fans, handovers } = stage.stores;
    const put: typeof handovers.put = (...given) => {
      kept.push(given);
      return handovers.put(...given);
    };
    const deps = { ...helpDeps(), handovers: { ...handovers, put } };
    const help = { act: 'hand-over', fan: phone.place.fan, reason: 'broke', key: 'key-of-a-code-1', codes: 0 } as const;
    const helped = await helpFan(deps, supervisor, { onSale, help }, stage.now);
    if (!helped.ok) throw new Error(helped.refusal);
    kept.push(await fans.read(onSale, phone.place.fan), audit.entries, [...stage.files]);
    const code = helped.helped.code ?? '';
    expect(kept).not.toHaveLength(0);
    for (const told of [code, code.replace('-', ''), help.key]) expect(JSON.stringify(kept)).not.toContain(told);
  });
});

describe('staff', () => {
  let phone: { readonly place: Place; readonly receipt: string };
  beforeEach(async () => {
    phone = joined(await stage.join(1));
  });

  test('are written down with the reason, and see until when a code is good and that it was used', async () => {
    const code = await codeFor(phone.place.fan);
    expect(audit.entries).toMatchObject([
      { act: 'hand-over-fan', person: 'supervisor@example.org', note: 'the phone broke' },
    ]);
    expect(await look(phone.place.fan)).toMatchObject({ codes: 1, handover: { until: stage.now + codeLastsMs } });
    stage.now += 5000;
    await taken(code, 'laptop');
    expect((await look(phone.place.fan)).handover).toMatchObject({ usedAt: stage.now });
  });

  test('get the same code by the same key, also after it was used', async () => {
    const code = await codeFor(phone.place.fan);
    stage.now += 5000;
    expect(await codeFor(phone.place.fan)).toBe(code);
    expect((await look(phone.place.fan)).handover?.until).toBe(stage.now - 5000 + codeLastsMs);
    await taken(code, 'laptop');
    expect(await codeFor(phone.place.fan)).toBe(code);
    expect(await look(phone.place.fan)).toMatchObject({ codes: 1 });
  });

  test('of two who make one at once, one is told', async () => {
    const both = await Promise.all([1, 2].map((n) => ask(phone.place.fan, `key-of-a-code-${n}`)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [told] = both.filter(({ ok }) => !ok);
    expect(told).toMatchObject({ refusal: 'help-not-now', detail: expect.stringContaining('meanwhile') });
    const helped = both.find(({ ok }) => ok);
    await taken((helped?.ok && helped.helped.code) || '', 'laptop');
  });

  test(`hand a place over ${mostHandovers} times at most, so that the published list has an end`, async () => {
    for (let n = 0; n < mostHandovers; n += 1) {
      await taken(await codeFor(phone.place.fan, `key-of-a-code-${n}`, n), `device-${n}`);
      stage.now += 1000;
    }
    expect(await ask(phone.place.fan, 'key-of-a-code-9', mostHandovers)).toMatchObject({ refusal: 'help-not-now' });
  });

  test('make none for a join that was cut short', async () => {
    const cut = keys.fanKey(onSale, 'visitor|cut');
    await stage.stores.fans.pin({ onSale, fan: cut, round: 0, shard: 0, joinedAt: stage.now });
    expect(await ask(cut)).toMatchObject({ refusal: 'help-not-now' });
  });
});

describe('at the same time', () => {
  test('a claim of the phone that began before gives no pass that works', async () => {
    const phone = joined(await stage.join(1));
    await toTheirTurn();
    const code = await codeFor(phone.place.fan);
    // The claim has read the record; the laptop takes the place before the claim writes.
    const { fans } = stage.stores;
    let laptop: Awaited<ReturnType<typeof taken>> | undefined;
    const late = new SmallStage(
      {
        ...stage.stores,
        fans: {
          ...fans,
          async grant(...given) {
            laptop ??= await taken(code, 'laptop');
            return fans.grant(...given);
          },
        },
      },
      stage.files,
    );
    late.now = stage.now;
    expect(await late.claim(phone.receipt)).toMatchObject({ refusal: 'device-ended' });
    claimed(await stage.claim(laptop?.receipt));
  });

  test('a device that joins while the place is handed over is ended with the others, or stands behind', async () => {
    const phone = joined(await stage.join(1));
    const code = await codeFor(phone.place.fan);
    const { fans } = stage.stores;
    const kind = { browser: 'Chrome', system: 'Android' } as const;
    let comes = true;
    const late = new SmallStage(
      {
        ...stage.stores,
        fans: {
          ...fans,
          async handOver(...given) {
            if (comes) {
              comes = false;
              const device = { name: 'came-between', kind, joinedAt: stage.now };
              expect(await fans.addDevice(onSale, phone.place.fan, 'k9', device)).toMatchObject({ ok: true });
            }
            return fans.handOver(...given);
          },
        },
      },
      stage.files,
    );
    late.now = stage.now;
    expect(await late.takeOver(code, secret('laptop'))).toMatchObject({ ok: true });
    await stage.tick();
    expect(listed()).toContain('came-between');
  });

  test('a crash at any step is mended by typing the code again', async () => {
    for (let step = 1; ; step += 1) {
      stage = new SmallStage();
      await stage.open();
      const phone = joined(await stage.join(1));
      await toTheirTurn();
      const before = claimed(await stage.claim(phone.receipt));
      const code = await codeFor(phone.place.fan);
      const killed = new SmallStage(faulty(stage.stores, killAt(step).fault), stage.files);
      killed.now = stage.now;
      const first = await killed.takeOver(code, secret('laptop')).catch(() => undefined);
      stage.now += 1000;
      const laptop = await taken(code, 'laptop');
      if (first?.ok) expect(laptop).toEqual(first.joined);
      await stage.run(stage.now + 2000);
      expect(listed()).toEqual([phone.place.mark, firstDeviceName({ q: before.position })].sort());
      expect(await stage.claim(phone.receipt)).toMatchObject({ refusal: 'device-ended' });
      claimed(await stage.claim(laptop.receipt));
      if (first?.ok) return;
      expect(step).toBeLessThan(60);
    }
  });

  test('a crash of the staff’s act at any step is mended by the same key', async () => {
    for (let step = 1; ; step += 1) {
      stage = new SmallStage();
      await stage.open();
      const phone = joined(await stage.join(1));
      const sound = stage.stores;
      const deps = { ...helpDeps(), ...faulty(sound, killAt(step).fault), marks: rememberMarks(sound.marks) };
      const help = {
        act: 'hand-over',
        fan: phone.place.fan,
        reason: 'broke',
        key: 'key-of-a-code-1',
        codes: 0,
      } as const;
      const first = await helpFan(deps, supervisor, { onSale, help }, stage.now).catch(() => undefined);
      const code = await codeFor(phone.place.fan);
      if (first?.ok) expect(first.helped.code).toBe(code);
      await taken(code, 'laptop');
      expect(await look(phone.place.fan)).toMatchObject({ codes: 1 });
      if (first?.ok) return;
      expect(step).toBeLessThan(60);
    }
  });
});
