import { z } from 'zod';
import { slug } from '../../../contracts/ids.ts';
import { inviteRequest } from '../../../contracts/line-requests.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type InviteDeps, sendInvite } from './send-invite.ts';

const shape = { path: z.object({ onSale: slug }), body: inviteRequest };

/** `POST /api/lines/{onSale}/invite`: 202, the same for every address. */
export const sendInviteRoute = (deps: InviteDeps): Route =>
  apiRoute(shape, async ({ path, body, now }) => {
    const outcome = await sendInvite(deps, { ...path, ...body }, now);
    if (!outcome.ok) return outcome;
    return { ok: true, status: 202, body: {}, counted: [outcome.sent ? 'InviteSent' : 'InviteKept'] };
  });
