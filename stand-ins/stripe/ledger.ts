import * as card from '../card-account.ts';
import { fateOf } from './cards.ts';
import { dispute } from './disputes.ts';
import { type Form, formIn, textIn } from './form.ts';
import { accountOf, intentAfter } from './intent-account.ts';
import {
  invalid,
  missing,
  type PretendChance,
  type PretendIntent,
  type PretendLedger,
  type PretendOutcome,
  unknownIn,
  wholeIn,
  wrongState,
} from './outcome.ts';

/*
 * The memory of the pretend Stripe, and the effect of each request on it: the PaymentIntents and refunds of
 * https://docs.stripe.com/api, as far as the platform uses them. A parameter that is not in the list is refused, as
 * Stripe does, so that a misspelt one is found here.
 *
 *   requires_payment_method ─ confirm ─▶ requires_capture ─ capture ─▶ succeeded ─ refund ─▶ succeeded
 *        ▲   │ declined         └─▶ processing ─┘ │
 *        └───┴─────────── cancel ─────────────────┴─▶ canceled
 */

/** The smallest charges of some currencies, enough to be refused for once. */
const least: Readonly<Record<string, number>> = { gbp: 30, eur: 50, usd: 50, huf: 17_500 };

export function make(ledger: PretendLedger, form: Form, chance: PretendChance): PretendOutcome {
  const fault = unknownIn(form, ['amount', 'currency', 'capture_method', 'automatic_payment_methods', 'metadata']);
  if (fault) return fault;
  const amount = wholeIn(form, 'amount') ?? Number.NaN;
  const currency = textIn(form, 'currency') ?? '';
  if (!/^[a-z]{3}$/.test(currency))
    return invalid('parameter_missing', 'Missing required param: currency.', { param: 'currency' });
  if (!Number.isInteger(amount) || amount < 1)
    return invalid('parameter_invalid_integer', 'Invalid positive integer', { param: 'amount' });
  if (amount < (least[currency] ?? 1))
    return invalid('amount_too_small', 'Amount must be at least the smallest charge', { param: 'amount' });
  const id = chance.id('pi');
  const intent: PretendIntent = {
    id,
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    capture_method: textIn(form, 'capture_method') ?? 'automatic',
    client_secret: `${id}_secret_${chance.id('s').slice(2)}`,
    created: chance.now(),
    currency,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: formIn(form, 'metadata'),
    status: 'requires_payment_method',
  };
  return kept(ledger, intent, 'payment_intent.created');
}

export function show(ledger: PretendLedger, id: string): PretendOutcome {
  const intent = ledger.intents[id];
  return intent ? { ok: true, ledger, answer: intent, news: [] } : missing('payment_intent', id);
}

/** The page's: with the publishable key and the intent's own secret. */
export function confirm(ledger: PretendLedger, id: string, form: Form, chance: PretendChance): PretendOutcome {
  const intent = ledger.intents[id];
  if (!intent || textIn(form, 'client_secret') !== intent.client_secret) return missing('payment_intent', id);
  const pondered = card.ponder(accountOf(intent));
  if (!pondered.ok) return wrongState(intent, 'confirm');
  const number = textIn(formIn(formIn(form, 'payment_method_data'), 'card'), 'number') ?? '';
  const fate = fateOf(number.replace(/\D/g, ''));
  if (fate.kind === 'declined') {
    const { code, declineCode, message } = fate;
    const error = { type: 'card_error', code, message, ...(declineCode && { decline_code: declineCode }) };
    const failed = { ...intent, last_payment_error: error };
    const news = [{ kind: 'payment_intent.payment_failed', object: failed }];
    return {
      ok: false,
      fault: { status: 402, error: { ...error, payment_intent: failed } },
      ledger: withIntent(ledger, failed),
      news,
    };
  }
  if (fate.kind === 'late') {
    const processing = intentAfter(intent, pondered.account);
    return { ...kept(ledger, processing, 'payment_intent.processing'), later: id } as PretendOutcome;
  }
  const paid: PretendIntent = fate.kind === 'disputed' ? { ...intent, will_be_disputed: true } : intent;
  const approved = authorise(ledger, paid, chance);
  return fate.kind === 'unanswered' ? ({ ...approved, silent: true } as PretendOutcome) : approved;
}

/** The late approval comes. */
export function approve(ledger: PretendLedger, id: string, chance: PretendChance): PretendOutcome {
  const intent = ledger.intents[id];
  return intent?.status === 'processing' ? authorise(ledger, intent, chance) : missing('payment_intent', id);
}

export function capture(ledger: PretendLedger, id: string, form: Form, chance: PretendChance): PretendOutcome {
  const intent = ledger.intents[id];
  const fault = unknownIn(form, ['amount_to_capture']);
  if (fault) return fault;
  if (!intent) return missing('payment_intent', id);
  const amount = wholeIn(form, 'amount_to_capture') ?? intent.amount_capturable;
  if (amount < (least[intent.currency] ?? 1) && intent.status === 'requires_capture')
    return invalid('amount_too_small', 'Amount must be at least the smallest charge', { param: 'amount_to_capture' });
  const captured = card.capture(accountOf(intent), amount);
  if (captured.ok) {
    const taken = intentAfter(intent, captured.account);
    const done = kept(ledger, taken, 'payment_intent.succeeded');
    return intent.will_be_disputed ? alsoDisputed(done, taken, chance) : done;
  }
  if (captured.refusal === 'wrong-state') return wrongState(intent, 'capture');
  return invalid('amount_too_large', 'The amount to capture is greater than what can be captured.', {
    param: 'amount_to_capture',
  });
}

/** The answer is the intent's all the same, and messages of both follow. */
function alsoDisputed(done: PretendOutcome, intent: PretendIntent, chance: PretendChance): PretendOutcome {
  if (!done.ok) return done;
  const disputed = dispute(done.ledger, intent, chance);
  return disputed.ok ? { ...done, ledger: disputed.ledger, news: [...done.news, ...disputed.news] } : disputed;
}

export function cancel(ledger: PretendLedger, id: string, chance: PretendChance): PretendOutcome {
  const intent = ledger.intents[id];
  if (!intent) return missing('payment_intent', id);
  // Stripe itself does so in rare cases only.
  return intent.status === 'processing'
    ? wrongState(intent, 'cancel')
    : end(ledger, intent, card.cancel(accountOf(intent)), chance);
}

/** The bank takes back what it authorised. */
export function withdraw(ledger: PretendLedger, id: string, chance: PretendChance): PretendOutcome {
  const intent = ledger.intents[id];
  return intent ? end(ledger, intent, card.withdraw(accountOf(intent)), chance) : missing('payment_intent', id);
}

function end(ledger: PretendLedger, intent: PretendIntent, ended: card.Acted, chance: PretendChance): PretendOutcome {
  if (!ended.ok) return wrongState(intent, 'cancel');
  const canceled = { ...intentAfter(intent, ended.account), canceled_at: chance.now() };
  return kept(ledger, canceled, 'payment_intent.canceled');
}

function authorise(ledger: PretendLedger, intent: PretendIntent, chance: PretendChance): PretendOutcome {
  const authorised = card.authorise(accountOf(intent));
  if (!authorised.ok) return wrongState(intent, 'confirm');
  const charged = {
    ...intentAfter(intent, authorised.account),
    latest_charge: chance.id('ch'),
    last_payment_error: null,
  };
  return kept(ledger, charged, 'payment_intent.amount_capturable_updated');
}

function withIntent(ledger: PretendLedger, intent: PretendIntent): PretendLedger {
  return { ...ledger, intents: { ...ledger.intents, [intent.id]: intent } };
}

function kept(ledger: PretendLedger, intent: PretendIntent, kind: string): PretendOutcome {
  return { ok: true, ledger: withIntent(ledger, intent), answer: intent, news: [{ kind, object: intent }] };
}
