import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, type OwnOrderDeps, ownOrderShape } from '../order/own-order.ts';
import { calendarOf } from './calendar.ts';
import { ticketedOrder } from './ticketed-order.ts';

/** `GET /api/orders/{order}/calendar.ics`, with the order's key in a header: its performances for a calendar. */
export const giveCalendarRoute = (deps: OwnOrderDeps & { readonly siteAddress: string }): Route =>
  apiRoute(ownOrderShape, async (request) => {
    const found = await ticketedOrder(deps, askedOrder(request));
    if (!found.ok) return found;
    const bytes = Buffer.from(calendarOf(found.order, new URL(deps.siteAddress).host));
    return {
      ok: true,
      status: 200,
      file: { bytes, type: 'text/calendar; charset=utf-8', name: `calendar-${found.order.reference}.ics` },
    };
  });
