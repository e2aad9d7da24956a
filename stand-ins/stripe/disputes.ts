import { type Form, formIn, textIn } from './form.ts';
import {
  invalid,
  missing,
  type PretendChance,
  type PretendDispute,
  type PretendIntent,
  type PretendLedger,
  type PretendNews,
  type PretendOutcome,
  unknownIn,
} from './outcome.ts';

/*
 * Disputes of payments (docs.stripe.com, the Dispute object). The buyer's bank makes one: here by the card that Stripe
 * has for it, or by whoever steers the stand-in. The money is taken at once. The answer is evidence that is submitted, and
 * Stripe's own words for testing decide (https://docs.stripe.com/testing#evidence).
 *
 *   needs_response ─ winning_evidence ─▶ won          losing_evidence, or closed by the venue ─▶ lost
 *         └───────── any other evidence ─▶ under_review
 */

const day = 86_400;

/** An answer is taken for this long, in seconds. */
const answerTime = 14 * day;

/** The buyer asks their bank for the money. */
export function dispute(
  ledger: PretendLedger,
  intent: PretendIntent,
  chance: PretendChance,
  {
    amount = intent.amount_received,
    reason = 'fraudulent',
  }: { readonly amount?: number; readonly reason?: string } = {},
): PretendOutcome {
  const made: PretendDispute = {
    id: chance.id('dp'),
    object: 'dispute',
    amount,
    charge: intent.latest_charge ?? '',
    created: chance.now(),
    currency: intent.currency,
    evidence_details: { due_by: chance.now() + answerTime, has_evidence: false, past_due: false, submission_count: 0 },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason,
    status: 'needs_response',
  };
  return kept(ledger, made, ['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
}

/** Evidence of the venue. */
export function answerDispute(ledger: PretendLedger, id: string, form: Form): PretendOutcome {
  const fault = unknownIn(form, ['evidence', 'submit', 'metadata']);
  if (fault) return fault;
  const standing = ledger.disputes[id];
  if (!standing) return missing('dispute', id);
  if (standing.status !== 'needs_response') return tooLate();
  const { evidence_details: details } = standing;
  const isSent = textIn(form, 'submit') === 'true';
  const submissions = details.submission_count + (isSent ? 1 : 0);
  const answered = {
    ...standing,
    evidence_details: { ...details, has_evidence: true, submission_count: submissions },
  };
  if (!isSent) return kept(ledger, answered, ['charge.dispute.updated']);
  const said = textIn(formIn(form, 'evidence'), 'uncategorized_text');
  if (said === 'winning_evidence') return decide(ledger, answered, 'won');
  if (said === 'losing_evidence') return decide(ledger, answered, 'lost');
  return decide(ledger, answered, 'under_review');
}

/** The venue gives in. */
export function closeDispute(ledger: PretendLedger, id: string): PretendOutcome {
  const standing = ledger.disputes[id];
  if (!standing) return missing('dispute', id);
  return standing.status === 'needs_response' ? decide(ledger, standing, 'lost') : tooLate();
}

const tooLate = () => invalid('dispute_not_open', 'This dispute is already closed or under review.');

const newsOf: Readonly<Record<PretendDispute['status'], readonly string[]>> = {
  needs_response: ['charge.dispute.updated'],
  under_review: ['charge.dispute.updated'],
  won: ['charge.dispute.closed', 'charge.dispute.funds_reinstated'],
  lost: ['charge.dispute.closed'],
};

/** As the bank says, or the venue by its answer. */
export function decide(ledger: PretendLedger, standing: PretendDispute, status: PretendDispute['status']) {
  return kept(ledger, { ...standing, status }, newsOf[status]);
}

export function showDispute(ledger: PretendLedger, id: string): PretendOutcome {
  const found = ledger.disputes[id];
  return found ? { ok: true, ledger, answer: found, news: [] } : missing('dispute', id);
}

/** The newest first, as all lists of Stripe. */
export function listDisputes(ledger: PretendLedger, intent: string): PretendOutcome {
  const data = disputesOf(ledger, intent).reverse();
  return { ok: true, ledger, answer: { object: 'list', url: '/v1/disputes', has_more: false, data }, news: [] };
}

/** Whether a bank has the money of this payment, for now or for good: then Stripe refunds nothing of it. */
export function isDisputed(ledger: PretendLedger, intent: string): boolean {
  return disputesOf(ledger, intent).some(({ status }) => status !== 'won');
}

function disputesOf(ledger: PretendLedger, intent: string): PretendDispute[] {
  return Object.values(ledger.disputes).filter(({ payment_intent }) => payment_intent === intent);
}

function kept(ledger: PretendLedger, standing: PretendDispute, kinds: readonly string[]): PretendOutcome {
  const news: readonly PretendNews[] = kinds.map((kind) => ({ kind, object: standing }));
  return {
    ok: true,
    ledger: { ...ledger, disputes: { ...ledger.disputes, [standing.id]: standing } },
    answer: standing,
    news,
  };
}
