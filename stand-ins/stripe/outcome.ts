import { type Form, textIn } from './form.ts';

/* The memory of the pretend Stripe, and the shapes of its answers. */

export interface Intent {
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
  readonly status: 'requires_payment_method' | 'processing' | 'requires_capture' | 'canceled' | 'succeeded';
}

export interface Refund {
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

export interface Ledger {
  readonly intents: Readonly<Record<string, Intent>>;
  readonly refunds: Readonly<Record<string, Refund>>;
}

export const emptyLedger: Ledger = { intents: {}, refunds: {} };

export interface StripeFault {
  readonly status: number;
  readonly error: {
    readonly type: string;
    readonly code?: string;
    readonly message: string;
    readonly [more: string]: unknown;
  };
}

export type Outcome =
  | {
      readonly ok: true;
      readonly ledger: Ledger;
      readonly answer: object;
      /** Kinds of the messages that follow from it, and what they are about. */
      readonly news: readonly News[];
      /** Answer nothing, although it happened. */
      readonly silent?: boolean;
      /** An intent that will be approved by itself. */
      readonly later?: string;
    }
  | { readonly ok: false; readonly fault: StripeFault; readonly ledger?: Ledger; readonly news?: readonly News[] };

export interface News {
  readonly kind: string;
  readonly object: object;
}

/** Ids, and seconds since the epoch. */
export interface Chance {
  readonly id: (kind: string) => string;
  readonly now: () => number;
}

export const invalid = (code: string, message: string, more: object = {}): Outcome => ({
  ok: false,
  fault: { status: 400, error: { type: 'invalid_request_error', code, message, ...more } },
});
export const missing = (kind: string, id: string): Outcome => ({
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

export function wrongState(intent: Intent, act: string): Outcome {
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

export function unknownIn(form: Form, known: readonly string[]): Outcome | undefined {
  const name = Object.keys(form).find((one) => !known.includes(one));
  return name === undefined
    ? undefined
    : invalid('parameter_unknown', `Received unknown parameter: ${name}`, { param: name });
}
