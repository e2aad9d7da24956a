import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { troubleKinds, troublesOf } from '../../simulation/troubles.ts';
import fc from '../properties.ts';

const minute = 60_000;
const window = { from: 1_800_000_000_000, until: 1_800_000_000_000 + 12 * minute };

describe('the troubles of a morning', () => {
  test('come each once, one after another, within their time, and rested between', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const coming = troublesOf(seed, window);
        expect(coming.map(({ id }) => id).sort()).toEqual(Object.keys(troubleKinds).sort());
        let before = window.from - 20_000;
        for (const { id, beginsAt, endsAt } of coming) {
          const [least, most] = troubleKinds[id].seconds;
          expect(beginsAt).toBeGreaterThanOrEqual(before + 20_000);
          expect(endsAt - beginsAt).toBeGreaterThanOrEqual(least * 1000);
          expect(endsAt - beginsAt).toBeLessThanOrEqual(most * 1000);
          before = endsAt;
        }
        expect(before).toBeLessThanOrEqual(window.until);
      }),
    );
  });

  test('are the same for the same seed, and not for every seed', () => {
    expect(troublesOf(3, window)).toEqual(troublesOf(3, window));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => troublesOf(seed, window)[0]?.id)).size).toBeGreaterThan(1);
  });

  test('those that do not fit are left out', () => {
    expect(troublesOf(1, { ...window, until: window.from + 10_000 })).toEqual([]);
  });

  test.each(Object.entries(troubleKinds))('%s has a runbook', (_, { runbook }) => {
    expect(existsSync(join(import.meta.dirname, `../../docs/runbooks/${runbook}.md`))).toBe(true);
  });
});
