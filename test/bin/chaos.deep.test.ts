import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { holdRound } from '../../bin/chaos.ts';
import type { ChaosKind } from '../../rehearsal/chaos/chaos-kind.ts';
import { missedIn } from '../../rehearsal/chaos/verdict.ts';

/* A small fault, over twenty fans, in a real cloud: what fans saw of it, and that it healed. */

const state = mkdtempSync(join(tmpdir(), 'stampede-chaos-'));
afterAll(() => rmSync(state, { recursive: true, force: true }));

const kind: ChaosKind = {
  title: 'Holds are killed',
  does: 'every request for seats has its worker killed',
  seen: 'server errors',
  faults: [{ is: 'function-killed', name: 'HoldSeats', byMs: 1 }],
  lasts: 10,
  healsWithin: 20,
  rings: [],
  wakesNobody: 'it is over before an alarm is sure',
  runbook: 'route-failing',
};

test('a fault of some seconds is seen, heals, and breaches nothing', async () => {
  const result = await holdRound({ ids: ['small'], kinds: [kind] }, { fans: 20, seed: 1, state });
  expect(missedIn(result)).toEqual([]);
  expect(result.seen.bad).toContainEqual(expect.objectContaining({ what: 'hold: server error' }));
  // Without it ringing, an alarm that must ring is missed.
  const loud = { ...result, round: { ids: ['small'], kinds: [{ ...kind, rings: ['AsksLost'] }] } };
  expect(missedIn(loud)).toEqual(['AsksLost did not ring']);
});
