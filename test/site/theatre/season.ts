import type { OnSaleDraft, PerformanceDraft, SeasonDraft } from '../../../contracts/catalogue.ts';

/** The season of the tests' theatre: six shows over a summer, sold to the Friends first and then to everybody. */

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
const description =
  'A storm is coming, and a family divides what cannot be divided. Our company returns to the thrust stage with a play about power, age and the weather, lit by hand and performed in the round under the open rafters of the old corn hall.';
const venue = 'Northgate Festival Theatre';
const day = 86_400_000;

/** An on-sale of six seats and eight minutes a fan. */
export function onSaleOf(
  of: Pick<OnSaleDraft, 'id' | 'title' | 'audienceName' | 'opensAt' | 'entry'> & Partial<OnSaleDraft>,
): OnSaleDraft {
  return {
    closesAt: of.opensAt + 7 * day,
    audience: 1000,
    seatsPerFan: 6,
    holdMinutes: 8,
    returnHours: 24,
    answers: [
      {
        question: { en: 'Why a Saturday?', cy: 'Pam dydd Sadwrn?' },
        text: {
          en: 'On a Saturday most of our Friends are at home.',
          cy: 'Ar ddydd Sadwrn mae’r rhan fwyaf o’n Ffrindiau gartref.',
        },
      },
      {
        question: 'May I send a booking form?',
        text: 'Yes. Forms are drawn with the lobby: write your member number on yours.',
      },
    ],
    dials: { shopping: 100, perMinute: 1000, paused: false, passMinutes: 15, claimMinutes: 10 },
    ...of,
  };
}

/** Seats that are set aside are those of `lear-3`. */
export function seasonOf(
  onSales: readonly OnSaleDraft[],
  firstNight: number,
  plan: string,
  setAside: readonly string[] = [],
  currency = 'GBP',
): SeasonDraft {
  return {
    id: 'summer-2027',
    title: 'Summer Season 2027',
    venue,
    currency,
    timeZone: 'Europe/London',
    onSales: [...onSales],
    concessions,
    shows: shows.map(([id, title, byline, ink, paper], number) => ({
      id,
      title,
      byline,
      description,
      venue,
      poster: { ink, paper },
      performances: Array.from({ length: 14 }, (_, index) => ({
        id: `${id}-${index + 1}`,
        startsAt: firstNight + number * 9 * day + index * 2 * day - (index % 3 === 1 ? 5 * 3_600_000 : 0),
        plan,
        prices,
        onSales: onSales.map((onSale) => onSale.id),
        ...(id === 'lear' && index === 2 && setAside.length > 0 && { allocations: allocationsOf(setAside) }),
        ...(index === 0 && { note: 'Preview' }),
        ...(index === 5 && { note: 'Captioned' }),
      })),
    })),
  };
}

const seatsOfOne = 5000;

function allocationsOf(seats: readonly string[]): NonNullable<PerformanceDraft['allocations']> {
  return Array.from({ length: Math.ceil(seats.length / seatsOfOne) }, (_, nth) => ({
    partner: `partner-${nth + 1}`,
    seats: seats.slice(nth * seatsOfOne, (nth + 1) * seatsOfOne),
  }));
}
