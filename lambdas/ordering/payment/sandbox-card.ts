import type { Charge } from '../order/charge.ts';
import type { PaymentRecord } from '../order/order.ts';
import type { Authorisation, PaymentPort } from './payment.ts';

/*
 * A pretend card, for rehearsals and for trying the house on a laptop. The request says what becomes of it, and that is
 * the whole of its memory. There is no money and no network. Its reference holds what the provider would remember.
 */

export const sandboxCard: PaymentPort = {
  objection: () => undefined,
  async authorise(charge, payment, now) {
    const card = payment.method === 'sandbox-card' ? payment.card : 'declined';
    // Only the request that wrote the order down asks at the very moment it was placed.
    if (card === 'no-answer' && now <= charge.placedAt) throw new Error('The pretend card company does not answer');
    if (card === 'asks') return { state: 'pending', reference: card, bankAsks: true };
    if (card === 'late' || card === 'twice') return { state: 'pending', reference: card };
    if (card === 'withdrawn') return { state: 'authorised', reference: card };
    return { state: card === 'declined' ? 'declined' : 'authorised' };
  },
  look: async (charge, now) => lookAt(charge, now),
  capture: async ({ reference }) => (reference === 'withdrawn' ? 'withdrawn' : 'captured'),
  void: async () => {},
  refund: async () => {},
};

/** How often news of a pending payment comes, at once: real providers promise no more than `at least once`. */
export function timesHeard({ method, reference }: Pick<PaymentRecord, 'method' | 'reference'>): number {
  return method === 'sandbox-card' && reference === 'twice' ? 2 : 1;
}

function lookAt({ reference, heldUntil }: Charge, now: number): Authorisation {
  const waits = (reference === 'late' || reference === 'asks') && now <= heldUntil;
  if (waits && reference === 'asks') return { state: 'pending', reference, bankAsks: true };
  return { state: waits ? 'pending' : 'authorised', ...(reference !== undefined && { reference }) };
}
