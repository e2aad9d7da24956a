import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import type { Route } from '../../foundation/route.ts';
import { staffRoute } from '../../foundation/staff/staff-route.ts';
import type { WhoAsks } from '../../foundation/staff/who-asks.ts';
import { type ShowPlatformDeps, showPlatform } from './show-platform.ts';

/** Latencies, faults, queues and mails of the last minutes. */
export const showPlatformRoute = (deps: ShowPlatformDeps & { readonly whoAsks: WhoAsks }): Route =>
  staffRoute(
    'control-room/platform/show-platform',
    staffRoutes['control-room/platform/show-platform'],
    deps,
    async ({ now }, asker) => {
      const shown = await showPlatform(deps, asker, now);
      return shown.ok ? { ok: true, status: 200, body: shown.body } : shown;
    },
  );
