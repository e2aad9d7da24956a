import { describe, expect, test } from '@jest/globals';
import type { EndedPasses, Pass } from '../../../contracts/pass.ts';
import { published } from '../../../contracts/paths.ts';
import { endedAgeMs, rememberEnded, turnOver } from '../../../lambdas/foundation/ended-passes.ts';

const now = 1_800_000_000_000;
const pass = (q: number, i = '1', o = 'friends'): Pass => ({ o, f: 'ada', i, q, x: now / 1000 + 600 });
const list = (...passes: readonly string[]): EndedPasses => ({
  v: 1,
  onSale: 'friends',
  ended: [{ listedAt: now - 1000, passes }],
});

/** A guard, the list it finds, and how often it looked. */
function guarded(found: EndedPasses | 'none' | Error = list('12.1')) {
  const state: { found: typeof found; looks: number; reports: number } = { found, looks: 0, reports: 0 };
  const find = rememberEnded(
    async (path) => {
      state.looks += 1;
      if (state.found instanceof Error) throw state.found;
      return state.found !== 'none' && path === published.ended('friends') ? state.found : undefined;
    },
    () => {
      state.reports += 1;
    },
  );
  return { state, refuse: (one: Pass, at: number) => turnOver(find, one, at) };
}

describe('a pass that has ended', () => {
  test('begins nothing new: it is refused by its name, and no other is', async () => {
    const { refuse } = guarded();
    expect(await refuse(pass(12), now)).toMatchObject({ refusal: 'pass-over' });
    expect(await refuse(pass(12, '2'), now)).toBeUndefined();
    expect(await refuse(pass(1), now)).toBeUndefined();
    expect(await refuse(pass(12, '1', 'public'), now)).toBeUndefined();
  });

  test('and so does every pass of a device that was ended, and no pass of another', async () => {
    const { refuse } = guarded({ ...list(), devices: ['tablet'] });
    expect(await refuse({ ...pass(12), d: 'tablet' }, now)).toMatchObject({ refusal: 'pass-over' });
    expect(await refuse({ ...pass(12, '2'), d: 'tablet' }, now)).toMatchObject({ refusal: 'pass-over' });
    expect(await refuse({ ...pass(12), d: 'phone' }, now)).toBeUndefined();
    expect(await refuse(pass(12), now)).toBeUndefined();
  });

  test('where there is no list, none has ended', async () => {
    expect(await guarded('none').refuse(pass(12), now)).toBeUndefined();
  });

  test('is known five seconds after it was listed, by one look', async () => {
    const { refuse, state } = guarded(list());
    expect(await refuse(pass(12), now)).toBeUndefined();
    state.found = list('12.1');
    expect(await refuse(pass(12), now + endedAgeMs - 1)).toBeUndefined();
    expect(state.looks).toBe(1);
    expect(await refuse(pass(12), now + endedAgeMs)).toMatchObject({ refusal: 'pass-over' });
  });

  test('a list that cannot be read counts as last known, is reported, and is not asked for at each request', async () => {
    const { refuse, state } = guarded();
    expect(await refuse(pass(12), now)).toMatchObject({ refusal: 'pass-over' });
    state.found = new Error('S3 is down');
    for (const later of [endedAgeMs, endedAgeMs + 1, endedAgeMs + 2]) {
      expect(await refuse(pass(12), now + later)).toMatchObject({ refusal: 'pass-over' });
      expect(await refuse(pass(13), now + later)).toBeUndefined();
    }
    expect([state.looks, state.reports]).toEqual([2, 1]);
    expect(await guarded(new Error('S3 is down')).refuse(pass(12), now)).toBeUndefined();
  });
});
