import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../contracts/languages.ts';
import { languageOfForm, outcomeOf } from '../../../site/checkout/stripe-outcome.ts';

describe('what becomes of pressing Pay', () => {
  test.each(['requires_capture', 'succeeded', 'processing', 'canceled'])('%s: the order knows the rest', (status) => {
    expect(outcomeOf({ paymentIntent: { status } })).toBe('done');
  });

  test('a bank that said no in its own window', () => {
    expect(outcomeOf({ paymentIntent: { status: 'requires_payment_method' } })).toEqual({ trouble: 'declined' });
  });

  test.each([
    ['card_error', 'card_declined', { trouble: 'declined', says: 'No.' }],
    ['invalid_request_error', 'payment_intent_authentication_failure', { trouble: 'declined', says: 'No.' }],
    ['validation_error', 'incomplete_number', { trouble: 'incomplete' }],
    ['invalid_request_error', 'payment_intent_unexpected_state', 'done'],
    ['api_connection_error', undefined, { trouble: 'unsure' }],
    ['api_error', undefined, { trouble: 'unsure' }],
    ['invalid_request_error', 'resource_missing', { trouble: 'unsure' }],
  ])('%s, %s', (type, code, outcome) => {
    expect(outcomeOf({ error: { type, message: 'No.', ...(code && { code }) } })).toEqual(outcome);
  });
});

test('the form speaks the language of the page where Stripe does', () => {
  expect(languages.map(languageOfForm)).toEqual(languages.map((one) => (one === 'cy' ? 'auto' : one)));
});
