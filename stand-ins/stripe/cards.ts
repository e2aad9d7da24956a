/*
 * The pretend cards. The first four numbers and their fate are Stripe's own for testing
 * (https://docs.stripe.com/testing); the last two are ours, for what cannot be asked for there.
 */

export type CardFate =
  | { readonly kind: 'approved' }
  /** Approved, and its bank asks for the money back once it is taken. */
  | { readonly kind: 'disputed' }
  | { readonly kind: 'declined'; readonly code: string; readonly declineCode?: string; readonly message: string }
  /** Approved, and the answer is lost on its way. */
  | { readonly kind: 'unanswered' }
  /** Processing first, approved later. */
  | { readonly kind: 'late' };

export const cards: Readonly<Record<string, CardFate>> = {
  '4242424242424242': { kind: 'approved' },
  '4000000000000002': {
    kind: 'declined',
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  },
  '4000000000009995': {
    kind: 'declined',
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  '4000000000000259': { kind: 'disputed' },
  '4000000000000010': { kind: 'unanswered' },
  '4000000000000028': { kind: 'late' },
};

export function fateOf(number: string): CardFate {
  return cards[number] ?? { kind: 'declined', code: 'incorrect_number', message: 'Your card number is incorrect.' };
}
