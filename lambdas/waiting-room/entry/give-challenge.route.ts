import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { visitorId } from '../../../contracts/line-requests.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ChallengeDeps, giveChallenge } from './give-challenge.ts';

const shape = { path: z.object({ onSale: slug }), query: z.object({ visitor: visitorId }) };

/** `GET /api/lines/{onSale}/challenge?visitor=…`: 200 with what an open entry must solve. */
export const giveChallengeRoute = (deps: ChallengeDeps): Route =>
  apiRoute(shape, async ({ path, query, now }) => {
    const outcome = await giveChallenge(deps, { ...path, ...query }, now);
    return outcome.ok ? { ok: true, status: 200, body: outcome.challenge } : outcome;
  });
