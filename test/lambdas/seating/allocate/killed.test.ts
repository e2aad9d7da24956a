import { expect, test } from '@jest/globals';
import { houseTwin } from '../../../../lambdas/seating/house/house.twin.ts';
import { type Around, Killed, through, wasKilled } from '../../../interrupted.ts';
import { best, drawPlan, hold, holdName, noon, openStage, release, sell } from '../small-stage.ts';

/*
 * One batch, and an allocator that dies at each of its calls in turn. It dies before the call arrives, or after it
 * arrived and before the answer did. The next allocator gets the same batch. At the end only the name of the allocator
 * may differ from a batch in which nobody died.
 */

const plan = drawPlan({ left: { rows: ['oooo'] }, right: { rows: ['oooooo'], x: 9 } });
const earlier = [hold(1, 'ada', { seats: ['left-A-1'] }), hold(2, 'bob', { seats: ['right-A-1', 'left-A-2'] })];
const batch = [
  hold(3, 'cy', { seats: ['left-A-3', 'right-A-3'] }),
  sell(2, 'bob', ['left-A-2', 'right-A-1']),
  release(1, 'ada'),
  hold(4, 'ada', { seats: ['left-A-1', 'left-A-4'] }),
  hold(5, 'di', { seats: ['right-A-3'] }),
  hold(6, 'di', best(2)),
];

async function play(dieAt: number, when: 'before' | 'after') {
  let around: Around = (call) => call();
  const store = through(houseTwin(), (call, name) => around(call, name));
  const stage = await openStage(plan, { store, seatsPerFan: 2 });
  await stage.ask(earlier);
  let calls = 0;
  around = async (call) => {
    const dies = ++calls >= dieAt;
    if (dies && when === 'before') throw new Killed();
    const result = await call();
    if (dies) throw new Killed();
    return result;
  };
  const fault = await stage.ask(batch, noon, stage.newAllocator()).catch((error: unknown) => error);
  around = (call) => call();
  if (wasKilled(fault)) await stage.ask(batch, noon, stage.newAllocator());
  const entries = await Promise.all([
    ...[1, 4].map((id) => stage.entry(id, 'ada')),
    stage.entry(2, 'bob'),
    stage.entry(3, 'cy'),
    ...[5, 6].map((id) => stage.entry(id, 'di')),
  ]);
  const told = new Set(stage.told.map(({ order, hold: name, outcome }) => `${order} ${name} ${outcome}`));
  return { calls, end: { held: await stage.held(), states: entries.map((entry) => entry?.state), told } };
}

test('killed at any of its calls, an allocator loses no seat, sells none twice and leaves nobody without an answer', async () => {
  const whole = await play(Number.POSITIVE_INFINITY, 'before');
  expect(whole.end.states).toEqual(['released', 'held', 'sold', 'held', 'refused', 'held']);
  expect(whole.end.held.get(holdName(4))).toEqual(['left-A-1', 'left-A-4']);
  expect(whole.end.told.size).toBe(1);
  expect(whole.calls).toBeGreaterThan(12);
  for (let call = 1; call <= whole.calls; call++)
    for (const when of ['before', 'after'] as const) {
      const { end } = await play(call, when);
      expect({ call, when, ...end, held: [...end.held].sort() }).toEqual({
        call,
        when,
        ...whole.end,
        held: [...whole.end.held].sort(),
      });
    }
});
