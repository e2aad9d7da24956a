import { describe, expect, test } from '@jest/globals';
import { opaqueId } from '../../../../contracts/ids.ts';
import type { Slip } from '../../../../contracts/pass.ts';
import { readSigned } from '../../../../lambdas/foundation/signing.ts';
import {
  fingerprintOf,
  orderIdOf,
  orderingKeys,
  orderKeyOf,
  referenceOf,
  ticketIdOf,
} from '../../../../lambdas/ordering/order/order-id.ts';
import fc from '../../../properties.ts';
import { keys, requestOf, slipKeys, slipOf } from '../small-stage.ts';

const read = (text: string) => readSigned<Slip>('s1', slipKeys, text) as Slip;

describe('the id of an order', () => {
  test('follows from on-sale, fan and idempotency key, each of which changes it', () => {
    const id = orderIdOf(keys.orderId, 'friends', 'ada', 'key-0001');
    expect(orderIdOf(keys.orderId, 'friends', 'ada', 'key-0001')).toBe(id);
    expect(opaqueId.safeParse(id).success).toBe(true);
    const others = [
      orderIdOf(keys.orderId, 'public', 'ada', 'key-0001'),
      orderIdOf(keys.orderId, 'friends', 'bob', 'key-0001'),
      orderIdOf(keys.orderId, 'friends', 'ada', 'key-0002'),
      orderIdOf(orderingKeys('another secret').orderId, 'friends', 'ada', 'key-0001'),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  test('order key and ticket id are not the id under another name', () => {
    const id = orderIdOf(keys.orderId, 'friends', 'ada', 'key-0001');
    expect(orderKeyOf(keys.orderKey, id)).toHaveLength(43);
    expect(ticketIdOf(keys.ticketId, id, 'storm-1', 'A-1')).not.toBe(ticketIdOf(keys.ticketId, id, 'storm-2', 'A-1'));
  });
});

describe('the fingerprint', () => {
  const one = read(slipOf('hold00000001'));
  const two = read(slipOf('hold00000002'));

  test('is the same for the same request, whatever the order of the slips or the key that signed them', () => {
    const again = read(slipOf('hold00000001', {}, slipKeys[1]));
    expect(fingerprintOf([two, again], requestOf([]))).toBe(fingerprintOf([one, two], requestOf([])));
  });

  test('differs with holds, buyer, method or card', () => {
    const same = requestOf([], { method: 'sandbox-card', card: 'approved' });
    const prints = [
      fingerprintOf([one], same),
      fingerprintOf([one, two], same),
      fingerprintOf([one], { ...same, buyer: { ...same.buyer, email: 'eve@example.org' } }),
      fingerprintOf([one], { ...same, payment: { method: 'sandbox-card', card: 'declined' } }),
      fingerprintOf([one], { ...same, payment: { method: 'box-office' } }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('the reference', () => {
  test('is always speakable: three and three, with nothing that looks like something else', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(referenceOf(id)).toMatch(/^[BCDFGHJKMNPQRSTVWXYZ34679]{3}-[BCDFGHJKMNPQRSTVWXYZ34679]{3}$/);
      }),
    );
  });

  test('of 5,000 orders hardly any two are alike', () => {
    const references = new Set(Array.from({ length: 5000 }, (_, n) => referenceOf(`order-${n}`)));
    expect(references.size).toBeGreaterThanOrEqual(4998);
  });
});
