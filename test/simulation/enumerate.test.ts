import { expect, test } from '@jest/globals';
import { enumerate, type HeldScene } from '../../simulation/exhaust/enumerate.ts';
import type { Fate } from '../../simulation/exhaust/schedule.ts';
import type { WaitingCall } from '../../simulation/exhaust/scheduler.ts';
import fc from '../properties.ts';

/** Processes that read and write numbers one after the other, one of which may be killed: as small as scenes can be. */
interface Act {
  readonly thing: 'x' | 'y';
  readonly how: 'read' | 'write';
}

class Toy implements HeldScene {
  readonly isOver = false;
  readonly #programs: readonly (readonly Act[])[];
  readonly #next: number[];
  readonly #log: string[][];
  readonly #things = { x: '', y: '' };
  readonly #waiting: (WaitingCall & { readonly process: number; readonly act: Act })[] = [];
  #lives: number;
  #count = 0;
  #steps = 0;

  constructor(programs: readonly (readonly Act[])[], mishaps: number) {
    this.#programs = programs;
    this.#next = programs.map(() => 0);
    this.#log = programs.map(() => []);
    this.#lives = mishaps;
    for (const at of programs.keys()) this.#ask(at);
  }

  get waiting(): readonly WaitingCall[] {
    return this.#waiting;
  }

  fatesOf(): readonly Fate[] {
    return this.#lives > 0 ? ['well', 'dies-after'] : ['well'];
  }

  async letThrough({ id }: WaitingCall, fate: Fate): Promise<void> {
    const at = this.#waiting.findIndex((one) => one.id === id);
    const [one] = this.#waiting.splice(at, 1);
    if (!one) throw new Error('Nothing waits');
    const { process, act } = one;
    this.#steps += 1;
    if (act.how === 'write') this.#things[act.thing] += `${process}.${this.#next[process]} `;
    else this.#log[process]?.push(this.#things[act.thing]);
    if (fate === 'dies-after') this.#lives -= 1;
    else this.#ask(process);
  }

  async end(): Promise<void> {}

  get outcome(): string {
    return JSON.stringify([this.#things, this.#log, this.#next]);
  }

  #ask(process: number): void {
    const at = this.#next[process] ?? 0;
    const act = this.#programs[process]?.[at];
    if (!act) return;
    this.#next[process] = at + 1;
    this.#waiting.push({
      id: this.#count,
      by: `${process}`,
      call: act.thing,
      footprint: [[act.thing, act.how]],
      after: this.#steps - 1,
      process,
      act,
    });
    this.#count += 1;
  }
}

async function outcomesOf(programs: readonly (readonly Act[])[], mishaps: number, reduce: boolean) {
  const outcomes = new Set<string>();
  const found = await enumerate(async () => new Toy(programs, mishaps), {
    limit: 1e6,
    reduce,
    ended: (toy) => outcomes.add(toy.outcome),
  });
  return { outcomes: [...outcomes].sort(), found };
}

const act = fc.record<Act>({ thing: fc.constantFrom('x', 'y'), how: fc.constantFrom('read', 'write') });
const programs = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });

test('what is pruned comes to nothing else: with it and without it all ends in the same ways', async () => {
  await fc.assert(
    fc.asyncProperty(programs, fc.nat({ max: 1 }), async (given, mishaps) => {
      fc.pre(given.flat().length <= 7);
      const every = await outcomesOf(given, mishaps, false);
      const some = await outcomesOf(given, mishaps, true);
      expect(some.outcomes).toEqual(every.outcomes);
      expect(some.found.schedules).toBeLessThanOrEqual(every.found.schedules);
      expect([some.found.complete, every.found.complete]).toEqual([true, true]);
    }),
  );
});

test('acts on different things are tried in one order alone', async () => {
  const { found } = await outcomesOf([[{ thing: 'x', how: 'write' }], [{ thing: 'y', how: 'write' }]], 0, true);
  expect([found.schedules, found.complete]).toEqual([1, true]);
});
