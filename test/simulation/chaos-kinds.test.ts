import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readFault } from '../../local-cloud/faults/fault.ts';
import type { ChaosKind } from '../../rehearsal/chaos/chaos-kind.ts';
import { chaosIds, chaosKinds, roundsAlone, roundsInPairs } from '../../simulation/chaos-kinds.ts';
import fc from '../properties.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const read = (name: string) => readFileSync(join(docs, name), 'utf8');
const kinds = Object.entries(chaosKinds as Readonly<Record<string, ChaosKind>>);

describe.each(kinds)('%s', (_, kind) => {
  test('is of faults that the local cloud takes, or of a hand', () => {
    const faults = kind.faults.map((fault) => readFault({ ...fault, ms: kind.lasts * 1000 }, 0));
    expect(faults.filter((one) => typeof one === 'string')).toEqual([]);
    expect(faults.length > 0 || kind.hand !== undefined).toBe(true);
  });

  test('rings an alarm, or says why nobody is woken', () => {
    expect(kind.rings.length > 0).toBe(kind.wakesNobody === undefined);
  });

  test('has a runbook that says within how long it heals', () => {
    expect(existsSync(join(docs, 'runbooks', `${kind.runbook}.md`))).toBe(true);
    expect(read(`runbooks/${kind.runbook}.md`)).toContain(`${kind.title}: within ${kind.healsWithin} s`);
  });

  test('stands in docs/resilience.md as in the table', () => {
    const rings =
      kind.rings.length > 0 ? kind.rings.map((end) => `\`${end}\``).join(', ') : `none: ${kind.wakesNobody}`;
    const link = `[${kind.runbook}](runbooks/${kind.runbook}.md)`;
    expect(read('resilience.md')).toContain(
      `| ${kind.title} | ${kind.does} | ${kind.lasts} s | ${kind.seen} | ${kind.healsWithin} s | ${rings} | ${link} |`,
    );
  });
});

describe('rounds', () => {
  test('alone are each kind once', () => {
    expect(roundsAlone().map(({ ids }) => ids)).toEqual(chaosIds.map((id) => [id]));
  });

  test('in pairs have each kind at least once, never one with itself, and the same for a seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const pairs = roundsInPairs(seed).map(({ ids }) => ids);
        expect(new Set(pairs.flat())).toEqual(new Set(chaosIds));
        for (const [one, other] of pairs) expect(one).not.toBe(other);
        expect(roundsInPairs(seed).map(({ ids }) => ids)).toEqual(pairs);
      }),
    );
  });

  test('are other pairs for another seed', () => {
    expect(new Set([1, 2, 3].map((seed) => JSON.stringify(roundsInPairs(seed)))).size).toBeGreaterThan(1);
  });
});
