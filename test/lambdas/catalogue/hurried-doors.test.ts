import { describe, expect, test } from '@jest/globals';
import type { SeasonDraft } from '../../../contracts/catalogue.ts';
import { contradictionsOf } from '../../../lambdas/catalogue/contradictions.ts';
import { performanceOf, seasonOf } from '../../../lambdas/catalogue/season-files.ts';
import { draft } from './season.ts';

/* Staff may open the doors before the time that was promised. From then on a price is one that fans pay. */

const hour = 3_600_000;
const noon = 24 * hour;

/** Doors of `friends` are promised for noon; one of its performances is open, and now costs more in the draft. */
function edited(): { readonly before: SeasonDraft; readonly after: SeasonDraft } {
  const season = draft();
  const onSales = season.onSales.map((one) => ({ ...one, opensAt: noon, closesAt: noon + 12 * hour }));
  const before = { ...season, onSales };
  const dearer = (one: SeasonDraft['shows'][number]['performances'][number]) => ({
    ...one,
    prices: Object.fromEntries(Object.entries(one.prices).map(([category, price]) => [category, price + 1])),
  });
  const shows = season.shows.map((show, n) =>
    n === 0 ? { ...show, performances: show.performances.map((one, p) => (p === 0 ? dearer(one) : one)) } : show,
  );
  return { before, after: { ...before, shows } };
}

function faultsAt(now: number, doors?: ReadonlyMap<string, number>): readonly string[] {
  const { before, after } = edited();
  const files = before.shows.flatMap((show) => show.performances.map((one) => performanceOf(before, show, one)));
  const standing = {
    season: seasonOf(before),
    shows: new Map(),
    performances: new Map(files.map((file) => [file.id, file])),
    open: new Set(files.map(({ id }) => id)),
    soldIn: new Set<string>(),
    lines: new Map(),
    ...(doors && { doors }),
  };
  return contradictionsOf(after, standing, now).map(({ field }) => field);
}

describe('a price that is edited', () => {
  const field = expect.stringMatching(/^shows\.0\.performances\.0\.prices\./);

  test('stands once the promised doors are open, and may be changed before', () => {
    expect(faultsAt(noon)).toContainEqual(field);
    expect(faultsAt(noon - hour)).not.toContainEqual(field);
  });

  test('stands once staff have opened the doors early', () => {
    expect(faultsAt(noon - hour, new Map([['friends', noon - 2 * hour]]))).toContainEqual(field);
  });

  test('stands from the promised time on, though staff hold the doors', () => {
    expect(faultsAt(noon, new Map([['friends', noon + hour]]))).toContainEqual(field);
  });
});
