import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { Devices } from '../../contracts/line-requests.ts';
import type { OwnOrders } from '../../contracts/order.ts';
import type { Problem } from '../../contracts/refusals.ts';
import { until } from '../until.ts';
import { type Answer, ask, type Fan, orderOf } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Two devices on one place, over HTTP: what the second may do until the first ends it, and what is left to it then. */

let house: Playhouse;

const secret = () => randomBytes(16).toString('base64url');

function devices({ site, onSale, receipt }: Fan, end?: string): Promise<Answer<Devices & Problem>> {
  return ask(`${site}${api('POST lines/{onSale}/devices', { onSale }).url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stampede-receipt': receipt },
    body: JSON.stringify({ ...(end !== undefined && { end }) }),
  });
}

const orders = ({ site, onSale, receipt }: Fan): Promise<Answer<OwnOrders & Problem>> =>
  ask(`${site}${api('GET lines/{onSale}/orders', { onSale }).url}`, { headers: { 'stampede-receipt': receipt } });

const refused = (type: string) => ({ body: { type: `/problems/${type}` } });

export function deviceJourneys(of: () => Playhouse): void {
  beforeAll(() => {
    house = of();
  });

  describe('a second device', () => {
    test('shops on the same place until the first ends it; then it begins nothing, and stands behind if it comes again', async () => {
      const night = house.night();
      const member = house.nextMember();
      const [first, second] = [house.fan('friends'), house.fan('friends')];
      await first.enter({ ...member, device: secret() });
      const mine = { ...member, device: secret() };
      const joined = await second.join(mine);
      const { device = '' } = joined.body.place;
      expect([joined.status, joined.body.devices]).toEqual([200, 2]);
      expect([device, second.receipt]).not.toEqual(['', first.receipt]);
      await second.takePass();
      const held = await second.hold(night, { best: { count: 1 } });
      expect(held).toMatchObject({ state: 'held' });
      await first.buy([await first.hold(night, { best: { count: 1 } })]);
      expect((await orders(second)).body.orders).toHaveLength(1);

      // Each sees both. The second ends nobody, and the first the second.
      expect((await devices(second)).body.devices.map(({ mayEnd }) => mayEnd ?? false)).toEqual([false, false]);
      expect((await devices(first)).body.devices).toMatchObject([{ here: true }, { device, mayEnd: true }]);
      expect((await devices(first, device)).body.devices).toHaveLength(1);

      expect(await second.claim()).toMatchObject(refused('device-ended'));
      // Each function knows it when it next looks at the list. Until then nothing here can change what the fan has.
      const isRefused = (type: string, act: () => Promise<Answer<object>>) =>
        until(`it is refused: ${type}`, async () =>
          ((await act()).body as Problem).type === `/problems/${type}` ? true : undefined,
        );
      await isRefused('pass-over', () => second.askHold(night, { best: { count: 50 } }));
      await isRefused('pass-over', () => second.placeOrder(orderOf([held], { method: 'stripe' })));
      await isRefused('device-ended', () => second.releaseHold(night, 'made-up-hold'));
      await isRefused('device-ended', () => orders(second));
      expect(await second.releaseHold(night, held.hold)).toMatchObject(refused('device-ended'));

      // The fan's own device has the place, the seats and the order, and shops on.
      expect((await first.basket()).holds.map(({ state }) => state).sort()).toEqual(['held', 'sold']);
      expect((await orders(first)).body.orders).toHaveLength(1);
      expect(await first.hold(night, { best: { count: 1 } })).toMatchObject({ state: 'held' });

      const again = await second.join(mine);
      expect([again.status, again.body.place.device === device]).toEqual([200, false]);
      expect((await devices(first)).body.devices).toMatchObject([{}, { behind: true }]);
      expect(await second.claim()).toMatchObject(refused('device-behind'));
    });
  });
}
