import { describe, expect, test } from '@jest/globals';
import { rollLayout } from '../../contracts/roll.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import type { Call } from '../../lambdas/waiting-room/line/progress.ts';
import { slowMs } from '../../lambdas/waiting-room/place/slower-lane.ts';
import { LineAudit } from '../../simulation/audit/audit-line.ts';

/** A line that has called its first eight at 0, as its auditor sees it. */
function called() {
  const audit = new LineAudit({
    onSale: 'friends',
    layout: rollLayout,
    shopping: 8,
    shoppers: { read: async () => Promise.reject(new Error('Nobody shops')) },
    lines: { read: async () => undefined },
    doors: () => 0,
    files: () => new Map(),
    named: (fan) => fan,
  });
  const saw = (call: string, of: readonly unknown[], answer: unknown, now: number) =>
    audit.saw({ by: 'somebody', call, of, answer, failed: false }, now);
  const moved = (calls: readonly Call[], now: number) => {
    const progress = { drawn: 8, drawnRounds: 1, calledUpTo: 8, calls } as unknown as LineRecord['progress'];
    return saw('lines.write', [], { progress }, now);
  };
  const claimed = (letInAt: number, now: number) =>
    saw('fans.slowUntil', ['friends', 'fan 3', letInAt], { state: 'slower', why: 'staff', at: 0, letInAt }, now);
  return { moved, claimed };
}

describe('a place of the slower lane', () => {
  const call = { calledAt: 0, from: 0, upTo: 8, claimBy: 60_000 };
  const forgottenAt = 400_000;

  test('is let in five minutes after a call that the line remembers', async () => {
    const { moved, claimed } = called();
    await moved([call], 0);
    await claimed(slowMs, forgottenAt);
  });

  test('is let in so also by a claim that read the call just before the line forgot it', async () => {
    const { moved, claimed } = called();
    await moved([call], 0);
    await moved([], forgottenAt);
    await claimed(slowMs, forgottenAt + 3000);
  });

  test('is let in too soon by a claim that nobody can have begun before', async () => {
    const { moved, claimed } = called();
    await moved([call], 0);
    await moved([], forgottenAt);
    await expect(claimed(slowMs, forgottenAt + 60_000)).rejects.toThrow('fan 3 of the slower lane is let in too soon');
  });
});
