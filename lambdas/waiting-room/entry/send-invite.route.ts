import { lineRoutes } from '../../../contracts/routes/line-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type InviteDeps, sendInvite } from './send-invite.ts';

/** 202, the same for every address. */
export const sendInviteRoute = (deps: InviteDeps): Route =>
  apiRoute(lineRoutes['waiting-room/entry/send-invite'], async ({ path, body, now }) => {
    const outcome = await sendInvite(deps, { ...path, ...body }, now);
    if (!outcome.ok) return outcome;
    return { ok: true, status: 202, body: {}, counted: [outcome.sent ? 'InviteSent' : 'InviteKept'] };
  });
