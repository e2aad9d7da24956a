import type { Odds } from '../contracts/line.ts';

/**
 * The chance of a ticket at one place, from the odds that the board publishes: see odds.ts for the model behind them.
 * Small, since it is bundled in the page of the line.
 */

/** The probability, from 0 to 1, that seats for a party are left when everyone inside and `ahead` more had theirs. */
export function chanceAt(odds: Odds, ahead: number, party = 2): number {
  if (odds.left < party) return 0;
  const before = odds.room + Math.max(0, ahead);
  // With nobody before there is no doubt: the spare seats, divided by none, are without end.
  const spare = odds.left - party + 0.5 - before * odds.mean;
  return normal(spare / Math.hypot(odds.sd * Math.sqrt(before), odds.err * before));
}

/**
 * A chance in tenths, as people say it: 0 is fewer than 1 in 20, 10 is very likely. It is never certainty, and never
 * impossibility.
 */
export function tenths(chance: number): number {
  if (chance < 0.05) return 0;
  return chance >= 0.95 ? 10 : Math.min(9, Math.max(1, Math.round(chance * 10)));
}

/** The normal distribution, to 0.0002: the logistic curve that lies closest (Page, 1977). */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-z * (1.5957691 + 0.07135481 * z * z)));
}
