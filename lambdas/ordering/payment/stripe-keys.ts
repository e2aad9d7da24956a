import { z } from 'zod';

/*
 * The content of the secret that the venue fills in for its Stripe account. A wrong one is named by its field and never
 * shown.
 */

const keys = z.object({
  /** A restricted key (`rk_…`) that may write PaymentIntents and refunds, or the account's secret key. */
  key: z
    .string()
    .regex(/^(?:sk|rk)_(?:test|live)_\w+$/, 'must be a key that begins with rk_live_, sk_live_, rk_test_ or sk_test_'),
  /** Signing secrets of the webhook endpoint; several while one replaces another. */
  webhooks: z
    .array(z.string().regex(/^whsec_\S+$/, 'must be a signing secret that begins with whsec_'))
    .min(1, 'must name the signing secret of the webhook endpoint')
    .max(4, 'must name at most 4 signing secrets'),
});

export type StripeKeys = z.infer<typeof keys>;

/** @param source Named in the fault, e.g. the secret's ARN. */
export function readStripeKeys(text: string, source: string): StripeKeys {
  const read = keys.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the secret'}: ${message}`);
  throw new Error(
    `The Stripe keys are not filled in (docs/deploy.md says how): put {"key":"rk_…","webhooks":["whsec_…"]} ` +
      `into ${source}. ${wrong.join('; ')}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The Stripe of a handler's `STRIPE`: undefined if it says `none`. */
export interface StripePlace {
  /** ARN of the secret with the keys. */
  readonly secret: string;
  /** Address of a stand-in for Stripe's API; only on this machine. */
  readonly api?: string | undefined;
}

export function stripePlace(told: string): StripePlace | undefined {
  if (told === 'none') return undefined;
  return z.object({ secret: z.string().min(1), api: z.url().optional() }).parse(JSON.parse(told));
}
