import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { type HallState, isStopped, limitsOf, seatsLeft } from '../../../site/hall/hall-state.ts';

describe('the limits that the hall tells beforehand', () => {
  const asks = { burst: 5, perMinute: 12, undecided: 2 };
  const sales = [
    { id: 'friends', seatsPerFan: 8, holdMinutes: 8, asks, wheelchairPerFan: 3 },
    { id: 'public', seatsPerFan: 4, holdMinutes: 8 },
  ];
  const performance = { onSales: sales } as unknown as PerformanceFile;
  const pass = (onSale: string) => ({ onSale, pass: 'p1', position: 1, expiresAt: 1 });

  test('are those of the on-sale of the pass, and the usual ones where it says none', () => {
    expect(limitsOf({ performance, pass: pass('friends') })).toEqual({ asks, wheelchair: 3 });
    const usual = { asks: { burst: 30, perMinute: 20, undecided: 6 }, wheelchair: 2 };
    expect(limitsOf({ performance, pass: pass('public') })).toEqual(usual);
    expect(limitsOf({ pass: undefined })).toEqual(usual);
  });

  test('are those of the first on-sale for somebody without a pass', () => {
    expect(limitsOf({ performance })).toEqual({ asks, wheelchair: 3 });
  });
});

describe('the levers that staff turned', () => {
  const performance = {
    onSales: [
      { id: 'friends', seatsPerFan: 8, holdMinutes: 8 },
      { id: 'public', seatsPerFan: 4, holdMinutes: 8 },
    ],
  };
  const state = (more: object): HallState => ({ performance, ...more }) as unknown as HallState;
  const turned = { friends: { stopped: true, seatsPerFan: 2 } };
  const pass = (onSale: string) => ({ onSale, pass: 'p1', position: 1, expiresAt: 1 });

  test('stop a performance for those who shop in that on-sale, and for all where no other sells it', () => {
    expect(isStopped(state({ availability: { turned }, pass: pass('friends') }))).toBe(true);
    expect(isStopped(state({ availability: { turned }, pass: pass('public') }))).toBe(false);
    expect(isStopped(state({ availability: { turned } }))).toBe(false);
    expect(isStopped(state({ availability: { turned: { ...turned, public: { stopped: true } } } }))).toBe(true);
    expect(isStopped(state({ availability: {} }))).toBe(false);
    expect(isStopped(state({}))).toBe(false);
  });

  test('are the limit until the basket says how many are left', () => {
    expect(seatsLeft(state({ availability: { turned }, pass: pass('friends') }))).toBe(2);
    expect(seatsLeft(state({ availability: { turned }, pass: pass('public') }))).toBe(4);
    expect(seatsLeft(state({ availability: { turned }, basket: { holds: [], seatsLeft: 1 } }))).toBe(1);
  });
});
