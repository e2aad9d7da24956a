import type { PaymentPort } from './payment.ts';

/*
 * A pretend card, for rehearsals and for trying the house on a laptop. The request says whether the
 * card is approved or declined, and that is the whole of its memory: no money, no network.
 */

export const sandboxCard: PaymentPort = {
  objection: () => undefined,
  authorise: async (_charge, payment) => ({
    state: payment.method === 'sandbox-card' && payment.card === 'approved' ? 'authorised' : 'declined',
  }),
  capture: async () => 'captured',
  void: async () => {},
};
