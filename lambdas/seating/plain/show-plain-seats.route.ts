import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { Route } from '../../foundation/route.ts';
import { type ShowPlainSeatsDeps, showPlainSeats } from './show-plain-seats.ts';

/** `GET /plain/{onSale}/seats`: what a fan holds and may ask for, for a browser without JavaScript. */
export const showPlainSeatsRoute = (deps: ShowPlainSeatsDeps): Route =>
  pageRoute(faultPage, (asked) => showPlainSeats(deps, asked));
