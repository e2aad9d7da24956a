import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LineFile } from '../../contracts/line.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import { published } from '../../contracts/paths.ts';
import { until } from '../until.ts';
import { ask, availability, Fan } from './fan.ts';
import type { Playhouse } from './running.ts';

/* The line over HTTP: the place of each fan, the opening of the doors, and the proofs. */

let house: Playhouse;

export function lineJourneys(of: () => Playhouse): void {
  beforeAll(() => {
    house = of();
  });
  describe('the line', () => {
    test('a member who joins from a phone and a laptop at once has one place and one receipt', async () => {
      const twice = house.nextMember();
      const [phone, laptop] = [new Fan(house.site, 'friends'), new Fan(house.site, 'friends')];
      const both = await Promise.all([phone.join(twice), laptop.join(twice)]);
      expect(both[0].body.receipt).toBe(both[1].body.receipt);
      expect((await laptop.join(twice)).status).toBe(200);
      expect(await phone.position(both[0].body)).toBe(await laptop.position(both[1].body));
    });

    test('the doors open at the second that was published, and not before', async () => {
      const { body: line } = await ask<LineFile>(`${house.site}${published.line('later')}`);
      const early = new Fan(house.site, 'later');
      expect((await early.joinInTheCrowd(await early.visitor())).status).toBe(201);
      expect(await early.claim()).toMatchObject({ status: 409, body: { type: '/problems/line-not-open-yet' } });
      expect((await early.board()).phase).toBe('lobby');
      expect(line.opensAt).toBeGreaterThan(Date.now());
      const open = await until('the doors of everyone open', async () => {
        const board = await new Fan(house.site, 'everyone').board();
        return board.phase === 'open' ? board : undefined;
      });
      expect(open.writtenAt).toBeGreaterThanOrEqual(open.opensAt);
    });

    test('hundreds of fans hold every position once, and a refresh keeps each', async () => {
      // Members: a visitor's work would take this machine half a minute for them all.
      const fans = Array.from({ length: 200 }, () => house.fan('friends'));
      const joined = await Promise.all(fans.map((fan) => fan.joinInTheCrowd(house.nextMember())));
      expect(joined.filter(({ status }) => status >= 300)).toEqual([]);
      const positions = await Promise.all(fans.map((fan, n) => fan.position(joined[n]?.body as Joined)));
      expect(new Set(positions).size).toBe(fans.length);
      const again = await Promise.all(fans.slice(0, 20).map((fan, n) => fan.position(joined[n]?.body as Joined)));
      expect(again).toEqual(positions.slice(0, 20));
    });

    test('a pass is good for its own on-sale only, and a hold for its own fan', async () => {
      const [one, other] = [await house.fan().enter(), await house.friend()];
      const performance = house.night();
      const held = await one.hold(performance, { best: { count: 2 } });
      expect(held.state).toBe('held');
      expect(await other.showHold(performance, held.hold)).toMatchObject({
        status: 404,
        body: { type: '/problems/hold-unknown' },
      });
      expect((await other.releaseHold(performance, held.hold)).status).toBe(404);
      expect(await one.askHold(house.elsewhere, { best: { count: 1 } })).toMatchObject({
        status: 403,
        body: { type: '/problems/pass-elsewhere' },
      });
      expect((await one.showHold(performance, held.hold)).body).toMatchObject({ state: 'held' });
    });

    test('what is released is free for the next, at once', async () => {
      const performance = house.night();
      const [one, other] = [await house.friend(), await house.friend()];
      const held = await one.hold(performance, { best: { count: 3 } });
      const seats = held.state === 'held' ? held.seats.map(({ id }) => id) : [];
      expect(seats).toHaveLength(3);
      expect(await other.hold(performance, { seats })).toMatchObject({ state: 'refused', refusal: 'seat-taken' });
      expect((await one.releaseHold(performance, held.hold)).status).toBe(202);
      await until('the seats are free again', async () => {
        const { body } = await one.showHold(performance, held.hold);
        return body.state === 'released' ? true : undefined;
      });
      expect(await other.hold(performance, { seats })).toMatchObject({ state: 'held' });
      expect((await availability(house.site, performance)).body.performance).toBe(performance);
    });
  });
}
