import { refuse } from '../../../contracts/refusals.ts';
import { orderRoutes } from '../../../contracts/routes/order-routes.ts';
import { apiRoute } from '../../foundation/api-route.ts';
import type { Route } from '../../foundation/route.ts';
import { type HearStripeDeps, hearStripe } from './hear-stripe.ts';

/** As `hearStripe` has it; the secrets are asked for at each call, as they are kept for a while only. */
export interface StripeListener extends Pick<HearStripeDeps, 'hear' | 'refundFailed' | 'disputed'> {
  readonly secrets: () => Promise<HearStripeDeps['secrets']>;
}

/** 200 for whatever Stripe signed. Undefined: this stage takes no payments by Stripe. */
export const hearStripeRoute = (listener: StripeListener | undefined): Route =>
  apiRoute(orderRoutes['ordering/payment/hear-stripe'], async ({ body, headers, now }) => {
    if (!listener) return refuse('not-found', 'This site takes no payments by Stripe.');
    const { secrets, ...deps } = listener;
    const heard = await hearStripe({ secrets: await secrets(), ...deps }, body, headers['stripe-signature'], now);
    if (!heard.ok) return heard;
    const { kind, order, failedRefundOf, answerWantedOf } = heard;
    const about = order && { kind, order: order.id, state: order.state };
    const noted = [
      ...(about ? [{ level: 'info' as const, message: 'heard', about }] : []),
      ...troubles('refund failed', failedRefundOf),
      ...troubles('card disputed', answerWantedOf),
    ];
    const counted = [
      ...(failedRefundOf === undefined ? [] : (['RefundsFailed'] as const)),
      ...(answerWantedOf === undefined ? [] : (['CardsDisputed'] as const)),
    ];
    return { ok: true, status: 200, body: {}, noted, ...(counted.length > 0 && { counted }) };
  });

const troubles = (message: string, order: string | undefined) =>
  order === undefined ? [] : [{ level: 'error' as const, message, about: { order } }];
