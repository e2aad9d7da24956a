import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../../../contracts/ledger.ts';
import type { Board } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import type { Stock } from '../../../../contracts/stock.ts';
import { haltAfter, silenceMs } from '../../../../lambdas/waiting-room/pace/halt.ts';
import { anOpening, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

const now = 5_000_000;
const well: Stock = {
  v: 1,
  onSale,
  countedAt: now,
  seats: 1000,
  free: 600,
  held: 100,
  sold: 300,
  asks: { decided: 100, refused: 10, slow: 0 },
};
const asks = (more: Partial<Stock['asks']>): Stock => ({ ...well, asks: { ...well.asks, ...more } });

/** Nearly every ask was refused, though seats are free now. */
const scarce = (scarceAt: number): Stock => ({ ...asks({ refused: 99 }), scarceAt });

describe('what stops the line', () => {
  test.each([
    ['nothing, when all is well', well, undefined],
    ['nothing, when seats were never counted', undefined, undefined],
    ['a house that is silent', { ...well, countedAt: now - silenceMs - 1 }, 'silent'],
    ['a house that decides slowly', asks({ slow: 31 }), 'slow'],
    ['a house that refuses nearly everyone', asks({ refused: 81 }), 'refusing'],
    ['not refusals when hardly any seat is left', { ...asks({ refused: 99 }), free: 50 }, undefined],
    ['not refusals of the minute in which seats ran out, when a date was added', scarce(now - 80_000), undefined],
    ['refusals later than that', scarce(now - 90_000), 'refusing'],
    ['not a few unlucky asks', asks({ decided: 19, refused: 19, slow: 19 }), undefined],
  ])('%s', (_, stock, why) => {
    expect(haltAfter(undefined, stock, now)?.why).toBe(why);
  });

  test('it goes on when all is well again, not before, and not within 15 s', () => {
    const halted = { since: now, why: 'slow' } as const;
    expect(haltAfter(halted, { ...asks({ slow: 11 }), countedAt: now + 20_000 }, now + 20_000)).toBe(halted);
    expect(haltAfter(halted, { ...well, countedAt: now + 14_999 }, now + 14_999)).toBe(halted);
    expect(haltAfter(halted, { ...well, countedAt: now + 15_000 }, now + 15_000)).toBeUndefined();
  });
});

describe('on the line', () => {
  let stage: SmallStage;
  const board = () => stage.files.get(published.board(onSale)) as Board;
  const count = (more: Partial<Stock>) =>
    stage.files.set(published.stock(onSale), { ...well, countedAt: stage.now, ...more });
  const acts = () =>
    (stage.files.get(published.ledger(onSale, 0)) as Ledger).entries.map(
      ({ text }) => (JSON.parse(text) as LedgerLine).act,
    );

  beforeEach(async () => {
    stage = new SmallStage();
    await stage.open(anOpening({ dials: { ...anOpening().dials, shopping: 5, claimMinutes: 1, passMinutes: 1 } }));
    for (let fan = 0; fan < 60; fan += 1) joined(await stage.join(fan));
    stage.now = opensAt;
  });

  test('a house that falls silent stops the calls, and the ledger and the board say so; then it goes on', async () => {
    count({});
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'open', calledUpTo: 5 });
    expect(board().odds?.left).toBeGreaterThanOrEqual(600);
    await stage.run(opensAt + silenceMs + 2000);
    expect(board()).toMatchObject({ phase: 'paused', halt: 'house' });
    const { calledUpTo } = board();
    await stage.run(opensAt + 240_000);
    expect(board().calledUpTo).toBe(calledUpTo);
    for (let second = 0; second < 5; second += 1) {
      stage.now += 1000;
      count({});
      await stage.tick();
    }
    expect(board()).toMatchObject({ phase: 'open' });
    expect(board().calledUpTo).toBeGreaterThan(calledUpTo);
    expect(acts()).toEqual(['opened', 'halted', 'revived']);
  });

  test('while it is halted and nothing happens, nothing but the lease is written', async () => {
    count({});
    await stage.run(opensAt + silenceMs + 2000);
    expect(board()).toMatchObject({ halt: 'house' });
    await stage.run(stage.now + 130_000);
    const before = await stage.line();
    await stage.run(stage.now + 9000);
    const after = await stage.line();
    expect(after.progress).toEqual(before.progress);
    // The lease is renewed every other second.
    expect(after.version - before.version).toBeLessThanOrEqual(5);
  });

  test('a date that is added to a sold-out line is called for at once, and halts nothing', async () => {
    const refused = { decided: 100, refused: 99, slow: 0 };
    count({ free: 0, sold: 1000, held: 0, asks: refused });
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'sold-out', calledUpTo: 0 });
    for (let second = 1; second <= 100; second += 1) {
      stage.now += 1000;
      // The asks of the minute before were refused; who is called now is given seats of the new date.
      const asks = second < 60 ? refused : { decided: 100, refused: 10, slow: 0 };
      count({ seats: 2000, free: 990, sold: 1000, held: 10, asks, scarceAt: opensAt });
      await stage.tick();
      expect(board()).toMatchObject({ phase: 'open' });
    }
    expect(board().calledUpTo).toBeGreaterThan(0);
    expect(acts()).toEqual(['opened']);
  });

  test('without the time at which seats ran out, the date that is added would halt the line', async () => {
    count({ seats: 2000, free: 1000, sold: 1000, held: 0, asks: { decided: 100, refused: 99, slow: 0 } });
    await stage.tick();
    expect(board()).toMatchObject({ halt: 'house', calledUpTo: 0 });
  });

  test('no more are called than there are seats', async () => {
    count({ free: 2, held: 0, sold: 998 });
    await stage.tick();
    expect(board().calledUpTo).toBe(2);
  });

  test('every seat in a basket: nobody is called and everyone hears why; sold out is said at once', async () => {
    count({ free: 0, held: 4, sold: 996 });
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'open', halt: 'baskets', calledUpTo: 0 });
    stage.now += 1000;
    count({ free: 0, held: 0, sold: 1000 });
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'sold-out', calledUpTo: 0 });
    stage.now += 1000;
    count({ free: 3, held: 0, sold: 997 });
    await stage.tick();
    expect(board()).toMatchObject({ phase: 'open', calledUpTo: 3 });
  });
});
