import { describe, expect, test } from '@jest/globals';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { limitsOf } from '../../../site/hall/hall-state.ts';

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
