import { type Form, textIn } from './form.ts';

/* The memory of the pretend Stripe, and the shapes of its answers. */

export interface PretendIntent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly amount_capturable: number;
  readonly amount_received: number;
  readonly canceled_at: number | null;
  readonly capture_method: string;
  readonly client_secret: string;
  readonly created: number;
  readonly currency: string;
  readonly last_payment_error: object | null;
  readonly latest_charge: string | null;
  readonly livemode: false;
  readonly metadata: Form;
  /** The card that paid is Stripe's for disputes: its bank will ask for the money once it is taken. */
  readonly will_be_disputed?: true;
  readonly status: 'requires_payment_method' | 'processing' | 'requires_capture' | 'canceled' | 'succeeded';
}

export interface PretendRefund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly charge: string;
  readonly created: number;
  readonly currency: string;
  readonly metadata: Form;
  readonly payment_intent: string;
  readonly status: 'succeeded' | 'failed';
}

export interface PretendDispute {
  readonly id: string;
  readonly object: 'dispute';
  readonly amount: number;
  readonly charge: string;
  readonly created: number;
  readonly currency: string;
  readonly evidence_details: {
    /** Seconds since the epoch. */
    readonly due_by: number;
    readonly has_evidence: boolean;
    readonly past_due: boolean;
    readonly submission_count: number;
  };
  readonly is_charge_refundable: boolean;
  readonly livemode: false;
  /** Nobody wrote anything of ours into it. */
  readonly metadata: Form;
  readonly payment_intent: string;
  readonly reason: string;
  readonly status: 'needs_response' | 'under_review' | 'won' | 'lost';
}

export interface PretendLedger {
  readonly intents: Readonly<Record<string, PretendIntent>>;
  readonly refunds: Readonly<Record<string, PretendRefund>>;
  readonly disputes: Readonly<Record<string, PretendDispute>>;
}

export const emptyLedger: PretendLedger = { intents: {}, refunds: {}, disputes: {} };

export interface StripeFault {
  readonly status: number;
  readonly error: {
    readonly type: string;
    readonly code?: string;
    readonly message: string;
    readonly [more: string]: unknown;
  };
}

export type PretendOutcome =
  | {
      readonly ok: true;
      readonly ledger: PretendLedger;
      readonly answer: object;
      /** Kinds of the messages that follow from it, and what they are about. */
      readonly news: readonly PretendNews[];
      /** Answer nothing, although it happened. */
      readonly silent?: boolean;
      /** An intent that will be approved by itself. */
      readonly later?: string;
    }
  | {
      readonly ok: false;
      readonly fault: StripeFault;
      readonly ledger?: PretendLedger;
      readonly news?: readonly PretendNews[];
    };

export interface PretendNews {
  readonly kind: string;
  readonly object: object;
}

/** Ids, and seconds since the epoch. */
export interface PretendChance {
  readonly id: (kind: string) => string;
  readonly now: () => number;
}

export const invalid = (code: string, message: string, more: object = {}): PretendOutcome => ({
  ok: false,
  fault: { status: 400, error: { type: 'invalid_request_error', code, message, ...more } },
});
export const missing = (kind: string, id: string): PretendOutcome => ({
  ok: false,
  fault: {
    status: 404,
    error: {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such ${kind}: '${id}'`,
      param: 'intent',
    },
  },
});

export function wrongState(intent: PretendIntent, act: string): PretendOutcome {
  return invalid(
    'payment_intent_unexpected_state',
    `You cannot ${act} this PaymentIntent because it has a status of ${intent.status}.`,
    { payment_intent: intent },
  );
}

/** A whole number; not a number if it is written in another way, undefined if it is left out. */
export function wholeIn(form: Form, name: string): number | undefined {
  const text = textIn(form, name);
  return text === undefined ? undefined : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

export function unknownIn(form: Form, known: readonly string[]): PretendOutcome | undefined {
  const name = Object.keys(form).find((one) => !known.includes(one));
  return name === undefined
    ? undefined
    : invalid('parameter_unknown', `Received unknown parameter: ${name}`, { param: name });
}
