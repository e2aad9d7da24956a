import * as card from '../card-account.ts';
import { isDisputed } from './disputes.ts';
import { type Form, formIn, textIn } from './form.ts';
import { accountOf } from './intent-account.ts';
import {
  invalid,
  missing,
  type PretendChance,
  type PretendIntent,
  type PretendLedger,
  type PretendOutcome,
  type PretendRefund,
  unknownIn,
  wholeIn,
} from './outcome.ts';

/*
 * Refunds: any number of one PaymentIntent, up to what was captured, and none while a bank has the money by a dispute.
 */

export function refund(ledger: PretendLedger, form: Form, chance: PretendChance): PretendOutcome {
  const fault = unknownIn(form, ['payment_intent', 'amount', 'metadata']);
  if (fault) return fault;
  const id = textIn(form, 'payment_intent') ?? '';
  const intent = ledger.intents[id];
  if (!intent) return missing('payment_intent', id);
  if (isDisputed(ledger, id))
    return invalid('charge_disputed', `Charge ${intent.latest_charge} has been charged back; cannot issue a refund.`);
  const given = refundsOf(ledger, id).reduce((sum, { amount, status }) => sum + (status === 'failed' ? 0 : amount), 0);
  const amount = wholeIn(form, 'amount') ?? intent.amount_received - given;
  const refunded = card.refund(accountOf(intent, given), amount);
  if (!refunded.ok) return refusals[refunded.refusal](intent);
  const charged = intent.latest_charge ?? '';
  const made: PretendRefund = {
    id: chance.id('re'),
    object: 'refund',
    amount,
    charge: charged,
    created: chance.now(),
    currency: intent.currency,
    metadata: formIn(form, 'metadata'),
    payment_intent: id,
    status: 'succeeded',
  };
  const charge = {
    id: charged,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amount_received,
    amount_refunded: refunded.account.refunded,
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

const refusals: Readonly<Record<card.CardRefusal, (intent: PretendIntent) => PretendOutcome>> = {
  'wrong-state': () => invalid('charge_not_captured', 'This PaymentIntent has no successful charge to refund.'),
  'nothing-left': ({ latest_charge }) =>
    invalid('charge_already_refunded', `Charge ${latest_charge} has already been refunded.`),
  'too-much': () =>
    invalid('amount_too_large', 'Refund amount is greater than unrefunded amount on charge', { param: 'amount' }),
};

export function listRefunds(ledger: PretendLedger, intent: string): PretendOutcome {
  return {
    ok: true,
    ledger,
    answer: { object: 'list', url: '/v1/refunds', has_more: false, data: refundsOf(ledger, intent).reverse() },
    news: [],
  };
}

function refundsOf(ledger: PretendLedger, intent: string): PretendRefund[] {
  return Object.values(ledger.refunds).filter(({ payment_intent }) => payment_intent === intent);
}
