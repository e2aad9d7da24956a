import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { Route } from '../../foundation/route.ts';
import { type ActPlainSeatsDeps, actPlainSeats } from './act-plain-seats.ts';

/** `POST /plain/{onSale}/seats`: holds or releases, for a browser without JavaScript. */
export const actPlainSeatsRoute = (deps: ActPlainSeatsDeps): Route =>
  pageRoute(faultPage, async (asked) => {
    const shown = await actPlainSeats(deps, asked);
    return shown.status === 303 ? { ...shown, counted: [`Plain-${asked.form.get('act')}`] } : shown;
  });
