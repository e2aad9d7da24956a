/*
 * The answer of Stripe's script when a fan has pressed Pay, and what becomes of it. Whether money is set aside the
 * platform learns from Stripe alone: `ok` only means that there is nothing more to do on this form.
 *
 *   ready ─ Pay ─▶ sending ─▶ ok           set aside, on its way, or no longer to be paid
 *     ▲               └─────▶ declined     another card may be tried at once
 *     │               └─────▶ incomplete   the form itself says where
 *     └──────────────◀──────  unsure       nobody knows: pressing Pay again cannot pay twice
 */

/** https://docs.stripe.com/js/payment_intents/confirm_payment */
export interface Confirmed {
  readonly error?: {
    readonly type: string;
    readonly code?: string;
    /** To the fan, in the language of the form. */
    readonly message?: string;
  };
  readonly paymentIntent?: { readonly status: string };
}

export type StripeTrouble = 'declined' | 'incomplete' | 'unsure' | 'unreachable';

export type StripeOutcome = { readonly ok: true } | StripeRefusal;

/** `says`: in Stripe's words, to the fan. */
export interface StripeRefusal {
  readonly ok: false;
  readonly trouble: StripeTrouble;
  readonly says?: string;
}

export function outcomeOf({ error, paymentIntent }: Confirmed): StripeOutcome {
  if (error) {
    // Paid or given up meanwhile, in another tab say: the order knows which.
    if (error.code === 'payment_intent_unexpected_state') return { ok: true };
    if (error.type === 'validation_error') return { ok: false, trouble: 'incomplete' };
    if (error.type === 'card_error' || error.code === 'payment_intent_authentication_failure')
      return { ok: false, trouble: 'declined', ...(error.message && { says: error.message }) };
    return { ok: false, trouble: 'unsure' };
  }
  return paymentIntent?.status === 'requires_payment_method' ? { ok: false, trouble: 'declined' } : { ok: true };
}

const spoken: readonly string[] = ['de', 'en', 'es', 'fr'];

/** The language of Stripe's form: the page's where Stripe speaks it, else what the browser asks for. */
export function languageOfForm(language: string): string {
  return spoken.includes(language) ? language : 'auto';
}
