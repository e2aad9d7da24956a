import { describe, expect, test } from '@jest/globals';
import { mostDevices } from '../../../../lambdas/waiting-room/place/devices.ts';
import type { FanStore, Pin } from '../../../../lambdas/waiting-room/place/fan-store.ts';

let made = 0;

export function aPin(): Pin {
  made += 1;
  return { onSale: 'friends', fan: `fan-${made}`, round: 1, shard: 2, joinedAt: 4 };
}

/* Long because one item keeps all that is known of a fan, and each part of it has its condition. */

/** The duties of every fan store. */
export function fanStoreContract(name: string, store: () => FanStore): void {
  describe(`fan store: ${name}`, () => {
    test('puts a pin once, and says which the fan has', async () => {
      const fans = store();
      const pin = aPin();
      expect(await fans.read(pin.onSale, pin.fan)).toBeUndefined();
      expect(await fans.pin(pin)).toEqual({ ok: true });
      expect(await fans.pin({ ...pin, shard: 99 })).toEqual({ ok: false, fan: { pin } });
      expect(await fans.read(pin.onSale, pin.fan)).toEqual({ pin });
      expect(await fans.look(pin.onSale, pin.fan)).toEqual({ fan: { pin }, members: [] });
    });

    test('of many places put at the same time one stands', async () => {
      const fans = store();
      const pin = aPin();
      const written = await Promise.all(Array.from({ length: 50 }, (_, shard) => fans.pin({ ...pin, shard })));
      expect(written.filter(({ ok }) => ok)).toHaveLength(1);
      const standing = await fans.read(pin.onSale, pin.fan);
      for (const put of written) if (!put.ok) expect(put.fan).toEqual(standing);
    });

    test('a pin moves from where it was read, once, and keeps all else', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin, { needs: ['wheelchair'] });
      const moves = await Promise.all([7, 8, 9].map((shard) => fans.repin(pin, { round: 2, shard })));
      expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
      const standing = await fans.read(pin.onSale, pin.fan);
      expect(standing).toEqual({
        pin: { ...pin, round: 2, shard: moves.findIndex(({ ok }) => ok) + 7 },
        needs: ['wheelchair'],
      });
      for (const move of moves) if (!move.ok) expect(move.fan).toEqual(standing);
      expect(await fans.repin(pin, { round: 3, shard: 1 })).toEqual({ ok: false, fan: standing });
    });

    test('notes a readmission after the pass that it follows, and after no other', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const first = { after: 0, until: 99 };
      expect(await fans.readmit(pin.onSale, pin.fan, { after: 1, until: 99 })).toEqual({ ok: false, fan: { pin } });
      expect(await fans.readmit(pin.onSale, pin.fan, first)).toEqual({ ok: true });
      expect(await fans.read(pin.onSale, pin.fan)).toEqual({ pin, readmission: first });
      const pass = { number: 1, position: 7, expiresAt: 50 };
      expect(await fans.grant(pin.onSale, pin.fan, { ...pass, voucher: true }, 1)).toEqual({ ok: true });
      expect(await fans.readmit(pin.onSale, pin.fan, first)).toMatchObject({ ok: false, fan: { pass } });
      expect(await fans.readmit(pin.onSale, pin.fan, { after: 1, until: 120 })).toEqual({ ok: true });
      expect(await fans.read(pin.onSale, pin.fan)).toMatchObject({
        readmission: { after: 1, until: 120 },
        vouchers: 1,
      });
    });

    describe('devices', () => {
      const kind = { browser: 'Firefox', system: 'Linux' } as const;
      const later = (name: string, more = {}) => ({ name, kind, joinedAt: 9, ...more });
      const placed = async () => {
        const fans = store();
        const pin = aPin();
        await fans.pin(pin, { device: { key: 'k0', kind } });
        return { fans, pin, devicesOf: async () => (await fans.read(pin.onSale, pin.fan))?.devices };
      };

      test('the first stands in the pin, each other once beside it', async () => {
        const { fans, pin, devicesOf } = await placed();
        const first = { kind, joinedAt: pin.joinedAt };
        expect(await devicesOf()).toEqual({ k0: first });
        const many = await Promise.all(
          ['a', 'b', 'c'].map((name) => fans.addDevice(pin.onSale, pin.fan, 'k1', later(name))),
        );
        expect(many.filter(({ ok }) => ok)).toHaveLength(1);
        const standing = await fans.read(pin.onSale, pin.fan);
        expect(standing?.devices).toEqual({
          k0: first,
          k1: later(['a', 'b', 'c'][many.findIndex(({ ok }) => ok)] ?? ''),
        });
        for (const one of many) if (!one.ok) expect(one.fan).toEqual(standing);
        expect(await fans.addDevice(pin.onSale, pin.fan, 'k0', later('d'))).toMatchObject({ ok: false });
      });

      test('a place has no more than the most', async () => {
        const { fans, pin, devicesOf } = await placed();
        const many = await Promise.all(
          Array.from({ length: 3 * mostDevices }, (_, at) =>
            fans.addDevice(pin.onSale, pin.fan, `later-${at}`, later(`${at}`)),
          ),
        );
        expect(many.filter(({ ok }) => ok)).toHaveLength(mostDevices - 1);
        expect(Object.keys((await devicesOf()) ?? {})).toHaveLength(mostDevices);
      });

      test('one that is ended is counted once; from then on only those come that stand behind', async () => {
        const { fans, pin, devicesOf } = await placed();
        const { onSale, fan } = pin;
        await fans.addDevice(onSale, fan, 'k1', later('a'));
        expect(await fans.addDevice(onSale, fan, 'k2', later('b', { behind: true }))).toMatchObject({ ok: false });
        await Promise.all([1, 2, 3].map(() => fans.dropDevice(onSale, fan, 'k1', 'ended')));
        expect(await fans.read(onSale, fan)).toMatchObject({ endings: 1 });
        expect(await fans.addDevice(onSale, fan, 'k1', later('c'))).toMatchObject({ ok: false, fan: { endings: 1 } });
        expect(await fans.addDevice(onSale, fan, 'k1', later('c', { behind: true }))).toEqual({ ok: true });
        expect(Object.keys((await devicesOf()) ?? {}).sort()).toEqual(['k0', 'k1']);
      });

      test('one that leaves is not counted, and the last leaves none', async () => {
        const { fans, pin } = await placed();
        await fans.dropDevice(pin.onSale, pin.fan, 'k0', 'left');
        await fans.dropDevice(pin.onSale, pin.fan, 'nobody', 'left');
        expect(await fans.read(pin.onSale, pin.fan)).toEqual({ pin });
      });

      test('when it is let in is fixed once, and not for one that is gone', async () => {
        const { fans, pin, devicesOf } = await placed();
        await fans.addDevice(pin.onSale, pin.fan, 'k1', later('a'));
        expect(await fans.letDeviceIn(pin.onSale, pin.fan, 'k1', 500)).toBe(500);
        expect(await fans.letDeviceIn(pin.onSale, pin.fan, 'k1', 900)).toBe(500);
        expect(await devicesOf()).toMatchObject({ k1: later('a', { letInAt: 500 }) });
        expect(await fans.letDeviceIn(pin.onSale, pin.fan, 'k2', 900)).toBeUndefined();
        expect(await fans.letDeviceIn(pin.onSale, 'nobody', 'k1', 900)).toBeUndefined();
      });
    });

    describe('a code for another device', () => {
      const kind = { browser: 'Firefox', system: 'Linux' } as const;
      const to = { key: 'k9', device: { name: 'new', kind, joinedAt: 60, first: true }, usedAt: 60 } as const;
      const codeOf = (number: number) => ({ number, code: `seal-${number}`, until: 99 });
      const offered = async () => {
        const fans = store();
        const pin = aPin();
        await fans.pin(pin, { device: { key: 'k0', kind } });
        await fans.addDevice(pin.onSale, pin.fan, 'k1', { name: 'a', kind, joinedAt: 9 });
        await fans.offerHandover(pin.onSale, pin.fan, codeOf(1));
        const read = async () => (await fans.read(pin.onSale, pin.fan)) ?? { pin };
        return { fans, pin, ...pin, read, was: await read() };
      };

      test('is noted if it is the next of its place; of many at once one is', async () => {
        const { fans, onSale, fan, read } = await offered();
        expect(await fans.offerHandover(onSale, fan, codeOf(1))).toEqual({ ok: false, fan: await read() });
        expect(await fans.offerHandover(onSale, fan, codeOf(3))).toMatchObject({ ok: false });
        const many = await Promise.all(
          ['x', 'y', 'z'].map((code) => fans.offerHandover(onSale, fan, { ...codeOf(2), code })),
        );
        expect(many.filter(({ ok }) => ok)).toHaveLength(1);
        for (const one of many) if (!one.ok) expect(one.fan).toEqual(await read());
      });

      test('is used once: the device has the place alone, and all of before are counted as ended', async () => {
        const { fans, onSale, fan, was, read } = await offered();
        await fans.leave(onSale, fan, 50);
        const many = await Promise.all([1, 2, 3].map(() => fans.handOver(onSale, was, to)));
        expect(many.filter(({ ok }) => ok)).toHaveLength(1);
        const standing = await read();
        expect(standing).toEqual({
          pin: was.pin,
          devices: { k9: to.device },
          endings: 2,
          handover: { ...codeOf(1), usedAt: 60 },
          handedOver: 1,
        });
        for (const one of many) expect(one.fan).toEqual(standing);
      });

      test('is not used if a newer one stands, a device came, a pass was taken, or the place was removed', async () => {
        const acts = [
          ({ fans, onSale, fan }) => fans.offerHandover(onSale, fan, codeOf(2)),
          ({ fans, onSale, fan }) => fans.addDevice(onSale, fan, 'k2', { name: 'b', kind, joinedAt: 9 }),
          ({ fans, onSale, fan }) => fans.dropDevice(onSale, fan, 'k1', 'left'),
          ({ fans, onSale, fan }) => fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 90 }),
          ({ fans, onSale, fan }) => fans.setSlowerLane(onSale, fan, { state: 'removed', why: 'staff', at: 5 }),
        ] satisfies ((on: Awaited<ReturnType<typeof offered>>) => Promise<unknown>)[];
        for (const meanwhile of acts) {
          const on = await offered();
          await meanwhile(on);
          const standing = await on.read();
          expect(await on.fans.handOver(on.onSale, on.was, to)).toEqual({ ok: false, fan: standing });
          expect(await on.read()).toEqual(standing);
        }
      });

      test('after it was used nobody leaves or takes a pass who read the place before', async () => {
        const { fans, onSale, fan, was } = await offered();
        await fans.handOver(onSale, was, to);
        const pass = { number: 1, position: 7, expiresAt: 90 };
        expect(await fans.leave(onSale, fan, 70)).toMatchObject({ ok: false, fan: { handedOver: 1 } });
        expect(await fans.grant(onSale, fan, pass)).toMatchObject({ ok: false, fan: { handedOver: 1 } });
        expect(await fans.grant(onSale, fan, pass, undefined, 1)).toEqual({ ok: true });
        expect(await fans.leave(onSale, fan, 70, 1)).toMatchObject({ ok: false, fan: { pass } });
      });
    });

    test('looks up the fan and the member together', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      await fans.enrol('roster', [{ member: 'm1', postcode: 'p1' }]);
      const asked = { roster: 'roster', member: 'm1' };
      const members = [{ postcode: 'p1' }];
      expect(await fans.look(pin.onSale, pin.fan, [asked])).toEqual({ fan: { pin }, members });
      expect(await fans.look(pin.onSale, 'nobody', [asked])).toEqual({ members });
      expect(await fans.look(pin.onSale, 'nobody', [{ ...asked, roster: 'other' }])).toEqual({ members: [{}] });
    });

    test('looks in several rosters at once, and answers in the order asked', async () => {
      const fans = store();
      await fans.enrol('first', [{ member: 'm1', postcode: 'p1' }]);
      await fans.enrol('third', [{ member: 'm1', postcode: 'p3' }]);
      const asked = ['third', 'second', 'first'].map((roster) => ({ roster, member: 'm1' }));
      expect(await fans.look('friends', 'nobody', asked)).toEqual({
        members: [{ postcode: 'p3' }, {}, { postcode: 'p1' }],
      });
    });

    test('counts wrong postcodes up to a number, also of numbers in no roster, and forgets them in time', async () => {
      const fans = store();
      await fans.enrol('tried', [{ member: 'known', postcode: 'p1' }]);
      for (const member of ['known', 'unknown']) {
        const number = { roster: 'tried', member };
        const known = member === 'known' ? { postcode: 'p1' } : {};
        const tried = async () => (await fans.look('friends', 'nobody', [number])).members[0];
        expect(await fans.countTry(number, { now: 100, endsAt: 200, most: 3 })).toMatchObject({ ok: true });
        expect(await tried()).toEqual({ ...known, tries: { count: 1, endsAt: 200 } });
        const many = await Promise.all(
          [1, 2, 3, 4, 5].map(() => fans.countTry(number, { now: 150, endsAt: 250, most: 3 })),
        );
        expect(many.filter(({ ok }) => ok)).toHaveLength(2);
        expect(await tried()).toEqual({ ...known, tries: { count: 3, endsAt: 250 } });
        expect(await fans.countTry(number, { now: 249, endsAt: 349, most: 3 })).toMatchObject({ ok: false });
        expect(await fans.countTry(number, { now: 250, endsAt: 350, most: 3 })).toMatchObject({ ok: true });
        expect(await tried()).toEqual({ ...known, tries: { count: 1, endsAt: 350 } });
      }
      await fans.enrol('tried', [{ member: 'known', postcode: 'p2' }]);
      expect((await fans.look('friends', 'nobody', [{ roster: 'tried', member: 'known' }])).members).toEqual([
        { postcode: 'p2' },
      ]);
    });

    test('enrolling again replaces the postcode', async () => {
      const fans = store();
      await fans.enrol('again', [{ member: 'm1', postcode: 'old' }]);
      await fans.enrol('again', [{ member: 'm1', postcode: 'new' }]);
      expect((await fans.look('friends', 'nobody', [{ roster: 'again', member: 'm1' }])).members).toEqual([
        { postcode: 'new' },
      ]);
    });

    test('a place is given up once and taken back as it was', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      expect(await fans.leave(pin.onSale, pin.fan, 100)).toEqual({ ok: true });
      expect(await fans.leave(pin.onSale, pin.fan, 200)).toEqual({ ok: true });
      expect(await fans.read(pin.onSale, pin.fan)).toEqual({ pin, leftAt: 100 });
      await fans.rejoin(pin.onSale, pin.fan);
      await fans.rejoin(pin.onSale, pin.fan);
      expect(await fans.read(pin.onSale, pin.fan)).toEqual({ pin });
    });

    test('passes are granted one after the other, each number once', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      const first = { number: 1, position: 7, expiresAt: 900 };
      const granted = await Promise.all([1, 2, 3].map(() => fans.grant(onSale, fan, first)));
      expect(granted.filter(({ ok }) => ok)).toHaveLength(1);
      const pass = { ...first };
      expect(await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 950 })).toEqual({
        ok: false,
        fan: { pin, pass },
      });
      expect((await fans.grant(onSale, fan, { number: 3, position: 7, expiresAt: 950 })).ok).toBe(false);
      expect(await fans.grant(onSale, fan, { number: 2, position: 7, expiresAt: 950 })).toEqual({ ok: true });
      expect((await fans.read(onSale, fan))?.pass).toEqual({ number: 2, position: 7, expiresAt: 950 });
    });

    test('the vouchers that a fan used are counted with the pass, and stay counted', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 900 });
      expect(await fans.read(onSale, fan)).not.toHaveProperty('vouchers');
      await fans.grant(onSale, fan, { number: 2, position: 7, expiresAt: 950 }, 1);
      expect((await fans.grant(onSale, fan, { number: 2, position: 7, expiresAt: 950 }, 2)).ok).toBe(false);
      expect((await fans.read(onSale, fan))?.vouchers).toBe(1);
      await fans.grant(onSale, fan, { number: 3, position: 7, expiresAt: 990 });
      expect((await fans.read(onSale, fan))?.vouchers).toBe(1);
    });

    test('a pass ends by its number only, and at the first moment that was said', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 900 });
      await fans.endPass(onSale, fan, 2, 500);
      expect((await fans.read(onSale, fan))?.pass?.endedAt).toBeUndefined();
      await fans.endPass(onSale, fan, 1, 600);
      await fans.endPass(onSale, fan, 1, 700);
      expect((await fans.read(onSale, fan))?.pass).toEqual({ number: 1, position: 7, expiresAt: 900, endedAt: 600 });
    });

    test('no pass is granted to who gave up the place, and who had a pass cannot give it up', async () => {
      const fans = store();
      const left = aPin();
      await fans.pin(left);
      await fans.leave(left.onSale, left.fan, 5);
      const refused = await fans.grant(left.onSale, left.fan, { number: 1, position: 7, expiresAt: 900 });
      expect(refused).toEqual({ ok: false, fan: { pin: left, leftAt: 5 } });

      const shopping = aPin();
      await fans.pin(shopping);
      await fans.grant(shopping.onSale, shopping.fan, { number: 1, position: 7, expiresAt: 900 });
      const pass = { number: 1, position: 7, expiresAt: 900 };
      expect(await fans.leave(shopping.onSale, shopping.fan, 5)).toEqual({ ok: false, fan: { pin: shopping, pass } });
    });

    test('no pass is granted for a place that was removed; for one that is slower, or restored, it is', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      await fans.setSlowerLane(onSale, fan, { state: 'removed', why: 'staff', at: 5 });
      expect((await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 900 })).ok).toBe(false);
      await fans.setSlowerLane(onSale, fan, { state: 'slower', why: 'staff', at: 5 });
      expect(await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 900 })).toEqual({ ok: true });
      await fans.setSlowerLane(onSale, fan, undefined);
      expect(await fans.grant(onSale, fan, { number: 2, position: 7, expiresAt: 950 })).toEqual({ ok: true });
    });

    test('to end a pass says which that was, as it stood', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      await fans.grant(onSale, fan, { number: 1, position: 7, expiresAt: 900, voucher: true });
      const last = { number: 1, position: 7, expiresAt: 900, voucher: true } as const;
      expect((await fans.read(onSale, fan))?.pass).toEqual(last);
      expect(await fans.extend(onSale, fan, last, 960)).toEqual({ ok: true });
      const given = { number: 1, position: 7, expiresAt: 960, endedAt: 700, voucher: true, extended: 1 };
      expect(await fans.endPass(onSale, fan, 1, 700)).toEqual(given);
      expect(await fans.endPass(onSale, fan, 2, 700)).toBeUndefined();
      expect((await fans.extend(onSale, fan, { ...last, extended: 1 }, 990)).ok).toBe(false);
      expect((await fans.read(onSale, fan))?.pass).toEqual(given);
    });

    test('of many extensions of the same pass at the same time one is written', async () => {
      const fans = store();
      const pin = aPin();
      await fans.pin(pin);
      const { onSale, fan } = pin;
      const last = { number: 1, position: 7, expiresAt: 900 };
      await fans.grant(onSale, fan, last);
      const written = await Promise.all([1, 2, 3].map(() => fans.extend(onSale, fan, last, 960)));
      expect(written.filter(({ ok }) => ok)).toHaveLength(1);
      const pass = { ...last, expiresAt: 960, extended: 1 };
      for (const one of written) if (!one.ok) expect(one.fan.pass).toEqual(pass);
      expect(await fans.extend(onSale, fan, pass, 990)).toEqual({ ok: true });
      expect((await fans.extend(onSale, fan, pass, 995)).ok).toBe(false);
      await fans.grant(onSale, fan, { number: 2, position: 7, expiresAt: 2000 });
      expect((await fans.extend(onSale, fan, { ...pass, extended: 2 }, 999)).ok).toBe(false);
    });

    test('needs and the slower lane are kept with the place, and each can be changed alone', async () => {
      const fans = store();
      const pin = aPin();
      const { onSale, fan } = pin;
      const slowerLane = { state: 'slower', why: 'not-a-browser', at: 7 } as const;
      await fans.pin(pin, { needs: ['wheelchair', 'more-time'], slowerLane });
      expect(await fans.read(onSale, fan)).toEqual({ pin, needs: ['wheelchair', 'more-time'], slowerLane });
      await fans.need(onSale, fan, ['companion']);
      await fans.need(onSale, 'nobody', ['companion']);
      expect(await fans.setSlowerLane(onSale, fan, { state: 'removed', why: 'staff', at: 8 })).toMatchObject({
        ok: true,
      });
      expect(await fans.read(onSale, fan)).toEqual({
        pin,
        needs: ['companion'],
        slowerLane: { state: 'removed', why: 'staff', at: 8 },
      });
      expect(await fans.setSlowerLane(onSale, fan, undefined)).toMatchObject({ ok: true });
      expect(await fans.setSlowerLane(onSale, 'nobody', slowerLane)).toMatchObject({ ok: false });
      expect(await fans.read(onSale, fan)).toEqual({ pin, needs: ['companion'] });
      expect(await fans.read(onSale, 'nobody')).toBeUndefined();
    });

    test('when a slower place is let in is fixed once', async () => {
      const fans = store();
      const pin = aPin();
      const { onSale, fan } = pin;
      const slowerLane = { state: 'slower', why: 'staff', at: 7 } as const;
      await fans.pin(pin, { slowerLane });
      expect(await fans.slowUntil(onSale, fan, 100)).toEqual({ ...slowerLane, letInAt: 100 });
      expect(await fans.slowUntil(onSale, fan, 200)).toEqual({ ...slowerLane, letInAt: 100 });
      await fans.setSlowerLane(onSale, fan, undefined);
      expect(await fans.slowUntil(onSale, fan, 300)).toBeUndefined();
      expect(await fans.read(onSale, fan)).toEqual({ pin });
    });

    test('an appeal is dated in the slower slowerLane, if the place is in it', async () => {
      const fans = store();
      const pin = aPin();
      const { onSale, fan } = pin;
      const slowerLane = { state: 'slower', why: 'staff', at: 7 } as const;
      await fans.pin(pin, { slowerLane });
      await fans.appealed(onSale, fan, 30);
      await fans.appealed(onSale, fan, 40);
      await fans.appealed(onSale, 'nobody', 40);
      expect(await fans.read(onSale, fan)).toEqual({ pin, slowerLane: { ...slowerLane, appealedAt: 40 } });
      await fans.setSlowerLane(onSale, fan, undefined);
      await fans.appealed(onSale, fan, 50);
      expect(await fans.read(onSale, fan)).toEqual({ pin });
      expect(await fans.read(onSale, 'nobody')).toBeUndefined();
    });
  });
}
