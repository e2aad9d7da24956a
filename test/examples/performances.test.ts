import { describe, expect, test } from '@jest/globals';
import { performancesOf, yearOf } from '../../examples/performances.ts';
import { readWorld } from '../../examples/read-world.ts';
import type { World } from '../../examples/world.ts';

const { world } = await readWorld('festival');
const [show] = world.shows;
if (!show) throw new Error('the festival has no show');

const [rule] = show.performances;
function playing(timeZone: string, days: readonly string[], at: readonly string[], year: World['year'] = 2027): World {
  const { previews: _, notes: __, allocations: ___, ...plain } = show as World['shows'][number];
  const { from: _from, to: _to, weekdays: _weekdays, except: _except, ...given } = rule as NonNullable<typeof rule>;
  return {
    ...world,
    timeZone,
    year,
    shows: [{ ...plain, performances: [{ ...given, days: [...days], at: [...at] }] }],
  };
}
const startsOf = (of: World) =>
  performancesOf(of, of.shows[0] as World['shows'][number], of.year as number).map(({ startsAt }) =>
    new Date(startsAt).toISOString().slice(0, 16),
  );

describe('a performance that begins when no clock shows its time', () => {
  test.each([
    ['Europe/London', '03-28', '01:30', 'write 00:30 or 02:30'],
    ['America/New_York', '03-14', '02:30', 'write 01:30 or 03:30'],
    ['America/Santiago', '09-05', '00:15', 'write 23:15 on 2027-09-04 or 01:15'],
  ])('in %s on %s at %s is refused by field', (zone, day, time, todo) => {
    const where = 'shows.0.performances.0.at.1: no clock in';
    const said = `${where} ${zone} shows ${time} on 2027-${day}, when clocks are put forward: ${todo}`;
    expect(() => startsOf(playing(zone, [day], ['19:30', time]))).toThrow(said);
  });

  test('is refused in the year it is for, not for a year before it', () => {
    // In 2026 New York's clocks are put forward on 8 March, in 2027 on the 14th.
    const next = playing('America/New_York', ['03-08'], ['02:30'], 'next');
    expect(yearOf(next, Date.UTC(2026, 0, 1))).toBe(2026);
    expect(yearOf(next, Date.UTC(2026, 2, 1))).toBe(2027);
    expect(startsOf({ ...next, year: 2027 })).toEqual(['2027-03-08T07:30']);
    expect(() => startsOf({ ...next, year: 2026 })).toThrow('shows.0.performances.0.at.0');
  });
});

test('a time that comes twice is the first of both', () => {
  expect(startsOf(playing('Europe/London', ['10-31'], ['01:30']))).toEqual(['2027-10-31T00:30']);
  expect(startsOf(playing('America/New_York', ['11-07'], ['01:30']))).toEqual(['2027-11-07T05:30']);
});

describe('a performance that was moved', () => {
  const moved = (id: string, to: object): World => {
    const of = playing('Europe/London', ['06-24', '06-25'], ['19:30']);
    return { ...of, shows: of.shows.map((one) => ({ ...one, moved: { [id]: to } })) };
  };
  const id = `${show.id}-0624-1930`;
  const those = (of: World) => performancesOf(of, of.shows[0] as World['shows'][number], 2027);

  test('keeps its id, and is published where it is now', () => {
    const [first, second] = those(moved(id, { startsAt: '2027-06-30T20:00', venue: 'Town Hall' }));
    expect(first).toMatchObject({ id, startsAt: Date.UTC(2027, 5, 30, 19), venue: 'Town Hall' });
    expect(second).not.toHaveProperty('venue');
  });

  test('that the show does not have, or to a time that no clock shows, is refused by name', () => {
    expect(() => those(moved('other-0624-1930', { venue: 'Town Hall' }))).toThrow('no performance "other-0624-1930"');
    expect(() => those(moved(id, { startsAt: '2028-03-26T01:30' }))).toThrow(`moved.${id}.startsAt: no clock`);
  });
});
