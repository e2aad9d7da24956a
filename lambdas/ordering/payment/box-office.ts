import type { Charge } from '../order/charge.ts';
import type { PaymentPort } from './payment.ts';

/*
 * A promise to pay the box office. No money moves here. The seats are the fan's until the deadline, 48 hours after
 * ordering and at the latest an hour before the first performance. So unpaid seats can still be sold at the door.
 * Within that hour a promise is of no use to anybody, so it is refused.
 */

const hour = 3_600_000;

/** Milliseconds since the epoch. */
export function deadlineOf({ placedAt, firstStartsAt }: Pick<Charge, 'placedAt' | 'firstStartsAt'>): number {
  return Math.min(placedAt + 48 * hour, firstStartsAt - hour);
}

export const boxOffice: PaymentPort = {
  objection: (charge) =>
    deadlineOf(charge) > charge.placedAt
      ? undefined
      : 'This performance begins within the hour: pay another way, or at the door.',
  authorise: async (charge) => ({ state: 'promised', deadline: deadlineOf(charge) }),
  look: async (charge) => ({ state: 'promised', deadline: deadlineOf(charge) }),
  capture: async () => 'promised',
  void: async () => {},
  // Money that was taken at the counter is given back there.
  refund: async () => {},
};
