import { describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../../contracts/catalogue.ts';
import { faultsOfSeason } from '../../../lambdas/catalogue/season-faults.ts';
import { draft, plan } from './season.ts';

describe('where Stripe takes cards', () => {
  const faultsAt = (season: SeasonDraft, methods: readonly string[]) =>
    faultsOfSeason(season, new Map([[plan.id, plan]]), methods).map(({ field, message }) => `${field}: ${message}`);
  const stalls = 'shows.0.performances.0.prices.stalls';
  const priced = (stalls: number, more: Partial<SeasonDraft> = {}): SeasonDraft => {
    const season = draft();
    const performances = season.shows.flatMap(({ performances }) => performances);
    for (const [at, one] of performances.entries()) one.prices = { stalls: at === 0 ? stalls : 900_000, circle: 0 };
    return { ...season, ...more };
  };
  const young = { id: 'young', name: 'Under 26', percentOff: 50 };
  test.each([
    ['a price below the least charge', priced(20), 'is 0.20 GBP, and Stripe takes no less than 0.30 GBP, or 0'],
    [
      'in forints',
      priced(17_499, { currency: 'HUF' }),
      'is 174.99 HUF, and Stripe takes no less than 175.00 HUF, or 0',
    ],
    [
      'a reduced price below it',
      priced(50, { concessions: [young] }),
      'with Under 26 it is 0.25 GBP, and Stripe takes no less than 0.30 GBP, or 0',
    ],
    [
      'a coin that Stripe does not know',
      priced(9001, { currency: 'KWD' }),
      'is 9.001 KWD, and Stripe takes no such part of a coin: round it',
    ],
    ['a price of nine digits', priced(100_000_000), 'is 1000000.00 GBP, and Stripe takes no charge as large'],
  ])('%s is refused', (_what, season, fault) => {
    expect(faultsAt(season, ['box-office', 'stripe'])).toEqual([`${stalls}: ${fault}`]);
    expect(faultsAt(season, ['box-office'])).toEqual([]);
  });

  test('what is free is free, and what is reduced to nothing', () => {
    const carer = { id: 'carer', name: 'Carer', percentOff: 100 };
    expect(faultsAt(priced(30, { concessions: [carer] }), ['stripe'])).toEqual([]);
  });

  test('a currency that is none is the one fault of its prices', () => {
    expect(faultsAt(priced(20, { currency: 'ZZZ' }), ['stripe'])).toEqual([
      'currency: "ZZZ" is no currency of ISO 4217; write for instance GBP',
    ]);
  });
});
