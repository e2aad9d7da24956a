import type { ApiHandlerName } from '../handlers.ts';
import { leverRoutes } from './lever-routes.ts';
import { lineRoutes } from './line-routes.ts';
import { orderRoutes } from './order-routes.ts';
import type { PathShape, RouteShape } from './route-shape.ts';
import { runUpRoutes } from './run-up-routes.ts';
import { seatRoutes } from './seat-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { switchRoutes } from './switch-routes.ts';

/** Every route of the API. */
export const routes = {
  ...lineRoutes,
  ...seatRoutes,
  ...orderRoutes,
  ...leverRoutes,
  ...switchRoutes,
  ...staffRoutes,
  ...runUpRoutes,
} satisfies {
  readonly [Name in ApiHandlerName]: RouteShape & PathShape<Name>;
};

/** The routes by what they are about, in the order in which a fan and then the staff come by them. */
export const topics = [
  {
    name: 'The line',
    about:
      'A fan joins a line and gets a receipt; when the position that was drawn is called, the receipt fetches a pass.',
    routes: lineRoutes,
  },
  {
    name: 'Seats',
    about: 'With a pass a fan asks for seats. The house decides, and holds them for some minutes.',
    routes: seatRoutes,
  },
  {
    name: 'Orders',
    about: 'Held seats are bought. The key in the answer opens the order from then on: to see it, change it, print it.',
    routes: orderRoutes,
  },
  {
    name: 'Levers',
    about: 'For those who run a line: its pace, its doors, its message, one place of it, and the log of a morning.',
    routes: leverRoutes,
  },
  {
    name: 'The switch',
    about: 'For those who send everyone to the fallback when the site is in trouble, and bring them back.',
    routes: switchRoutes,
  },
  {
    name: 'Staff',
    about: 'For the box office and the doors.',
    routes: staffRoutes,
  },
  {
    name: 'The run-up',
    about: 'For those who prepare an on-sale: the plan, the risks, the freeze, and go or no go.',
    routes: runUpRoutes,
  },
] as const satisfies readonly {
  readonly name: string;
  readonly about: string;
  readonly routes: Readonly<Record<string, RouteShape>>;
}[];
