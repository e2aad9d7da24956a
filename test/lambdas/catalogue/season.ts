import { type SeasonDraft, seasonDraft } from '../../../contracts/catalogue.ts';
import type { Plan } from '../../../contracts/plan.ts';

export const plan: Plan = {
  v: 1,
  id: 'playhouse-0123456789ab',
  name: 'Playhouse',
  width: 100,
  height: 100,
  focalPoint: { x: 50, y: 0 },
  categories: [
    { id: 'stalls', name: 'Stalls', color: '#112233' },
    { id: 'circle', name: 'Circle', color: '#332211' },
  ],
  sections: [
    {
      id: 'stalls',
      name: 'Stalls',
      kind: 'seated',
      neighbours: [],
      rows: [
        {
          label: 'A',
          seats: [1, 2, 3].map((n) => ({ id: `s-${n}`, number: `${n}`, x: 40 + n, y: 10, category: 'stalls' })),
        },
      ],
    },
  ],
  scenery: [],
  seats: 3,
};

const dials = { shopping: 10, perMinute: 60, paused: false, passMinutes: 15, claimMinutes: 5 };

/** A season without fault, new each time. */
export function draft(): SeasonDraft {
  const performance = (id: string, startsAt: number, prices: Record<string, number>, note?: string) => ({
    id,
    startsAt,
    plan: plan.id,
    prices,
    onSales: ['friends'],
    ...(note && { note }),
  });
  const show = {
    byline: 'by A. Nonymous',
    description: '',
    venue: 'Playhouse',
    poster: { ink: '#ffffff', paper: '#000000' },
  };
  return seasonDraft.parse({
    id: 'summer',
    title: 'Summer',
    venue: 'Playhouse',
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [
      {
        id: 'friends',
        title: 'Friends',
        audienceName: 'Friends',
        opensAt: 1000,
        closesAt: 2000,
        entry: 'members',
        roster: 'friends',
        audience: 100,
        seatsPerFan: 8,
        holdMinutes: 10,
        dials,
      },
      {
        id: 'public',
        title: 'Public',
        audienceName: 'All',
        opensAt: 2000,
        closesAt: 3000,
        entry: 'open',
        audience: 100,
        seatsPerFan: 6,
        holdMinutes: 8,
        dials,
      },
    ],
    shows: [
      {
        ...show,
        id: 'storm',
        title: 'The Storm',
        performances: [
          performance('storm-1', 2_000_000_100_000, { stalls: 5000, circle: 3000 }, 'Captioned'),
          performance('storm-2', 2_000_000_000_000, { stalls: 4000, circle: 2000 }),
        ],
      },
      {
        ...show,
        id: 'calm',
        title: 'The Calm',
        performances: [performance('calm-1', 2_000_000_200_000, { stalls: 1, circle: 0 })],
      },
    ],
  });
}
