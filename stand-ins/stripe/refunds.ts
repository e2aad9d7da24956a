import { type Form, formIn, textIn } from './form.ts';
import {
  type Chance,
  invalid,
  type Ledger,
  missing,
  type Outcome,
  type Refund,
  unknownIn,
  wholeIn,
} from './outcome.ts';

/*
 * Refunds: any number of one PaymentIntent, up to what was captured.
 */

export function refund(ledger: Ledger, form: Form, chance: Chance): Outcome {
  const fault = unknownIn(form, ['payment_intent', 'amount', 'metadata']);
  if (fault) return fault;
  const id = textIn(form, 'payment_intent') ?? '';
  const intent = ledger.intents[id];
  if (!intent) return missing('payment_intent', id);
  if (intent.status !== 'succeeded' || intent.latest_charge === null)
    return invalid('charge_not_captured', 'This PaymentIntent has no successful charge to refund.');
  const given = refundsOf(ledger, id).reduce((sum, { amount, status }) => sum + (status === 'failed' ? 0 : amount), 0);
  const amount = wholeIn(form, 'amount') ?? intent.amount_received - given;
  if (given >= intent.amount_received)
    return invalid('charge_already_refunded', `Charge ${intent.latest_charge} has already been refunded.`);
  if (!Number.isInteger(amount) || amount < 1 || given + amount > intent.amount_received)
    return invalid('amount_too_large', 'Refund amount is greater than unrefunded amount on charge', {
      param: 'amount',
    });
  const made: Refund = {
    id: chance.id('re'),
    object: 'refund',
    amount,
    charge: intent.latest_charge,
    created: chance.now(),
    currency: intent.currency,
    metadata: formIn(form, 'metadata'),
    payment_intent: id,
    status: 'succeeded',
  };
  const charge = {
    id: intent.latest_charge,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amount_received,
    amount_refunded: given + amount,
    metadata: intent.metadata,
    payment_intent: id,
  };
  return {
    ok: true,
    ledger: { ...ledger, refunds: { ...ledger.refunds, [made.id]: made } },
    answer: made,
    news: [
      { kind: 'charge.refunded', object: charge },
      { kind: 'refund.created', object: made },
    ],
  };
}

export function listRefunds(ledger: Ledger, intent: string): Outcome {
  return {
    ok: true,
    ledger,
    answer: { object: 'list', url: '/v1/refunds', has_more: false, data: refundsOf(ledger, intent).reverse() },
    news: [],
  };
}

function refundsOf(ledger: Ledger, intent: string): Refund[] {
  return Object.values(ledger.refunds).filter(({ payment_intent }) => payment_intent === intent);
}
