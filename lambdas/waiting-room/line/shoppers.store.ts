import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { tableOf } from '../../foundation/table.store.ts';
import { partOf, roomItems } from './room-parts.ts';
import {
  afterExpiryMs,
  type Bunch,
  type CountedPass,
  endOf,
  nameOf,
  type ShoppersStore,
  shoppersOf,
  wishAgeMs,
  wishStepMs,
} from './shoppers-store.ts';

/*
 * PASSES#<on-sale>[#<part>] / <expiry, 11 digits>#<position mod 16>   inUse, vouchers: sets of `<position>.<number>`;
 *                                                             ended: a set of `<position>.<number>@<seconds>`
 * PASSES#<on-sale> / 99999999999#<0 to 15>                    devices: a set of names; of the devices that were ended
 * WISHES#<on-sale> / <since, 11 digits>#<position mod 16>     wished: a set of `<position>.<number>`, of 10 s
 *
 * A name takes about 8 bytes, so an item stays within one write unit up to 16 × 120 = 1,900 claims in 10 s. One Query
 * of what has not ended yet tells everything: 600 shoppers are some 50 KB, 13 read units, once a second. Wishes have a
 * partition of their own, so that old ones are not read with the passes.
 *
 * A partition takes 1,000 units a second. So a line whose dial lets in more than 600 at once has a room of several parts,
 * by position (`room-parts.ts`). All that is written of one name is in one part, and a Query reads a part in order of
 * expiry: an extended pass is counted by its later end before it is withdrawn by its earlier one, so no look misses it.
 * Nothing else needs one look at all parts at once: who may take a pass was decided by the pacemaker before, and a slot
 * is kept until the claim is seen.
 */
const digits = (seconds: number) => `${seconds}`.padStart(11, '0');
const partKey = (onSale: string, part: number) => (part === 0 ? `PASSES#${onSale}` : `PASSES#${onSale}#${part}`);
const bunchKey = (onSale: string, pass: CountedPass) => ({
  pk: partKey(onSale, partOf(pass)),
  sk: `${digits(pass.expiresAt / 1000)}#${pass.position % roomItems}`,
});
/** Never over, so the Query of the passes tells of them too. */
const devicesKey = (onSale: string, device: string) => ({
  pk: partKey(onSale, 0),
  sk: `99999999999#${device.charCodeAt(0) % roomItems}`,
});
const wishKey = (onSale: string, position: number, now: number) => ({
  pk: `WISHES#${onSale}`,
  sk: `${digits((Math.floor(now / wishStepMs) * wishStepMs) / 1000)}#${position % roomItems}`,
});
/** The first second that lies wholly ahead of this moment. */
const secondAfter = (moment: number) => digits(Math.floor(moment / 1000) + 1);

export function shoppersStore(client: Dynamo, name: string): ShoppersStore {
  const table = tableOf(client, name);
  const update = async (
    onSale: string,
    pass: CountedPass,
    expression: string,
    more: Readonly<Record<string, Set<string>>> = {},
  ) => {
    await table.update(bunchKey(onSale, pass), {
      UpdateExpression: expression,
      ExpressionAttributeValues: { ':pass': new Set([nameOf(pass)]), ...more },
    });
  };
  const since = (pk: string, sk: string) =>
    table.query(
      {
        KeyConditionExpression: 'pk = :pk AND sk >= :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      },
      'latest',
    );
  return {
    count: (onSale, pass, voucher) =>
      update(onSale, pass, voucher ? 'ADD inUse :pass, vouchers :pass' : 'ADD inUse :pass'),
    end: (onSale, pass) =>
      update(onSale, pass, 'DELETE inUse :pass ADD ended :end', { ':end': new Set([endOf(pass)]) }),
    async endDevice(onSale, device) {
      await table.update(devicesKey(onSale, device), {
        UpdateExpression: 'ADD devices :device',
        ExpressionAttributeValues: { ':device': new Set([device]) },
      });
    },
    withdraw: (onSale, pass) => update(onSale, pass, 'DELETE inUse :pass, vouchers :pass'),

    async read(onSale, now, parts = 1) {
      const from = secondAfter(now - afterExpiryMs);
      const all = Array.from({ length: parts }, (_, part) => since(partKey(onSale, part), from));
      const found = (await Promise.all(all)).flat() as readonly Partial<Bunch>[];
      return shoppersOf(
        found.map(({ inUse = [], ended = [], vouchers = [], devices = [] }) => ({ inUse, ended, vouchers, devices })),
        now,
      );
    },

    async wish(onSale, pass, now) {
      await table.update(wishKey(onSale, pass.position, now), {
        UpdateExpression: 'ADD wished :pass',
        ExpressionAttributeValues: { ':pass': new Set([nameOf(pass)]) },
      });
    },

    async wishes(onSale, now) {
      const found = await since(`WISHES#${onSale}`, secondAfter(now - wishAgeMs - wishStepMs));
      return new Set(found.flatMap(({ wished = [] }) => [...(wished as Iterable<string>)]));
    },
  };
}
