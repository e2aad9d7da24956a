import { longestSigned } from '../../../contracts/pass.ts';
import { isTrial } from '../../../contracts/trial.ts';
import { pageRoute } from '../../foundation/page-route.ts';
import { faultPage } from '../../foundation/plain/plain-answers.ts';
import type { Route } from '../../foundation/route.ts';
import { type ActPlainOrdersDeps, actPlainOrders } from './act-plain-orders.ts';

/** `POST /plain/{onSale}/orders`: shows the form of an order and takes it, for a browser without JavaScript. */
export const actPlainOrdersRoute = (deps: ActPlainOrdersDeps): Route =>
  // A form with the longest slip that there is, and some short ones.
  pageRoute(
    faultPage,
    async (asked) => {
      const shown = await actPlainOrders(deps, asked);
      return shown.status === 303 && asked.form.get('act') === 'order' && !isTrial(asked.path.onSale ?? '')
        ? { ...shown, counted: ['OrdersPlaced'] }
        : shown;
    },
    { largestForm: 2 * longestSigned },
  );
