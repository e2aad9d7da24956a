import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type ChallengeDeps, giveChallenge } from './give-challenge.ts';

/** The work that an open entry must solve. */
export const giveChallengeRoute = (deps: ChallengeDeps): Route =>
  apiRoute(lineRoutes['waiting-room/entry/give-challenge'], async ({ path, query, now }) => {
    const outcome = await giveChallenge(deps, { ...path, ...query }, now);
    return outcome.ok ? { ok: true, status: 200, body: outcome.challenge } : outcome;
  });
