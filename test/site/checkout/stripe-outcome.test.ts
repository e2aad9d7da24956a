import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../contracts/languages.ts';
import { languageOfForm, outcomeOf } from '../../../site/checkout/stripe-outcome.ts';

describe('what becomes of pressing Pay', () => {
  test.each(['requires_capture', 'succeeded', 'processing', 'canceled'])('%s: the order knows the rest', (status) => {
    expect(outcomeOf({ paymentIntent: { status } })).toEqual({ ok: true });
  });

  test('a bank that said no in its own window', () => {
    expect(outcomeOf({ paymentIntent: { status: 'requires_payment_method' } })).toEqual({
      ok: false,
      trouble: 'declined',
    });
  });

  test.each([
    ['card_error', 'card_declined', { ok: false, trouble: 'declined', says: 'No.' }],
    ['invalid_request_error', 'payment_intent_authentication_failure', { ok: false, trouble: 'declined', says: 'No.' }],
    ['validation_error', 'incomplete_number', { ok: false, trouble: 'incomplete' }],
    ['invalid_request_error', 'payment_intent_unexpected_state', { ok: true }],
    ['api_connection_error', undefined, { ok: false, trouble: 'unsure' }],
    ['api_error', undefined, { ok: false, trouble: 'unsure' }],
    ['invalid_request_error', 'resource_missing', { ok: false, trouble: 'unsure' }],
  ])('%s, %s', (type, code, outcome) => {
    expect(outcomeOf({ error: { type, message: 'No.', ...(code && { code }) } })).toEqual(outcome);
  });
});

test('the form speaks the language of the page where Stripe does', () => {
  expect(languages.map(languageOfForm)).toEqual(languages.map((one) => (one === 'cy' ? 'auto' : one)));
});
