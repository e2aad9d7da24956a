import { expect, test } from '@jest/globals';
import { sumAfter } from '../../../site/hall/exchange-sum.ts';

test('a new seat is reduced as the one given up for it was, by order of giving, and is else as dear as it is', () => {
  const seat = { label: 'A 1', category: 'a', price: 3250 };
  const seats = [
    { ...seat, id: 'A-1', concession: 'Under 26', percentOff: 50 },
    { ...seat, id: 'A-2', price: 6500 },
    { ...seat, id: 'A-3', price: 0, concession: 'Guest', percentOff: 100 },
  ];
  const prices: Record<string, number> = { 'F-1': 4001, 'F-2': 5000 };
  const after = (from: readonly string[], picks: readonly string[]) =>
    sumAfter(seats, from, picks, (id) => prices[id] ?? 0);
  expect(after(['A-1', 'A-2'], ['F-1', 'F-2'])).toBe(2001 + 5000);
  expect(after(['A-2', 'A-1'], ['F-1', 'F-2'])).toBe(4001 + 2500);
  expect(after(['A-3'], ['F-2'])).toBe(0);
  expect(after(['A-1', 'A-2'], ['F-1'])).toBe(2001);
});
