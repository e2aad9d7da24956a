import { describe, expect, test } from '@jest/globals';
import { isRecipientNotVerified } from '../../../lambdas/foundation/mail.ts';

/** SES's words, as its API has them. */
const rejected = (...failed: string[]) => ({
  name: 'MessageRejected',
  message: `Email address is not verified. The following identities failed the check in region EU-WEST-2: ${failed.join(', ')}`,
});
const mail = { to: 'Ada@example.com', sender: 'tickets@stampede.example.org' };

describe('SES in its sandbox', () => {
  test('refuses an address that is not verified, for good', () => {
    expect(isRecipientNotVerified(rejected('ada@example.com'), mail)).toBe(true);
  });

  test.each([
    ['a sender that is not verified yet', rejected('tickets@stampede.example.org')],
    ['both of them', rejected('ada@example.com', 'tickets@stampede.example.org')],
    ['a message that is rejected for what it holds', { name: 'MessageRejected', message: 'Illegal content' }],
    ['a fault', { name: 'InternalFailure', message: 'ada@example.com is not verified' }],
  ])('is not what refuses %s: such a mail comes again', (_, error) => {
    expect(isRecipientNotVerified(error, mail)).toBe(false);
  });
});
