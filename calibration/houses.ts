import { chanceOf } from '../rehearsal/fans/chance.ts';
import type { OnSaleSettings } from './on-sale.ts';

/**
 * Houses of every kind: 300 to 5,000 seats, and 20 to 600 fans who shop at once. Half as many as there are seats want
 * them, or up to four times as many. The dial is never so low that the line lasts beyond an evening.
 */
export function variedOnSales(seed: number, count: number, largest = 5000): readonly OnSaleSettings[] {
  return Array.from({ length: count }, (_, number) => {
    const chance = chanceOf(seed, 9, number);
    const between = (least: number, most: number) => Math.round(least * (most / least) ** chance.next());
    const seats = between(300, largest);
    // A position takes some 1.9 seats: below 1 the house is never sold out, at 4 it is when a quarter has been called.
    const wanted = [0.5, 0.8, 0.95, 1.1, 1.3, 1.7, 2.5, 4][chance.whole(0, 7)] ?? 1;
    const fans = Math.round((seats / 1.9) * wanted);
    const shopping = Math.min(600, Math.max(20, Math.round(fans / between(4, 20))));
    return {
      seed: seed * 1000 + number,
      fans,
      seats,
      dials: {
        shopping,
        perMinute: Math.max(10, Math.round(shopping * (0.4 + 0.8 * chance.next()))),
        passMinutes: chance.whole(8, 15),
        claimMinutes: chance.whole(2, 5),
      },
      holdMinutes: chance.whole(6, 10),
      seatsPerFan: chance.whole(4, 8),
    };
  });
}
