import { beforeEach, describe, expect, test } from '@jest/globals';
import type { StaffAct } from '../../../../contracts/order.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { tellBuyer } from '../../../../lambdas/ordering/mail/tell-buyer.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import { keys, now, portsOf, type SmallStage, staff } from '../small-stage.ts';
import { aTicketedOrder } from '../ticket/ticketed.ts';

let deps: SmallStage;
let store: ReturnType<typeof orderTwin>;
let sentTo: string[];
/** Runs while a mail is on its way. */
let meanwhile: (() => Promise<unknown>) | undefined;

const { id } = aTicketedOrder();
beforeEach(async () => {
  store = orderTwin();
  deps = portsOf({ store });
  sentTo = [];
  meanwhile = undefined;
  await store.put(aTicketedOrder());
  await tell();
});

const tell = (at = now) =>
  tellBuyer(
    {
      store,
      keys,
      send: async (to) => {
        await meanwhile?.();
        sentTo.push(to);
        return 'sent';
      },
      findHead: async () => undefined,
      findBoxOffice: async () => undefined,
      findPerformance: async () => undefined,
      draw: async () => Buffer.from('drawn'),
      site: 'https://tickets.example.org',
    },
    id,
    at,
  );
const act = (given: StaffAct, at: number, more: Partial<SmallStage> = {}) =>
  changeOrder({ ...deps, ...more }, staff, { id, act: given }, at);
const order = async () => (await store.get(id)) as OrderRecord;
const again = { act: 'resend-mail', reason: 'it did not come' } as const;
const corrected = { act: 'correct-email', email: 'ada@byron.example', reason: 'a letter was wrong' } as const;

describe('the last mail', () => {
  test('goes again when staff ask, and no other time', async () => {
    expect(await tell(now + 1)).toBe('nothing');
    expect(await act(again, now + 2)).toMatchObject({ ok: true });
    expect(deps.told).toHaveLength(1);
    expect(await tell(now + 3)).toBe('sent');
    expect(await tell(now + 4)).toBe('nothing');
    expect(sentTo).toEqual(['ada@example.org', 'ada@example.org']);
  });

  test('asked for twice goes once; a minute later it is another', async () => {
    await Promise.all([act(again, now + 2), act(again, now + 2)]);
    await tell(now + 3);
    await act(again, now + 30_000);
    expect(await tell(now + 30_001)).toBe('nothing');
    await act(again, now + 62_003);
    expect(await tell(now + 62_004)).toBe('sent');
    expect(sentTo).toHaveLength(3);
  });

  test('is not lost with a crash before it was announced: the order is due', async () => {
    const away = { announce: () => Promise.reject(new Error('away')) };
    await expect(act(again, now + 2, away)).rejects.toThrow('away');
    expect((await order()).untold).toBe(true);
    expect(await store.due(now + 3 * 60_000, 5)).toEqual([id]);
  });

  test('of an order that is being paid there is none', async () => {
    await store.write({ ...(await order()), version: (await order()).version + 1, state: 'placed' });
    expect(await act(again, now + 2)).toMatchObject({ refusal: 'order-not-changeable' });
  });
});

describe('a corrected address', () => {
  test('gets what the old one got, once, and stands in no history', async () => {
    await act(corrected, now + 2);
    await act(corrected, now + 3);
    expect(await tell(now + 4)).toBe('sent');
    expect(await tell(now + 5)).toBe('nothing');
    expect(sentTo).toEqual(['ada@example.org', 'ada@byron.example']);
    const { history, buyer } = await order();
    expect(buyer.email).toBe('ada@byron.example');
    expect(JSON.stringify(history)).not.toMatch(/@/);
    expect(history.filter((done) => done.act === 'address-corrected')).toHaveLength(1);
  });

  test('gets it also if a mail was on its way to the old one', async () => {
    await act(again, now + 2);
    meanwhile = () => {
      meanwhile = undefined;
      return act(corrected, now + 3);
    };
    expect(await tell(now + 3)).toBe('sent');
    expect(sentTo.at(-1)).toBe('ada@example.org');
    expect(await tell(now + 4)).toBe('sent');
    expect(sentTo.at(-1)).toBe('ada@byron.example');
    expect(await tell(now + 5)).toBe('nothing');
  });
});
