import { beforeEach, describe, expect, test } from '@jest/globals';
import { admissionRequest } from '../../../../contracts/door.ts';
import type { PerformanceAct } from '../../../../contracts/performance-acts.ts';
import { fixedKeys } from '../../../../lambdas/foundation/keys.ts';
import { makeSigned, SigningKey } from '../../../../lambdas/foundation/signing.ts';
import { moved, written } from '../../../../lambdas/foundation/write-outcome.ts';
import { type AdmitTicketsDeps, admitTickets } from '../../../../lambdas/ordering/door/admit-tickets.ts';
import { doorTwin } from '../../../../lambdas/ordering/door/door.twin.ts';
import type { DoorStore } from '../../../../lambdas/ordering/door/door-store.ts';
import { listAdmissions } from '../../../../lambdas/ordering/door/list-admissions.ts';
import { guestMemory, listGuests } from '../../../../lambdas/ordering/door/list-guests.ts';
import { owedAtDoor } from '../../../../lambdas/ordering/door/owed.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { referenceOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { entryOf } from '../../../../lambdas/ordering/order/order-view.ts';
import type { MayScanDeps } from '../../../../lambdas/ordering/pairing/may-scan.ts';
import { forged } from '../../../forged.ts';
import { type Around, through } from '../../../interrupted.ts';
import fc from '../../../properties.ts';
import { keys } from '../small-stage.ts';
import { aTicketedOrder } from '../ticket/ticketed.ts';

/* Long because every answer of the door is tried on one order, paid and not. */

const stewardKey = { id: 'a', secret: 'the stewards’ key'.padEnd(40, '.') };
/** Of one device that is paired with both performances. */
const rightTo = (performance: string) =>
  `Bearer ${makeSigned('d1', stewardKey, { p: performance, i: 'a-device', x: 99 })}`;
const order = aTicketedOrder({ payment: { method: 'sandbox-card', state: 'captured', paid: 16_250 } });
const unpaid = aTicketedOrder();
const [first, second, elsewhere] = order.tickets as unknown as [Ticket, Ticket, Ticket];
type Ticket = OrderRecord['tickets'][number];

let doors: DoorStore;
let acts: readonly PerformanceAct[];
let orders: Map<string, OrderRecord>;
beforeEach(() => {
  acts = [];
  doors = doorTwin();
  orders = new Map([[order.id, order]]);
});

const mayScan: MayScanDeps = {
  stewardKeys: fixedKeys([stewardKey]),
  devices: {
    get: async (performance, id) => ({ id, performance, state: 'paired', changedAt: 0, codeEndsAt: 0, endsAt: 99_000 }),
  },
};
const portsOf = (store = doors): AdmitTicketsDeps => ({
  ...mayScan,
  orders: {
    get: async (id) => orders.get(id),
    write: async (next) => {
      if (orders.get(next.id)?.version !== next.version - 1) return moved;
      orders.set(next.id, next);
      return written;
    },
  },
  doors: store,
  ticketKey: keys.ticket,
  unpaidAtDoor: 'amber',
  findActs: async () => acts,
});
async function scan(codes: readonly string[], { at = 1_000, door = 'Stalls', store = doors } = {}) {
  const scans = codes.map((code, n) => ({ code, scannedAt: at + n }));
  const said = await admitTickets(
    portsOf(store),
    { authorization: rightTo('storm-1'), performance: 'storm-1', door, scans },
    9_000,
  );
  if (!said.ok) throw new Error(said.refusal);
  return said.body.admissions;
}

describe('a ticket', () => {
  test('opens the door once, with its seat in words and what to ask for', async () => {
    expect(await scan([first.code, second.code])).toEqual([
      { state: 'admitted', ticket: first.id, seat: 'C-14', label: 'Stalls, row C, seat 14', concession: 'Under 26' },
      { state: 'admitted', ticket: second.id, seat: 'C-15', label: 'Stalls, row C, seat 15' },
    ]);
    expect(await scan([first.code], { at: 5_000, door: 'Circle' })).toEqual([
      { state: 'used', ticket: first.id, seat: 'C-14', usedAt: 1_000, door: 'Stalls' },
    ]);
  });

  test('scanned twice in one batch is used the second time', async () => {
    expect((await scan([first.code, first.code])).map(({ state }) => state)).toEqual(['admitted', 'used']);
  });

  test('whose scan was sent before, and not answered, is admitted again; another scan of it is not', async () => {
    await scan([first.code]);
    expect(await scan([first.code])).toMatchObject([{ state: 'admitted' }]);
    expect(await scan([first.code], { door: 'Circle' })).toMatchObject([{ state: 'used', door: 'Stalls' }]);
    expect(await scan([first.code], { at: 1_001 })).toMatchObject([{ state: 'used', usedAt: 1_000 }]);
  });

  test('of another night shows where it belongs, and stays good there', async () => {
    expect(await scan([elsewhere.code])).toEqual([{ state: 'elsewhere', performance: 'storm-2' }]);
    expect(await doors.marks('storm-2')).toEqual(new Map());
  });

  test('that was given back or exchanged is void, marked or not', async () => {
    await doors.mark('storm-1', first.id, { state: 'void' });
    orders.set(order.id, { ...order, tickets: [first] });
    expect(await scan([first.code, second.code])).toEqual([
      { state: 'void', ticket: first.id, seat: 'C-14' },
      { state: 'void', ticket: second.id, seat: 'C-15' },
    ]);
    orders.clear();
    expect(await scan([second.code])).toMatchObject([{ state: 'void' }]);
  });

  test('that was found by its name opens the door as its code does', async () => {
    const found = { order: order.id, ticket: first.id, seat: 'C-14' };
    const asked = { authorization: rightTo('storm-1'), performance: 'storm-1', door: 'Stalls' };
    const scanFound = async (it: typeof found, scannedAt: number) => {
      const said = await admitTickets(portsOf(), { ...asked, scans: [{ found: it, scannedAt }] }, 9_000);
      return said.ok ? said.body.admissions : said;
    };
    expect(await scanFound({ ...found, ticket: 'not-its-own-ticket' }, 1)).toMatchObject([{ state: 'void' }]);
    expect(await scanFound({ ...found, order: 'nobodys-order-000001' }, 1)).toMatchObject([{ state: 'void' }]);
    expect(await scanFound({ ...found, ticket: elsewhere.id }, 1)).toMatchObject([{ state: 'void' }]);
    expect(await doors.marks('storm-1')).toEqual(new Map());
    expect(await scanFound(found, 1)).toMatchObject([{ state: 'admitted', label: 'Stalls, row C, seat 14' }]);
    expect(await scan([first.code])).toMatchObject([{ state: 'used' }]);
  });

  test('that we did not sign is forged, whatever it says', async () => {
    const stranger = new SigningKey(Buffer.alloc(32, 5));
    const genuine = { i: first.id, p: 'storm-1', s: 'C-14', o: order.id };
    const codes = [
      stranger.seal('t1', genuine),
      forged(first.code),
      keys.ticket.seal('r1', genuine),
      keys.ticket.seal('t1', { ...genuine, i: 7 }),
      keys.ticket.seal('t1', null),
      'https://example.org/ticket',
      '🎭',
    ];
    expect(await scan(codes)).toEqual(codes.map(() => ({ state: 'forged' })));
    expect(await doors.marks('storm-1')).toEqual(new Map());
  });

  test('is nobody’s business without a device’s right', async () => {
    for (const wrong of [undefined, 'Bearer no', 'Bearer d1.a.e30.x', rightTo('storm-1').slice(7)]) {
      const asked = {
        performance: 'storm-1',
        door: 'x',
        scans: [{ code: first.code, scannedAt: 1 }],
        authorization: wrong,
      };
      expect(await admitTickets(portsOf(), asked, 1)).toMatchObject({ refusal: 'door-right-wrong' });
      const listing = { ...mayScan, doors, publicKey: 'k', findActs: async () => [] };
      expect(await listAdmissions(listing, { performance: 'storm-1', authorization: wrong }, 1)).toMatchObject({
        refusal: 'door-right-wrong',
      });
    }
    expect(await doors.marks('storm-1')).toEqual(new Map());
  });
});

describe('a ticket that is not paid yet', () => {
  const owed = { amount: 19_500, currency: 'GBP', order: unpaid.id, reference: referenceOf(unpaid.id) };
  beforeEach(() => {
    orders = new Map([[unpaid.id, unpaid]]);
  });
  const letIn = async (at: number) => {
    const scans = [{ code: first.code, scannedAt: at, letIn: true as const }];
    const said = await admitTickets(
      portsOf(),
      { authorization: rightTo('storm-1'), performance: 'storm-1', door: 'Stalls', scans },
      20_000,
    );
    if (!said.ok) throw new Error(said.refusal);
    return said.body.admissions;
  };
  const acts = () => orders.get(unpaid.id)?.history.map(({ act, note }) => [act, note]);

  test('opens nothing without a word: how much is said, and nothing is written', async () => {
    expect(await scan([first.code])).toEqual([
      {
        state: 'unpaid',
        ticket: first.id,
        seat: 'C-14',
        label: 'Stalls, row C, seat 14',
        concession: 'Under 26',
        owed,
        may: 'amber',
      },
    ]);
    expect(await doors.marks('storm-1')).toEqual(new Map());
    expect(acts()).toEqual([]);
  });

  test('is let in by a second word, marked and noted once, however often it is sent', async () => {
    for (let times = 0; times < 3; times += 1)
      expect(await letIn(1_000)).toMatchObject([{ state: 'admitted', owed, concession: 'Under 26' }]);
    expect((await doors.marks('storm-1')).get(first.id)).toMatchObject({ state: 'used', unpaid: 19_500 });
    expect(acts()).toEqual([['admitted-unpaid', 'Stalls, row C, seat 14; Stalls; £195.00']]);
    expect(entryOf(orders.get(unpaid.id) ?? unpaid)).toMatchObject({ admittedUnpaid: true });
    // Sent again without the word, it finds its own mark; another scan of it is used.
    expect(await scan([first.code])).toMatchObject([{ state: 'admitted' }]);
    expect(await scan([first.code], { at: 2_000 })).toMatchObject([{ state: 'used', usedAt: 1_000 }]);
    expect(await letIn(2_000)).toMatchObject([{ state: 'used', usedAt: 1_000 }]);
  });

  test('was void or used before anything was owed', async () => {
    await doors.mark('storm-1', first.id, { state: 'void' });
    expect(await scan([first.code])).toMatchObject([{ state: 'void' }]);
    expect(await letIn(1_000)).toMatchObject([{ state: 'void' }]);
    expect(acts()).toEqual([]);
  });

  test('opens the door once it is paid, and the book says no more', async () => {
    await letIn(1_000);
    const noted = orders.get(unpaid.id) ?? unpaid;
    orders.set(unpaid.id, { ...noted, payment: { method: 'box-office', state: 'captured', paid: 19_500 } });
    expect(entryOf(orders.get(unpaid.id) ?? unpaid)).not.toHaveProperty('admittedUnpaid');
    expect(await scan([second.code])).toEqual([
      { state: 'admitted', ticket: second.id, seat: 'C-15', label: 'Stalls, row C, seat 15' },
    ]);
  });

  test('owes what an exchange made dearer, and nothing where nothing is due', () => {
    const paid = { method: 'stripe', state: 'captured', paid: 16_250 } as const;
    expect(owedAtDoor({ ...unpaid, payment: { ...paid, due: 500 } })).toEqual({ ...owed, amount: 500 });
    expect(owedAtDoor({ ...unpaid, payment: paid })).toBeUndefined();
    const free = unpaid.items.map((item) => ({ ...item, seats: item.seats.map((seat) => ({ ...seat, price: 0 })) }));
    expect(owedAtDoor({ ...unpaid, items: free })).toBeUndefined();
  });
});

describe('the guest list', () => {
  const listing = () => ({
    ...portsOf(),
    doors,
    orders: { getMany: async (ids: readonly string[]) => ids.flatMap((id) => orders.get(id) ?? []) },
    memory: guestMemory(),
  });
  const guestsOf = async (performance: string) => {
    const listed = await listGuests(listing(), { authorization: rightTo(performance), performance }, 77);
    return listed.ok ? listed.list.guests : listed;
  };

  test('has reference, name, seats of this performance and what is owed, and no address, telephone or code', async () => {
    orders = new Map([[unpaid.id, unpaid]]);
    await doors.expect('storm-1', unpaid.id);
    await doors.expect('storm-1', 'an-order-that-is-gone');
    const guests = await guestsOf('storm-1');
    expect(guests).toEqual([
      {
        order: unpaid.id,
        reference: referenceOf(unpaid.id),
        name: unpaid.buyer.name,
        owed: { amount: 19_500, currency: 'GBP', order: unpaid.id, reference: referenceOf(unpaid.id) },
        tickets: [
          { ticket: first.id, seat: 'C-14', label: 'Stalls, row C, seat 14', concession: 'Under 26' },
          { ticket: second.id, seat: 'C-15', label: 'Stalls, row C, seat 15' },
        ],
      },
    ]);
    expect(JSON.stringify(guests)).not.toMatch(/@|t1\./);
  });

  test('leaves out who gave everything back, and is nobody’s business without a right', async () => {
    orders = new Map([[unpaid.id, { ...unpaid, tickets: [] }]]);
    await doors.expect('storm-1', unpaid.id);
    expect(await guestsOf('storm-1')).toEqual([]);
    expect(await listGuests(listing(), { authorization: 'Bearer no', performance: 'storm-1' }, 77)).toMatchObject({
      refusal: 'door-right-wrong',
    });
  });
});

test('the list has who is in and what is void, and no name', async () => {
  await scan([first.code]);
  await doors.mark('storm-1', second.id, { state: 'void' });
  const deps = { ...mayScan, doors, publicKey: keys.ticket.publicKey, findActs: async () => acts };
  expect(await listAdmissions(deps, { authorization: rightTo('storm-1'), performance: 'storm-1' }, 7_777)).toEqual({
    ok: true,
    list: {
      performance: 'storm-1',
      readAt: 7_777,
      publicKey: keys.ticket.publicKey,
      used: { [first.id]: { usedAt: 1_000, door: 'Stalls' } },
      void: [second.id],
    },
  });
});

test('a batch is refused by the field that is wrong', () => {
  const scans = [{ code: first.code, scannedAt: 1 }];
  const wrong = (body: unknown) =>
    admissionRequest.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? 'taken';
  expect(wrong({ door: 'Stalls', scans })).toBe('taken');
  expect(wrong({ door: ' ', scans })).toEqual(['door']);
  expect(wrong({ door: 'x', scans: [] })).toEqual(['scans']);
  expect(wrong({ door: 'x', scans: Array.from({ length: 51 }, () => scans[0]) })).toEqual(['scans']);
  expect(wrong({ door: 'x', scans: [{ code: 'x'.repeat(2049), scannedAt: -1 }] })).toEqual([
    'scans.0.code',
    'scans.0.scannedAt',
  ]);
});

/*
 * Many doors, whose answers get lost and whose acts overlap in any order, and a cancellation among them.
 */
describe('under any interleaving', () => {
  type Act = { readonly door: number; readonly ticket: 0 | 1; readonly again: boolean };
  const act: fc.Arbitrary<Act> = fc.record({ door: fc.nat(3), ticket: fc.constantFrom(0, 1), again: fc.boolean() });

  /** Lets the scheduler choose which of the acts under way goes on. */
  const slowed =
    (scheduler: fc.Scheduler): Around =>
    async (call, name) => {
      await scheduler.schedule(Promise.resolve(), name);
      return call();
    };
  /** The people let in, by ticket: each scan that was answered with `admitted`, once however often it was sent. */
  async function letIn(scheduler: fc.Scheduler, acts: readonly Act[], cancelled: boolean, careless: boolean) {
    const twin = through(doorTwin(), slowed(scheduler));
    const store: DoorStore = careless ? { ...twin, mark: async () => written } : twin;
    const admitted = new Map<string, Set<string>>();
    let voided = false;
    const scanned = acts.map(async ({ door, ticket, again }, n) => {
      const code = [first, second][ticket]?.code ?? '';
      for (let times = again ? 2 : 1; times > 0; times -= 1) {
        const [said] = await scan([code], { at: n, door: `Door ${door}`, store });
        if (said?.state === 'admitted') admitted.set(said.ticket, (admitted.get(said.ticket) ?? new Set()).add(`${n}`));
      }
    });
    const cancels = async () => {
      voided = (await store.mark('storm-1', first.id, { state: 'void' })).ok;
    };
    const all = Promise.all([...scanned, ...(cancelled ? [cancels()] : [])]);
    await scheduler.waitFor(all);
    return { admitted, voided };
  }

  test('a ticket lets one scan in, and none once it was given back first', async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      fc.array(act, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (scheduler, acts, cancelled) => {
        const { admitted, voided } = await letIn(scheduler, acts, cancelled, false);
        for (const scans of admitted.values()) expect(scans.size).toBe(1);
        if (voided) expect(admitted.has(first.id)).toBe(false);
        const shown = new Set(acts.map(({ ticket }) => [first.id, second.id][ticket]));
        if (!voided) expect(new Set(admitted.keys())).toEqual(shown);
      },
    );
    await fc.assert(property, { numRuns: 150 });
  });

  test('the harm without the mark’s condition: two are let in with one ticket', async () => {
    const acts: readonly Act[] = [0, 1].map((door) => ({ door, ticket: 0, again: false }));
    const check = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { admitted } = await letIn(scheduler, acts, false, true);
      expect(admitted.get(first.id)?.size).toBe(1);
    });
    await expect(fc.assert(check, { numRuns: 5 })).rejects.toThrow();
  });
});

describe('a performance that was cancelled', () => {
  beforeEach(() => {
    acts = [{ act: 'cancel', performance: 'storm-1', number: 1, actedAt: 5, reason: 'The lead is ill.' }];
  });

  test('lets nobody in, also with a ticket that is still in its order', async () => {
    expect(await scan([first.code, second.code])).toMatchObject([
      { state: 'void', ticket: first.id, why: 'performance-cancelled' },
      { state: 'void', ticket: second.id, why: 'performance-cancelled' },
    ]);
    expect(await doors.marks('storm-1')).toEqual(new Map());
  });

  test('is in the list, so that a door without a network knows it', async () => {
    const deps = { ...mayScan, doors, publicKey: 'k', findActs: async () => acts };
    expect(await listAdmissions(deps, { authorization: rightTo('storm-1'), performance: 'storm-1' }, 77)).toMatchObject(
      {
        list: { cancelled: { cancelledAt: 5, reason: 'The lead is ill.' } },
      },
    );
    const other = await listAdmissions(deps, { authorization: rightTo('storm-2'), performance: 'storm-2' }, 77);
    expect(other).not.toHaveProperty('list.cancelled');
  });
});
