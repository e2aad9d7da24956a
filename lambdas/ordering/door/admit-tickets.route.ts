import { staffRoutes } from '../../../contracts/routes/staff-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type AdmitTicketsDeps, admitTickets } from './admit-tickets.ts';

/** Tickets as scanned, each counted by what became of it. */
export const admitTicketsRoute = (deps: AdmitTicketsDeps): Route =>
  apiRoute(staffRoutes['ordering/door/admit-tickets'], async ({ path, headers, body, now }) => {
    const said = await admitTickets(deps, { ...path, ...body, authorization: headers.authorization }, now);
    if (!said.ok) return said;
    const counted = said.body.admissions.map((one) =>
      one.state === 'admitted' && one.owed ? 'Door-admitted-unpaid' : `Door-${one.state}`,
    );
    return { ok: true, status: 200, body: said.body, counted };
  });
