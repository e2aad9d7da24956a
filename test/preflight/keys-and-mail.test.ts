import { describe, expect, test } from '@jest/globals';
import type { AskAccount } from '../../preflight/question.ts';
import { roomsWithSecrets } from '../../preflight/secret-checks.ts';
import { hasForm } from '../../preflight/secret-forms.ts';
import { publishableKey, withStripe } from '../lib/stages.ts';
import { synthesize } from '../lib/synthesize.ts';
import { found, ready } from './finding.ts';

describe('secrets', () => {
  const forbidden: AskAccount = async (question) =>
    question.operation === 'FormOfSecret'
      ? { ok: false, fault: 'AccessDeniedException', says: 'not authorized' }
      : ready(question);

  test('are looked at where these credentials may; where not, nothing is said of keys that a person put in', async () => {
    const all = await found(forbidden);
    expect(all.get('secrets')).toMatchObject({ state: 'ready', says: expect.stringContaining('All 8 secrets') });
    expect(all.get('stripe-keys')).toMatchObject({ state: 'unknown', unasked: true });
  });

  test('that are gone are said to be that', async () => {
    const gone: AskAccount = async (question) =>
      question.operation === 'DescribeSecret' && `${question.input?.SecretId}`.endsWith(':Slip')
        ? { ok: false, fault: 'ResourceNotFoundException', says: 'no such secret' }
        : ready(question);
    expect((await found(gone)).get('secrets')?.says).toBe('Seating’s SlipKeysSecret is gone.');
  });

  test('are in the stacks that are asked for them, and in no other', async () => {
    const { resources } = await synthesize({ ...withStripe({ publishableKey }) });
    const rooms = resources.filter(({ Type }) => Type === 'AWS::SecretsManager::Secret').map(({ stack }) => stack);
    expect(new Set(rooms)).toEqual(new Set(roomsWithSecrets));
  });

  test('have their form by the rules that functions read them by', () => {
    expect(hasForm('{"key":"rk_live_abc","webhooks":["whsec_abc"]}', 'stripe')).toBe(true);
    expect(hasForm('{"key":"abc","webhooks":[]}', 'stripe')).toBe(false);
    expect(hasForm(JSON.stringify({ id: 'b', secret: 'x'.repeat(64) }), 'ring')).toBe(true);
    expect(hasForm('whatever', 'ring')).toBe(false);
  });
});

describe('a stage that says that SES is in its sandbox', () => {
  const mail = { sender: 'tickets@stampede.example.org', sandbox: true };
  const inSandbox =
    (...identities: readonly object[]): AskAccount =>
    async (question) => {
      if (question.operation === 'GetAccount') return { ok: true, value: { SendingEnabled: true } };
      if (question.operation !== 'ListEmailIdentities') return ready(question);
      return { ok: true, value: { EmailIdentities: identities } };
    };
  const own = { IdentityName: 'stampede.example.org', VerificationStatus: 'SUCCESS' };

  test('needs a verified recipient, and its own domain is none', async () => {
    const tester = { IdentityName: 'tester@example.com', VerificationStatus: 'SUCCESS' };
    const one = (await found(inSandbox(own, tester), { mail })).get('mail');
    expect(one).toMatchObject({ state: 'ready', says: expect.stringContaining('1 verified') });
    expect(one?.says).not.toContain('@');
    const pending = { ...tester, VerificationStatus: 'PENDING' };
    expect((await found(inSandbox(own, pending), { mail })).get('mail')?.state).toBe('todo');
  });
});
