import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableOf } from '../../foundation/table.store.ts';
import { type Bunch, type CountedPass, passName, type ShoppersStore, shoppersOf } from './shoppers-store.ts';

/*
 * PASSES#<on-sale> / <expiry, 11 digits>#<position mod 16>    inUse, done, late: sets of `<position>.<number>`
 *
 * A name takes about 8 bytes, so an item stays within one write unit up to 16 × 120 = 1,900 claims in 10 s. One Query
 * of what has not ended yet tells everything: 600 shoppers are some 50 KB, 13 read units, once a second.
 */
const bunches = 16;
const digits = (seconds: number) => `${seconds}`.padStart(11, '0');
const bunchKey = (onSale: string, { expiresAt, position }: CountedPass) => ({
  pk: `PASSES#${onSale}`,
  sk: `${digits(expiresAt / 1000)}#${position % bunches}`,
});

export function shoppersStore(client: DynamoDBDocumentClient, name: string): ShoppersStore {
  const table = tableOf(client, name);
  const update = async (onSale: string, pass: CountedPass, expression: string) => {
    await table.update(bunchKey(onSale, pass), {
      UpdateExpression: expression,
      ExpressionAttributeValues: { ':pass': new Set([passName(pass)]) },
    });
  };
  return {
    count: (onSale, pass, late) => update(onSale, pass, late ? 'ADD inUse :pass, late :pass' : 'ADD inUse :pass'),
    giveBack: (onSale, pass) => update(onSale, pass, 'DELETE inUse :pass ADD done :pass'),
    withdraw: (onSale, pass) => update(onSale, pass, 'DELETE inUse :pass, late :pass'),

    async read(onSale, now) {
      const lasting = {
        KeyConditionExpression: 'pk = :shoppers AND sk >= :next',
        ExpressionAttributeValues: {
          ':shoppers': `PASSES#${onSale}`,
          // The first second that lies wholly ahead of now.
          ':next': digits(Math.floor(now / 1000) + 1),
        },
      };
      const found = (await table.query(lasting, 'latest')) as readonly Partial<Bunch>[];
      return shoppersOf(found.map(({ inUse = [], done = [], late = [] }) => ({ inUse, done, late })));
    },
  };
}
