import { describe, expect, test } from '@jest/globals';
import type { DoorMark, DoorStore } from '../../../../lambdas/ordering/door/door-store.ts';

let made = 0;
/** A performance of its own, so that tests can share a table. */
const aPerformance = () => {
  made += 1;
  return `storm-${made}`;
};
const used = (n: number): DoorMark => ({ state: 'used', usedAt: 1_000 + n, door: `Door ${n}` });
const gone: DoorMark = { state: 'void' };

/** The duties of every door store. `open` gives one, empty or shared. */
export function doorStoreContract(name: string, open: () => DoorStore): void {
  describe(`door store: ${name}`, () => {
    test('the first mark stands, and a later one hears of it', async () => {
      const store = open();
      const night = aPerformance();
      expect(await store.mark(night, 'ticket-1', used(1))).toEqual({ ok: true });
      expect(await store.mark(night, 'ticket-1', used(2))).toEqual({ ok: false, mark: used(1) });
      expect(await store.mark(night, 'ticket-1', gone)).toEqual({ ok: false, mark: used(1) });
      expect(await store.mark(night, 'ticket-2', gone)).toEqual({ ok: true });
      expect(await store.mark(night, 'ticket-2', used(3))).toEqual({ ok: false, mark: gone });
    });

    test('of twenty doors and a cancellation at once one is first, and all others learn which', async () => {
      const store = open();
      const night = aPerformance();
      const tries = [gone, ...Array.from({ length: 20 }, (_, n) => used(n))];
      const said = await Promise.all(tries.map((mark) => store.mark(night, 'ticket-1', mark)));
      expect(said.filter(({ ok }) => ok)).toHaveLength(1);
      const standing = tries[said.findIndex(({ ok }) => ok)];
      for (const one of said) if (!one.ok) expect(one.mark).toEqual(standing);
    });

    test('marks of one performance are no other’s', async () => {
      const store = open();
      const [first, second] = [aPerformance(), aPerformance()];
      await store.mark(first, 'ticket-1', used(1));
      expect(await store.mark(second, 'ticket-1', used(2))).toEqual({ ok: true });
      expect(await store.marks(first)).toEqual(new Map([['ticket-1', used(1)]]));
      expect(await store.marksOf(second, ['ticket-1', 'ticket-9'])).toEqual(new Map([['ticket-1', used(2)]]));
      expect(await store.marks(aPerformance())).toEqual(new Map());
      expect(await store.marksOf(first, [])).toEqual(new Map());
    });

    test('orders are expected once each, at their own performance', async () => {
      const store = open();
      const [night, other] = [aPerformance(), aPerformance()];
      for (const order of ['order-1', 'order-2', 'order-1']) await store.expect(night, order);
      expect([...(await store.expected(night))].sort()).toEqual(['order-1', 'order-2']);
      expect(await store.expected(other)).toEqual([]);
      expect(await store.marks(night)).toEqual(new Map());
    });

    test('a mark keeps what was owed', async () => {
      const store = open();
      const night = aPerformance();
      const unpaid: DoorMark = { state: 'used', usedAt: 1_001, door: 'Stalls', unpaid: 6500 };
      await store.mark(night, 'ticket-1', unpaid);
      expect(await store.marks(night)).toEqual(new Map([['ticket-1', unpaid]]));
    });

    test('more tickets than one read takes are all found, each asked for once or twice', async () => {
      const store = open();
      const night = aPerformance();
      const tickets = Array.from({ length: 230 }, (_, n) => `ticket-${n}`);
      await Promise.all(tickets.map((ticket, n) => store.mark(night, ticket, used(n))));
      const found = await store.marksOf(night, [...tickets, ...tickets.slice(0, 5), 'nobody’s']);
      expect(found.size).toBe(230);
      expect(found.get('ticket-229')).toEqual(used(229));
      expect([...(await store.marks(night)).keys()].sort()).toEqual([...tickets].sort());
    });
  });
}
