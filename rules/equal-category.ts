import type { PerformanceFile } from '../contracts/catalogue.ts';

/*
 * The price category of another date that is as good as one of a performance that was cancelled: the one of the same
 * name, whatever it costs there, else the one that costs the same.
 */

/** Undefined if the other date has none. */
export function equalCategory(
  category: string,
  from: Pick<PerformanceFile, 'prices'>,
  to: Pick<PerformanceFile, 'prices'>,
): string | undefined {
  if (Object.hasOwn(to.prices, category)) return category;
  const price = from.prices[category];
  return Object.keys(to.prices)
    .sort()
    .find((other) => to.prices[other] === price);
}

/** Another date is offered until an hour before it begins: so long a promise may be paid. */
export const offeredUntilMs = 3_600_000;

/** Whether a date may still be chosen in place of another. `now` in milliseconds since the epoch. */
export function mayBeChosen(date: Pick<PerformanceFile, 'startsAt' | 'cancelled'>, now: number): boolean {
  return !date.cancelled && date.startsAt - offeredUntilMs > now;
}
