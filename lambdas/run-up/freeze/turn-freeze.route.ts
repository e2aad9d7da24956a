import { runUpRoutes } from '../../../contracts/routes/run-up-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import type { ChangeRunUpDeps } from '../plan/change-run-up.ts';
import { turnFreeze } from './turn-freeze.ts';

/** Freezes the house, and lifts it. */
export const turnFreezeRoute = (deps: ChangeRunUpDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'run-up/freeze/turn-freeze',
    runUpRoutes['run-up/freeze/turn-freeze'],
    deps,
    async ({ path, body, now }, asker) => {
      const answer = await turnFreeze(deps, asker, { onSale: path.onSale, act: body, now });
      return answer.ok ? { ok: true, status: 200, body: answer.body } : answer;
    },
  );
