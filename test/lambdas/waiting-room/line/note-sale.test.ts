import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../../../contracts/ledger.ts';
import type { Board } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import type { SaleFile, SaleTurnFile } from '../../../../contracts/sale-levers.ts';
import { turnDials } from '../../../../lambdas/waiting-room/line/turn-dials.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { readLedger } from '../../../../verify/src/ledger.ts';
import { Killed, killAt } from '../../../interrupted.ts';
import { faulty, onSale, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
beforeEach(async () => {
  stage = new SmallStage();
  await stage.open();
});

/** As seating publishes it: the turn, and then its number. */
function publish(version: number, of = stage, turnedAt = of.now): void {
  const turn: SaleTurnFile = {
    ...{ v: 1, onSale, version, turnedAt, act: 'selling-stopped', role: 'ops', reason: `reason ${version}` },
    detail: { performances: 'evening', turn: version, turnedAt },
  };
  of.files.set(published.saleTurn(onSale, version), turn);
  of.files.set(published.sale(onSale), { v: 1, onSale, version, stopped: [] } satisfies SaleFile);
}

function told(of = stage): readonly LedgerLine[] {
  const ledger = of.files.get(published.ledger(onSale, 0)) as Ledger | undefined;
  const read = ledger && readLedger([ledger], undefined);
  expect(read?.finding).not.toMatchObject({ outcome: 'wrong' });
  return read?.lines ?? [];
}
const turnsTold = (of = stage) => told(of).flatMap(({ detail }) => detail.turn ?? []);

describe('what was turned of a sale', () => {
  test('is in the ledger with the next tick, by role, and the board shows the head', async () => {
    publish(1);
    stage.now += 1500;
    await stage.tick();
    expect(told().at(-1)).toMatchObject({
      ...{ at: stage.now, act: 'selling-stopped', role: 'ops', reason: 'reason 1' },
      detail: { performances: 'evening', turn: 1, turnedAt: stage.now - 1500 },
    });
    expect((stage.files.get(published.board(onSale)) as Board).ledger.n).toBe(told().length);
  });

  test('is told once, in order, with what is done on the line', async () => {
    publish(1);
    await stage.tick();
    await turnDials({ lines: stage.stores.lines }, { onSale, dials: { paused: true } }, stage.now);
    publish(2);
    publish(3);
    await stage.run(stage.now + 5000);
    expect(told().map(({ act }) => act)).toEqual([
      'opened',
      'selling-stopped',
      'paused',
      'selling-stopped',
      'selling-stopped',
    ]);
    expect(turnsTold()).toEqual([1, 2, 3]);
  });

  test('is told some a tick where there is much of it', async () => {
    for (let version = 1; version <= 9; version += 1) publish(version);
    await stage.tick();
    expect(turnsTold()).toEqual([1, 2, 3, 4]);
    await stage.run(stage.now + 3000);
    expect(turnsTold()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('without a file of its own was turned before there were any, and is passed over', async () => {
    publish(1);
    publish(3);
    await stage.tick();
    expect(turnsTold()).toEqual([1, 3]);
  });

  test('that is published late is told late: times of the ledger do not run back', async () => {
    await turnDials({ lines: stage.stores.lines }, { onSale, dials: { paused: true } }, stage.now);
    await stage.tick();
    publish(1, stage, stage.now - 10 * 60_000);
    stage.now += 1000;
    await stage.tick();
    expect(told().at(-1)).toMatchObject({ at: stage.now, detail: { turnedAt: stage.now - 1000 - 10 * 60_000 } });
  });

  test('is told once wherever the pacemaker dies, also with another act meanwhile', async () => {
    for (let nth = 1; nth <= 60; nth += 1) {
      const stores = twins();
      const calm = new SmallStage(stores);
      await calm.open();
      publish(1, calm);
      publish(2, calm);
      const dying = new SmallStage(faulty(stores, killAt(nth).fault), calm.files);
      await dying.tick('dying').catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await turnDials({ lines: stores.lines }, { onSale, dials: { paused: true } }, calm.now);
      publish(3, calm);
      await calm.run(calm.now + 8000, 'other');
      expect(turnsTold(calm)).toEqual([1, 2, 3]);
      expect(told(calm)).toHaveLength(5);
    }
  });

  test('is told once by two pacemakers that tick at once', async () => {
    publish(1);
    await Promise.all(['a', 'b', 'c'].map((me) => stage.tick(me)));
    await stage.run(stage.now + 5000);
    expect(turnsTold()).toEqual([1]);
  });
});
