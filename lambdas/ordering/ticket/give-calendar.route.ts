import type { OrderView } from '../../../contracts/order.ts';
import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { askedOrder, type OwnOrderDeps } from '../order/own-order.ts';
import { calendarOf } from './calendar.ts';
import { ticketedOrder } from './ticketed-order.ts';

/** A performance that was cancelled is an entry as well: it takes the one out that a calendar has. */
const hasEntries = ({ tickets, items }: OrderView) =>
  tickets.length > 0 || items.some(({ cancelled }) => cancelled !== undefined);

/** The performances of an order for a calendar, for whoever holds the order’s key. */
export const giveCalendarRoute = (deps: OwnOrderDeps & { readonly siteAddress: string }): Route =>
  apiRoute(orderRoutes['ordering/ticket/give-calendar'], async (request) => {
    const found = await ticketedOrder(deps, askedOrder(request), hasEntries);
    if (!found.ok) return found;
    const bytes = Buffer.from(calendarOf(found.order, new URL(deps.siteAddress).host));
    return {
      ok: true,
      status: 200,
      file: { bytes, name: `calendar-${found.order.reference}.ics` },
    };
  });
