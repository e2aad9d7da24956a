import type { Settings } from './settings.ts';

/*
 * The needs of pages that use Stripe. Stripe wants its script to be loaded from Stripe. The script needs leave to open
 * its frames and to speak to its API. The lists are those of https://docs.stripe.com/security/guide. The script's
 * version is that of the API which the SDK speaks: they come out under one name (test/lib/stripe.test.ts).
 */

export interface StripeOnPages {
  /** For `/config.json`. */
  readonly config: { readonly publishableKey: string; readonly js: string };
  /** Sources for the content security policy. */
  readonly script: readonly string[];
  readonly frame: readonly string[];
  readonly connect: readonly string[];
}

const release = 'endive';

export function stripeOnPages(stripe: Settings['payment']['stripe']): StripeOnPages | undefined {
  if (!stripe) return undefined;
  const { publishableKey, apiHost } = stripe;
  if (apiHost !== undefined)
    return { config: { publishableKey, js: `${apiHost}/v3/` }, script: [apiHost], frame: [], connect: [apiHost] };
  return {
    config: { publishableKey, js: `https://js.stripe.com/${release}/stripe.js` },
    script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
    // The second for what a bank asks its customer.
    frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
    connect: ['https://api.stripe.com'],
  };
}
