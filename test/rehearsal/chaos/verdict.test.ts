import { describe, expect, test } from '@jest/globals';
import { chaosLines, withMeasured } from '../../../rehearsal/chaos/report.ts';
import { type ChaosResult, missedIn } from '../../../rehearsal/chaos/verdict.ts';

const kind = {
  ...{ title: 'It breaks', does: 'breaks', seen: 'something', faults: [], lasts: 60, healsWithin: 30 },
  rings: ['Api-Failing'],
  runbook: 'api-failing',
};
const good: ChaosResult = {
  round: { ids: ['it'], kinds: [kind] },
  beganAt: 1000,
  seen: { bad: [{ what: 'hold: server error', times: 3, until: 50 }], healedAfter: 10, wasLookedAt: true },
  rung: [{ alarm: 'Stampede-example-Foundation-Api-Failing', at: 121_000, silentAt: undefined }],
  findings: [
    { rule: 'W1', ok: true, sentence: 'no position twice' },
    { rule: 'no 5xx', ok: false, sentence: 'hold: 3 × 503' },
  ],
};

test('nothing is missed if all held, it healed in time and its alarm rang', () => {
  expect(missedIn(good)).toEqual([]);
});

describe('it is missed', () => {
  test.each<[string, Partial<ChaosResult>, string]>([
    [
      'that an invariant was breached',
      { findings: [{ rule: 'S1', ok: false, sentence: 'seat A1 twice' }] },
      'S1 was breached: seat A1 twice',
    ],
    ['that it healed late', { seen: { ...good.seen, healedAfter: 31 } }, 'healed after 31 s, and not within 30 s'],
    ['that nobody looked', { seen: { ...good.seen, wasLookedAt: false } }, 'nobody looked'],
    [
      'that its alarm was silent',
      { rung: [{ alarm: 'Stampede-example-Foundation-Api-Throttled', at: 1, silentAt: 2 }] },
      'Api-Failing did not ring',
    ],
  ])('%s', (_, change, said) => {
    const missed = missedIn({ ...good, ...change });
    expect(missed).toEqual([expect.stringContaining(said)]);
    expect(chaosLines({ ...good, ...change }).join('\n')).toContain(`MISSED: ${missed[0]}`);
  });
});

test('a pair may take as long as the slower of both, and must ring the alarms of both', () => {
  const other = { ...kind, healsWithin: 90, rings: ['Asks-OldestWaiting'] };
  const pair = {
    ...good,
    round: { ids: ['it', 'other'], kinds: [kind, other] },
    seen: { ...good.seen, healedAfter: 80 },
  };
  expect(missedIn(pair)).toEqual(['Asks-OldestWaiting did not ring']);
});

test('what was measured takes the place of what was measured before', () => {
  const text = '# R\n<!-- measured -->\n\nold\n\n<!-- until here -->\nend\n';
  const written = withMeasured(text, [good]);
  expect(written).toContain(
    '| It breaks | 3 × hold: server error, until 50 s | 10 s | Foundation-Api-Failing after 120 s | held |',
  );
  expect(written).not.toContain('old\n');
  expect(written.startsWith('# R\n')).toBe(true);
  expect(written.endsWith('<!-- until here -->\nend\n')).toBe(true);
  expect(withMeasured(written, [good])).toBe(written);
});
