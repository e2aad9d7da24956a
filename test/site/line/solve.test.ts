import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { verifySolution } from 'altcha-lib/v1';
import { challengeFor, workRefusal } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import { prove } from '../../../site/line/prove.ts';
import { solve } from '../../../site/line/solve.ts';

const rest = () => Promise.resolve();

describe('the proof of work', () => {
  const terms = { onSale: 'friends', visitor: 'v'.repeat(22) };

  test('is what the theatre and ALTCHA accept', async () => {
    const chance = { effort: 3_000, salt: 'ab'.repeat(12), fraction: 0.7 };
    const work = (await prove(challengeFor('key', terms, chance, 0), rest)) as string;
    expect(workRefusal('key', terms, work, 1)).toBeUndefined();
    expect(workRefusal('another key', terms, work, 1)).toMatchObject({ refusal: 'work-wrong' });
    expect(await verifySolution(work, 'key', false)).toBe(true);
  });

  test('lets the page breathe, and ends when there is no number', async () => {
    const challenge = createHash('sha256').update('salt700').digest('hex');
    const asked = { algorithm: 'SHA-256' as const, challenge, salt: 'salt', signature: '', maxnumber: 1_000 };
    const steps = [...solve(asked)];
    expect(steps.filter((step) => step === undefined).length).toBeGreaterThanOrEqual(4);
    expect(steps.filter((step) => step !== undefined)).toEqual([700]);
    expect(await prove({ ...asked, maxnumber: 600 }, rest)).toBeUndefined();
  });
});
