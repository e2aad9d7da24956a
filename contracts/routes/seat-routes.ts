import { z } from 'zod';
import { availability, basket, holdRequest, holdView, releaseView } from '../house.ts';
import { opaqueId, slug } from '../ids.ts';
import { header } from '../paths.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests to seating, and its answers. */

const performance = slug.describe('The performance, as the season names it.');
const holdPath = z.object({ performance, hold: opaqueId.describe('The hold’s id, exactly as it was given to you.') });
const pass = { [header.pass]: z.string().optional() } as const;

const passRefusals = ['pass-missing', 'pass-forged', 'pass-expired'] as const;
/** Of a request that begins something new. */
const turnRefusals = [...passRefusals, 'pass-over'] as const;

export const seatRoutes = {
  'seating/ask/hold-seats': {
    title: 'Ask for seats',
    about:
      'Named seats, or the best available. The house decides a moment later: ask for the hold until it is no longer ' +
      '`pending`. That takes 135 seconds at the most. A repeat with the same key is the same hold.',
    path: z.object({ performance }),
    headers: z.object({ ...pass, [header.idempotencyKey]: z.string().optional() }),
    body: holdRequest,
    answers: { 202: { when: 'Pending; of a repeat, the hold as it stands.', body: holdView } },
    refusals: [
      ...turnRefusals,
      'pass-elsewhere',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'performance-unknown',
      'performance-cancelled',
      'performance-stopped',
      'too-many-asks',
    ],
  },
  'seating/ask/show-hold': {
    title: 'See a hold',
    about: 'A hold that the house refused says why, and which seats were taken.',
    path: holdPath,
    headers: z.object(pass),
    answers: { 200: { when: 'The hold as it stands.', body: holdView } },
    refusals: [...passRefusals, 'hold-unknown'],
  },
  'seating/ask/release-hold': {
    title: 'Give held seats back',
    about: 'Others may have them at once.',
    path: holdPath,
    headers: z.object(pass),
    answers: {
      202: { when: 'Pending, until the house has decided.', body: releaseView },
      200: { when: 'Nothing was held any more.', body: releaseView },
    },
    refusals: ['device-ended', ...passRefusals, 'hold-unknown', 'hold-sold'],
  },
  'seating/ask/show-basket': {
    title: 'See the basket',
    about:
      'All that the pass’s fan has in its on-sale, and how many seats they may still have. Also with a pass that is over: ' +
      'seats stay held for their own time.',
    headers: z.object(pass),
    answers: { 200: { when: 'The basket.', body: basket } },
    refusals: passRefusals,
  },
  'seating/ask/extend-basket': {
    title: 'Ask for more time for held seats',
    about: 'Once for all that is held. A repeat is shown the clock as it is.',
    headers: z.object(pass),
    answers: { 202: { when: 'The basket, its `timer` as it will be; again for a repeat.', body: basket } },
    refusals: [...turnRefusals, 'nothing-held'],
  },
  'seating/ask/show-availability': {
    title: 'See which seats are free',
    about: 'Cached for a second, and the same for everybody.',
    path: z.object({ performance }),
    answers: { 200: { when: 'The seats of the house.', body: availability } },
    refusals: ['performance-unknown'],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
