import { runUpRoutes } from '../../../contracts/routes/run-up-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type SayGoDeps, sayGo } from './say-go.ts';

/** Go, or no go. */
export const sayGoRoute = (deps: SayGoDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'waiting-room/line/say-go',
    runUpRoutes['waiting-room/line/say-go'],
    deps,
    async ({ path, body, now }, asker) => {
      const answer = await sayGo(deps, asker, { onSale: path.onSale, said: body, now });
      return answer.ok ? { ok: true, status: 200, body: answer.body } : answer;
    },
  );
