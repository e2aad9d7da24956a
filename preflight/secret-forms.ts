import { readRing } from '../lambdas/foundation/key-ring.ts';
import { readStripeKeys } from '../lambdas/ordering/payment/stripe-keys.ts';

/** Forms of secrets that people put in, or may write anew: the keys of Stripe, and a ring of keys. */
export type SecretForm = 'stripe' | 'ring';

const readers: Readonly<Record<SecretForm, (text: string) => unknown>> = {
  stripe: (text) => readStripeKeys(text, 'the secret'),
  ring: readRing,
};

/** Whether the functions could read it, by the very rules that they read it by. Says nothing else of the text. */
export function hasForm(text: string, form: SecretForm): boolean {
  try {
    readers[form](text);
    return true;
  } catch {
    return false;
  }
}
