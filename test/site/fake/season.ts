import type { PerformanceFile, PublishedOnSale, Season, ShowFile } from '../../../contracts/catalogue.ts';

/** The fake venue's season: six shows over a summer. */

const shows = [
  ['lear', 'King Lear', 'William Shakespeare', '#f6d7b0', '#6b1020'],
  ['seagull', 'The Seagull', 'Anton Chekhov, in a new version by Ines Marlowe', '#0e3b4c', '#bfe3e0'],
  ['lantern', 'The Lantern Makers', 'A new musical by Osei and Hart', '#ffcf3f', '#1b1d4d'],
  ['tempest', 'The Tempest', 'William Shakespeare', '#e9f0ee', '#0f5257'],
  ['arcadia-road', 'Arcadia Road', 'Priya Raman', '#2c1654', '#f2a65a'],
  ['winter-bees', 'Winter Bees', 'Tomas Lindqvist', '#151515', '#f4d94e'],
] as const;

export const prices = { a: 6500, b: 4800, c: 3250, d: 1500 };
export const concessions = [
  { id: 'under-26', name: 'Under 26', percentOff: 50, note: 'bring something that says when you were born' },
  { id: 'local', name: 'Lives in the town', percentOff: 10 },
];
const timeZone = 'Europe/London';
const currency = 'GBP';
const venue = 'Northgate Festival Theatre';
const day = 86_400_000;

export interface SeasonFiles {
  readonly season: Season;
  readonly shows: Map<string, ShowFile>;
  readonly performances: Map<string, PerformanceFile>;
}

export function seasonFiles(onSales: readonly PublishedOnSale[], firstNight: number, plan: string): SeasonFiles {
  const performances = new Map<string, PerformanceFile>();
  const files = new Map<string, ShowFile>();
  shows.forEach(([id, title, byline, ink, paper], number) => {
    const dates = Array.from({ length: 14 }, (_, index) => ({
      id: `${id}-${index + 1}`,
      startsAt: firstNight + number * 9 * day + index * 2 * day - (index % 3 === 1 ? 5 * 3_600_000 : 0),
      ...(index === 0 && { note: 'Preview' }),
      ...(index === 5 && { note: 'Captioned' }),
    }));
    files.set(id, {
      v: 1,
      id,
      title,
      byline,
      description:
        'A storm is coming, and a family divides what cannot be divided. Our company returns to the thrust stage with a play about power, age and the weather, lit by hand and performed in the round under the open rafters of the old corn hall.',
      venue,
      poster: { ink, paper },
      currency,
      timeZone,
      performances: dates.map((date) => ({
        ...date,
        priceFrom: prices.d,
        priceTo: prices.a,
        onSales: onSales.map((onSale) => onSale.id),
      })),
    });
    for (const date of dates) {
      performances.set(date.id, {
        v: 1,
        ...date,
        show: id,
        title,
        venue,
        plan,
        prices,
        currency,
        timeZone,
        onSales: onSales.map(({ id: onSale, seatsPerFan, holdMinutes }) => ({ id: onSale, seatsPerFan, holdMinutes })),
        concessions,
      });
    }
  });
  const season: Season = {
    v: 1,
    id: 'summer-2027',
    title: 'Summer Season 2027',
    venue,
    currency,
    timeZone,
    onSales,
    shows: [...files.values()].map((show) => ({
      id: show.id,
      title: show.title,
      byline: show.byline,
      venue: show.venue,
      poster: show.poster,
      firstAt: show.performances[0]?.startsAt ?? 0,
      lastAt: show.performances.at(-1)?.startsAt ?? 0,
      performances: show.performances.length,
      priceFrom: prices.d,
      priceTo: prices.a,
    })),
  };
  return { season, shows: files, performances };
}
