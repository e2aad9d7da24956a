import { describe, expect, test } from '@jest/globals';
import { auditTwin } from '../../../../lambdas/foundation/staff/audit.twin.ts';
import { changeOrder } from '../../../../lambdas/ordering/book/change-order.ts';
import { mayBeSent } from '../../../../lambdas/ordering/mail/send-again.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { auditOf } from '../../../../lambdas/ordering/order/order-view.ts';
import { findPerson } from '../../../../lambdas/ordering/personal/find-person.ts';
import { isKeptTooLong, keepRetention } from '../../../../lambdas/ordering/personal/keep-retention.ts';
import { personErased, whyKept } from '../../../../lambdas/ordering/personal/person-erased.ts';
import { retentionTwin } from '../../../../lambdas/ordering/personal/retention.twin.ts';
import { buyer, confirmedOrder, nobody, now, performance, staff } from '../small-stage.ts';

const day = 86_400_000;
const card = { method: 'sandbox-card', card: 'approved' } as const;
const after = performance.startsAt + day;

async function paid() {
  const audit = auditTwin();
  const stage = await confirmedOrder(card, { audit });
  const erase = (at: number, although?: 'to-come', asker = staff) =>
    changeOrder(
      stage.deps,
      asker,
      { id: stage.id, act: { act: 'erase-person', reason: 'Asked by letter', ...(although && { although }) } },
      at,
    );
  const find = async (email = buyer.email) => {
    const found = await findPerson(stage.deps, staff, { email }, after);
    if (!found.ok) throw new Error(found.detail);
    return found.found;
  };
  return { ...stage, audit, erase, find };
}

describe('what remains of an order when its person is erased', () => {
  test('is what accounts must keep, and nothing of the buyer', async () => {
    const { order, erase, standing } = await paid();
    expect(await erase(after)).toMatchObject({ ok: true, order: { erasedAt: after, buyer: { name: '', email: '' } } });
    const erased = await standing();
    const text = JSON.stringify(erased);
    for (const own of [buyer.name, buyer.email, buyer.phone, 'Ada', order.fingerprint]) expect(text).not.toContain(own);
    const { items, outcomes, tickets, placedAt, currency, fan } = order;
    expect(erased).toMatchObject({ items, outcomes, tickets, placedAt, currency, fan, payment: order.payment });
    expect(erased.history.map(({ act }) => act)).toEqual([...order.history.map(({ act }) => act), 'person-erased']);
  });

  test('has no words that people typed into its history, and its amounts', () => {
    const order = {
      ...{
        state: 'cancelled',
        items: [],
        outcomes: {},
        buyer,
        fingerprint: 'x',
        payment: { method: 'stripe', state: 'refunded' },
      },
      history: [
        { happenedAt: 1, by: 'staff', act: 'payment-taken', note: '£130.00' },
        { happenedAt: 2, by: 'staff', act: 'cancel-asked', note: 'Mrs Lovelace telephoned' },
        { happenedAt: 3, by: 'payment', act: 'refund-failed', note: 're_1' },
      ],
    } as unknown as OrderRecord;
    expect(personErased('staff', 9)(order)?.history).toEqual([
      { happenedAt: 1, by: 'staff', act: 'payment-taken', note: '£130.00' },
      { happenedAt: 2, by: 'staff', act: 'cancel-asked' },
      { happenedAt: 3, by: 'payment', act: 'refund-failed', note: 're_1' },
      { happenedAt: 9, by: 'staff', act: 'person-erased' },
    ]);
  });

  test('is made once, however often it is asked for', async () => {
    const { erase, standing } = await paid();
    await erase(after);
    const once = await standing();
    expect(await erase(after + 5)).toMatchObject({ ok: true, order: { erasedAt: after } });
    expect(await standing()).toEqual(once);
  });

  test('is written to nobody, and no address is put back', async () => {
    const { deps, id, erase, standing } = await paid();
    await erase(after);
    expect(mayBeSent(await standing())).toBe(false);
    const correct = { act: 'correct-email', email: 'new@example.org', reason: 'x' } as const;
    expect(await changeOrder(deps, staff, { id, act: correct }, after)).toMatchObject({
      refusal: 'order-not-changeable',
    });
  });
});

describe('a person who is still needed', () => {
  test('is kept while a performance is to come, unless that is said', async () => {
    const { erase, standing } = await paid();
    expect(await erase(now)).toMatchObject({ ok: false, refusal: 'order-not-changeable' });
    expect((await standing()).buyer).toEqual(buyer);
    expect(await erase(now, 'to-come')).toMatchObject({ ok: true, order: { buyer: { email: '' } } });
    expect((await standing()).tickets).toHaveLength(2);
  });

  const base = { state: 'confirmed', items: [], outcomes: {}, history: [] };
  test.each<[string, object]>([
    ['is being paid', { ...base, state: 'paying', payment: {} }],
    ['is being changed', { ...base, payment: {}, changing: { kind: 'cancel' } }],
    ['has money to give back', { ...base, payment: { owed: { name: 'x', amount: 1 } } }],
    ['is owed money', { ...base, payment: { state: 'captured', due: 5 } }],
    ['is not told', { ...base, payment: {}, untold: true }],
    ['has an open dispute', { ...base, payment: { disputes: [{ state: 'under-review' }] } }],
  ])('is kept while the order %s, also if the date was said', (_, order) => {
    const record = order as OrderRecord;
    expect(whyKept(record, after)).toBe('unfinished');
    expect(personErased('staff', after, 'to-come')(record)).toBeUndefined();
  });

  test('is not needed for a dispute that ended', () => {
    const order = { ...base, payment: { disputes: [{ state: 'lost' }] } } as unknown as OrderRecord;
    expect(whyKept(order, after)).toBeUndefined();
  });
});

describe('finding a person', () => {
  test('goes through the whole book, whatever the letters of the address, and is written down without it', async () => {
    const { find, id, audit, standing } = await paid();
    const { orders } = await find('ADA@Example.org');
    const { history } = auditOf(await standing());
    expect(orders).toMatchObject([{ order: id, buyer, fan: 'ada', history }]);
    expect(orders[0]).not.toHaveProperty('kept');
    expect(await find('somebody@example.org')).toEqual({ orders: [] });
    expect(audit.entries.map(({ act }) => act)).toContain('find-person');
    expect(JSON.stringify(audit.entries)).not.toContain('example.org"},');
    expect(audit.entries.every(({ on }) => !on.includes('@'))).toBe(true);
  });

  test('finds nobody who was erased, so that what was cut short is gone on with', async () => {
    const { find, erase } = await paid();
    await erase(after);
    expect(await find()).toEqual({ orders: [] });
  });

  test('is for those who may, and so is erasing', async () => {
    const { deps, erase, audit, standing } = await paid();
    expect(await findPerson(deps, nobody, { email: buyer.email }, now)).toMatchObject({ refusal: 'not-allowed' });
    const counter = { ...staff, may: (permission: string) => permission !== 'keep-personal-data' };
    expect(await erase(after, undefined, counter)).toMatchObject({ refusal: 'not-allowed' });
    expect(audit.entries).toEqual([]);
    expect((await standing()).buyer).toEqual(buyer);
    expect(await findPerson(deps, staff, { email: buyer.email, from: 'x' }, now)).toMatchObject({
      refusal: 'bad-request',
    });
  });
});

describe('retention by a setting', () => {
  const walk = async (
    stage: Awaited<ReturnType<typeof paid>>,
    at: number,
    retention = retentionTwin(),
    keepDays = 30,
  ) => keepRetention({ store: stage.deps.store, retention, keepDays }, () => at, at + 1);

  test('erases after so many days from the last performance, and not before', async () => {
    const stage = await paid();
    expect(await walk(stage, performance.startsAt + 30 * day - 1)).toBe(0);
    expect((await stage.standing()).buyer).toEqual(buyer);
    expect(await walk(stage, performance.startsAt + 30 * day)).toBe(1);
    expect((await stage.standing()).history.at(-1)).toMatchObject({ by: 'clock', act: 'person-erased' });
    expect(await walk(stage, performance.startsAt + 31 * day)).toBe(0);
  });

  test('goes through the book once a day, and goes on where a machine died', async () => {
    const stage = await paid();
    const retention = retentionTwin();
    const at = performance.startsAt + 40 * day;
    const reads: (string | undefined)[] = [];
    let dies = true;
    const store = {
      ...stage.deps.store,
      stretch: async (from?: string) => {
        reads.push(from);
        const lines = (await stage.deps.store.stretch())?.lines ?? [];
        return from === undefined ? { lines: [], next: '1' } : { lines };
      },
      write: async (order: OrderRecord) => {
        if (dies) throw new Error('the machine died');
        return stage.deps.store.write(order);
      },
    };
    const deps = { store, retention, keepDays: 30 };
    await expect(keepRetention(deps, () => at, at + 1)).rejects.toThrow('died');
    dies = false;
    expect(await keepRetention(deps, () => at, at + 1)).toBe(1);
    expect(await keepRetention(deps, () => at + 60_000, at + 60_001)).toBe(0);
    expect(reads).toEqual([undefined, '1', '1']);
    await keepRetention(deps, () => at + day, at + day + 1);
    expect(reads.slice(3)).toEqual([undefined, '1']);
  });

  test('counts by the last performance of an order, and passes over who is erased', () => {
    const items = [{ startsAt: 0 }, { startsAt: 10 * day }] as never;
    expect(isKeptTooLong({ items, email: 'a@b.c' }, 30, 39 * day)).toBe(false);
    expect(isKeptTooLong({ items, email: 'a@b.c' }, 30, 40 * day)).toBe(true);
    expect(isKeptTooLong({ items, email: '' }, 30, 40 * day)).toBe(false);
  });
});
