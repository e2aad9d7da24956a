import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';

/** The key of the tickets, for anybody who is shown one. */
export const showTicketKeyRoute = ({ publicKey }: { readonly publicKey: string }): Route =>
  apiRoute(orderRoutes['ordering/ticket/show-ticket-key'], async () => ({
    ok: true,
    status: 200,
    body: { publicKey },
  }));
