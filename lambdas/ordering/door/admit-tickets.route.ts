import { z } from 'zod';
import { admissionRequest } from '../../../contracts/door.ts';
import { slug } from '../../../contracts/ids.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type AdmitTicketsDeps, admitTickets } from './admit-tickets.ts';

const shape = {
  path: z.object({ performance: slug }),
  headers: z.object({ authorization: z.string().optional() }),
  body: admissionRequest,
};

/** `POST /api/staff/door/{performance}`: tickets as scanned. */
export const admitTicketsRoute = (deps: AdmitTicketsDeps): Route =>
  apiRoute(shape, async ({ path, headers, body }) => {
    const said = await admitTickets(deps, { ...path, ...body, authorization: headers.authorization });
    if (!said.ok) return said;
    const counted = said.body.admissions.map(({ state }) => `Door-${state}`);
    return { ok: true, status: 200, body: said.body, counted };
  });
