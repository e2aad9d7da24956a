import type { ApiHandlerName } from '../handlers.ts';
import { lineRoutes } from './line-routes.ts';
import { orderRoutes } from './order-routes.ts';
import type { PathShape, RouteShape } from './route-shape.ts';
import { seatRoutes } from './seat-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** Every route of the API, in the order in which its description tells of them. */
export const routes = { ...lineRoutes, ...seatRoutes, ...orderRoutes, ...staffRoutes } satisfies {
  readonly [Name in ApiHandlerName]: RouteShape & PathShape<Name>;
};
