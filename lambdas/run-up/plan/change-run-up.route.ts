import { runUpRoutes } from '../../../contracts/routes/run-up-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ChangeRunUpDeps, changeRunUp } from './change-run-up.ts';

/** Changes a run-up. */
export const changeRunUpRoute = (deps: ChangeRunUpDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'run-up/plan/change-run-up',
    runUpRoutes['run-up/plan/change-run-up'],
    deps,
    async ({ path, body, now }, asker) => {
      const answer = await changeRunUp(deps, asker, { onSale: path.onSale, act: body, now });
      return answer.ok ? { ok: true, status: 200, body: answer.body } : answer;
    },
  );
