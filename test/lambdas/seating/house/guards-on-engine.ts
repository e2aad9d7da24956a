import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dynamo, PutAsked } from '../../../../lambdas/foundation/dynamo/dynamo.ts';
import type { Written } from '../../../../lambdas/foundation/write-outcome.ts';
import { houseStore } from '../../../../lambdas/seating/house/house.store.ts';
import type { HouseStore } from '../../../../lambdas/seating/house/house-store.ts';
import type { Engine, RunningEngine } from '../../../engines.ts';
import { hold, liveRecords, noon, openStage, stalls } from '../small-stage.ts';

/*
 * Two allocators of one house, as while a slow one is being replaced. Each is shown the house before the other writes.
 * With the conditions, one of them finds the section moved. With the conditions taken out of the very same writes, two
 * fans hear that they hold the same seat.
 */

const table = (engine: RunningEngine, name: string, guarded: boolean) =>
  houseStore(guarded ? engine.dynamo : withoutConditions(engine.dynamo), name);

/** The client, its conditions left out. */
function withoutConditions(dynamo: Dynamo): Dynamo {
  return {
    call: (name, asked) => {
      if (name !== 'PutItem') return dynamo.call(name, asked);
      const { TableName, Item } = asked as PutAsked;
      return dynamo.call<typeof name>(name, { TableName, Item } as typeof asked);
    },
  };
}

/** Holds back every write of a kind until two have come. */
function inStep(store: HouseStore, kind: 'writeSection' | 'writeBasket'): HouseStore {
  let both: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    both = resolve;
  });
  let waiting = 0;
  const write = store[kind] as (of: never) => Promise<Written>;
  return {
    ...store,
    [kind]: async (of: never) => {
      if (++waiting === 2) both();
      await met;
      return write(of);
    },
  };
}

/** Each race, with its condition and without. */
export function guardsOn({ name: engineName, start }: Engine): void {
  describe(`on ${engineName}`, () => {
    let engine: RunningEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    async function race(guarded: boolean, kind: 'writeSection' | 'writeBasket') {
      const name = `${kind}-${guarded}`;
      await engine.createTable(name);
      const store = inStep(table(engine, name, guarded), kind);
      const performances = ['evening', 'matinee'];
      const stage = await openStage(stalls('oooo'), { store, performances, seatsPerFan: 2 });
      const wish = { seats: ['stalls-A-1', 'stalls-A-2'] };
      const asks =
        kind === 'writeSection'
          ? [hold(1, 'ada', wish), hold(2, 'bob', wish)]
          : performances.map((performance, at) => hold(at, 'ada', wish, { performance }));
      const answers = await Promise.all(asks.map((ask) => stage.ask([ask], noon, stage.newAllocator())));
      const records = await Promise.all(performances.map((performance) => liveRecords(store, performance, noon)));
      return { answers: answers.flat().sort(), seats: records.flat().flatMap(({ record }) => record.seats).length };
    }

    test('a seat goes to one of two fans', async () => {
      expect((await race(true, 'writeSection')).answers).toEqual(['held', 'seat-taken']);
    });

    test('without the condition on the section both hear that they hold it', async () => {
      expect((await race(false, 'writeSection')).answers).toEqual(['held', 'held']);
    });

    test('a fan keeps within the limit in two houses at once', async () => {
      expect(await race(true, 'writeBasket')).toEqual({ answers: ['held', 'over-limit'], seats: 2 });
    });

    test('without the condition on the basket the fan has twice as much', async () => {
      expect(await race(false, 'writeBasket')).toEqual({ answers: ['held', 'held'], seats: 4 });
    });
  });
}
