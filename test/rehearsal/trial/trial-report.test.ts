import { describe, expect, test } from '@jest/globals';
import { type CheckReports, checkReports, preflightFound } from '../../../contracts/run-up.ts';
import { reportChecks } from '../../../lambdas/run-up/checks/report-checks.ts';
import { runUpFiles } from '../../../lambdas/run-up/run-up-files.ts';
import { preflightReport } from '../../../preflight/preflight-report.ts';
import { rehearsalReport } from '../../../rehearsal/rehearsal-report.ts';
import { trialReport } from '../../../rehearsal/trial/trial-report.ts';
import type { Walked } from '../../../rehearsal/trial/walk.ts';
import { publishedFiles } from '../../../simulation/stage/published-files.ts';

const now = 1_800_000_000_000;
const bought: Walked = {
  ok: true,
  taken: [
    { step: 'join', tookMs: 1200 },
    { step: 'order', tookMs: 2000 },
  ],
};
const failed: Walked = { ok: false, taken: [], failed: 'order', says: `503 Busy\n  ${'x'.repeat(900)}` };

/** Through the contract and the function, as the program's call goes. */
async function told(said: CheckReports) {
  const { reports } = runUpFiles(publishedFiles(new Map(), new Map()));
  const outcome = await reportChecks({ reports }, checkReports.parse(JSON.parse(JSON.stringify(said))), now);
  return outcome.ok ? outcome.reports : outcome;
}

describe('the run-up is told by programs', () => {
  test('that a seat was bought, and in which step none could be', async () => {
    expect(await told(trialReport(bought))).toEqual([
      { check: 'trial', good: true, by: 'program', happenedAt: now, says: expect.stringContaining('in 3 s') },
    ]);
    expect(await told(trialReport(failed))).toMatchObject([
      { check: 'trial', good: false, says: expect.stringMatching(/^No seat could be bought: order. 503 Busy x+…$/) },
    ]);
  });

  test('of a rehearsal: no finding, what was found, or why it could not be held', async () => {
    const held = { ok: true, status: 0, findings: [], onSale: 'friends', breaches: [] } as const;
    expect(await told(rehearsalReport(held, 1000))).toMatchObject([
      { check: 'rehearsal', good: true, says: '1,000 fans rehearsed friends: no finding.' },
    ]);
    expect(await told(rehearsalReport({ ...held, status: 1, breaches: ['W1', 'S2'] }, 50))).toMatchObject([
      { good: false, says: '50 fans rehearsed friends: found W1, S2.' },
    ]);
    expect(await told(rehearsalReport({ ok: false, problem: 'The on-sale\nis over.' }, 50))).toMatchObject([
      { good: false, says: 'It could not be held: The on-sale is over.' },
    ]);
  });

  test('of preflight, check by check', async () => {
    const found = [
      { check: 'lambda', state: 'ready', says: 'enough' },
      { check: 'certificate', state: 'todo', says: `ends in 3 days ${'y'.repeat(3000)}` },
    ] as const;
    const said = preflightReport(found);
    expect(preflightFound.safeParse(said?.preflight).success).toBe(true);
    expect(await told(said ?? {})).toMatchObject([
      { check: 'certificate', good: false, by: 'program' },
      { check: 'quotas', good: true, by: 'program' },
    ]);
  });

  test('of nothing that preflight could not ask: a check of which one part is not known keeps the report that it has', () => {
    const alarms = { check: 'alarm-mail', state: 'ready', says: 'Heard.' } as const;
    const mail = { check: 'mail', state: 'unknown', says: 'AWS answered AccessDenied', unasked: true } as const;
    expect(preflightReport([alarms, mail])).toBeUndefined();
    const certificate = { check: 'certificate', state: 'ready', says: 'Issued.' } as const;
    expect(preflightReport([mail, certificate, alarms])).toEqual({ preflight: { found: [certificate] } });
    // Not deployed yet is something that is known.
    const missing = { check: 'certificate', state: 'unknown', says: 'It is not deployed yet.' } as const;
    expect(preflightReport([missing])).toEqual({ preflight: { found: [missing] } });
  });

  test.each([
    { reports: [{ check: 'go', good: true, says: 'Go' }] },
    { act: 'lift', until: now, reason: 'x' },
    { go: true },
    { reports: [{ check: 'trial', good: true, says: 'Well', go: true }] },
  ])('a report has no word for go and none for a freeze: %j', (given) => {
    expect(checkReports.safeParse(given).success).toBe(false);
  });
});
