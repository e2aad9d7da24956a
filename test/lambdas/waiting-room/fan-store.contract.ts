import { describe, expect, test } from '@jest/globals';
import type { Place } from '../../../contracts/line.ts';
import type { FanStore } from '../../../lambdas/waiting-room/fan-store.ts';

let made = 0;

export function aPlace(): Place {
  made += 1;
  return { v: 1, onSale: 'friends', fan: `fan-${made}`, round: 1, shard: 2, index: 3, joinedAt: 4 };
}

/** What every fan store must do. */
export function fanStoreContract(name: string, store: () => FanStore): void {
  describe(`fan store: ${name}`, () => {
    test('puts a place once, and says which the fan has', async () => {
      const fans = store();
      const place = aPlace();
      expect(await fans.read(place.onSale, place.fan)).toBeUndefined();
      expect(await fans.place(place)).toEqual({ ok: true });
      expect(await fans.place({ ...place, index: 99 })).toEqual({ ok: false, fan: { place } });
      expect(await fans.read(place.onSale, place.fan)).toEqual({ place });
      expect(await fans.look(place.onSale, place.fan)).toEqual({ fan: { place } });
    });

    test('of many places put at the same time one stands', async () => {
      const fans = store();
      const place = aPlace();
      const written = await Promise.all([1, 2, 3, 4, 5].map((index) => fans.place({ ...place, index })));
      expect(written.filter(({ ok }) => ok)).toHaveLength(1);
      const standing = await fans.read(place.onSale, place.fan);
      for (const put of written) if (!put.ok) expect(put.fan).toEqual(standing);
    });

    test('looks up the fan and the member together', async () => {
      const fans = store();
      const place = aPlace();
      await fans.place(place);
      expect(await fans.enrol('roster', [{ member: 'm1', postcode: 'p1' }])).toEqual([]);
      const asked = { roster: 'roster', member: 'm1' };
      expect(await fans.look(place.onSale, place.fan, asked)).toEqual({ fan: { place }, postcode: 'p1' });
      expect(await fans.look(place.onSale, 'nobody', asked)).toEqual({ postcode: 'p1' });
      expect(await fans.look(place.onSale, 'nobody', { ...asked, roster: 'other' })).toEqual({});
    });

    test('enrolling again replaces the postcode', async () => {
      const fans = store();
      await fans.enrol('again', [{ member: 'm1', postcode: 'old' }]);
      await fans.enrol('again', [{ member: 'm1', postcode: 'new' }]);
      expect(await fans.look('friends', 'nobody', { roster: 'again', member: 'm1' })).toEqual({ postcode: 'new' });
    });

    test('a place is given up once and taken back as it was', async () => {
      const fans = store();
      const place = aPlace();
      await fans.place(place);
      expect(await fans.leave(place.onSale, place.fan, 100)).toEqual({ ok: true });
      expect(await fans.leave(place.onSale, place.fan, 200)).toEqual({ ok: true });
      expect(await fans.read(place.onSale, place.fan)).toEqual({ place, leftAt: 100 });
      await fans.rejoin(place.onSale, place.fan);
      await fans.rejoin(place.onSale, place.fan);
      expect(await fans.read(place.onSale, place.fan)).toEqual({ place });
    });

    test('passes are granted one after the other, each number once', async () => {
      const fans = store();
      const place = aPlace();
      await fans.place(place);
      const { onSale, fan } = place;
      const first = { number: 1, expiresAt: 900 };
      const granted = await Promise.all([1, 2, 3].map(() => fans.grant(onSale, fan, first)));
      expect(granted.filter(({ ok }) => ok)).toHaveLength(1);
      const pass = { ...first, givenBack: false };
      expect(await fans.grant(onSale, fan, { number: 1, expiresAt: 950 })).toEqual({ ok: false, fan: { place, pass } });
      expect((await fans.grant(onSale, fan, { number: 3, expiresAt: 950 })).ok).toBe(false);
      expect(await fans.grant(onSale, fan, { number: 2, expiresAt: 950 })).toEqual({ ok: true });
      expect((await fans.read(onSale, fan))?.pass).toEqual({ number: 2, expiresAt: 950, givenBack: false });
    });

    test('a pass is given back by its number only', async () => {
      const fans = store();
      const place = aPlace();
      await fans.place(place);
      const { onSale, fan } = place;
      await fans.grant(onSale, fan, { number: 1, expiresAt: 900 });
      await fans.giveBack(onSale, fan, 2);
      expect((await fans.read(onSale, fan))?.pass?.givenBack).toBe(false);
      await fans.giveBack(onSale, fan, 1);
      await fans.giveBack(onSale, fan, 1);
      expect((await fans.read(onSale, fan))?.pass).toEqual({ number: 1, expiresAt: 900, givenBack: true });
    });

    test('no pass is granted to who gave up the place, and who had a pass cannot give it up', async () => {
      const fans = store();
      const left = aPlace();
      await fans.place(left);
      await fans.leave(left.onSale, left.fan, 5);
      const refused = await fans.grant(left.onSale, left.fan, { number: 1, expiresAt: 900 });
      expect(refused).toEqual({ ok: false, fan: { place: left, leftAt: 5 } });

      const shopping = aPlace();
      await fans.place(shopping);
      await fans.grant(shopping.onSale, shopping.fan, { number: 1, expiresAt: 900 });
      const pass = { number: 1, expiresAt: 900, givenBack: false };
      expect(await fans.leave(shopping.onSale, shopping.fan, 5)).toEqual({ ok: false, fan: { place: shopping, pass } });
    });
  });
}
