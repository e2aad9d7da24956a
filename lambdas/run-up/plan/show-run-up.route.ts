import { runUpRoutes } from '../../../contracts/routes/run-up-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ShowRunUpDeps, showRunUp } from './show-run-up.ts';

/** The run-up of an on-sale. */
export const showRunUpRoute = (deps: ShowRunUpDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute('run-up/plan/show-run-up', runUpRoutes['run-up/plan/show-run-up'], deps, async ({ path }, asker) => {
    const answer = await showRunUp(deps, asker, path.onSale);
    return answer.ok ? { ok: true, status: 200, body: answer.body } : answer;
  });
