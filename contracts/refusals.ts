import type { SlowerLane } from './line-requests.ts';

/**
 * Every way in which the platform says no to a request, with what HTTP makes of it (RFC 9457). A
 * refusal is an answer, not a fault: it names what was wrong and what to do next.
 */
export const refusals = {
  'bad-request': { status: 400, title: 'The request is not of the right form' },
  'not-for-other-sites': { status: 403, title: 'This file is for the pages of this site only' },
  'not-from-this-page': { status: 403, title: 'The form was sent from another site' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 400, title: 'The request must be JSON' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-through-the-edge': { status: 403, title: 'Come in by the front door' },
  'idempotency-key-missing': { status: 400, title: 'The idempotency-key header is missing or not of the right form' },
  'idempotency-key-reused': { status: 422, title: 'This idempotency key was used for a different request' },

  'line-unknown': { status: 404, title: 'There is no such on-sale' },
  'line-not-open-yet': { status: 409, title: 'The doors are not open yet' },
  'line-closed': { status: 409, title: 'This on-sale is over' },
  'entry-wrong': { status: 400, title: 'This on-sale is entered another way' },
  'member-unknown': { status: 403, title: 'Member number and postcode do not match' },
  'too-many-tries': { status: 429, title: 'Too many wrong postcodes for this member number' },
  'link-wrong': { status: 403, title: 'This link does not let you in' },
  'work-wrong': { status: 403, title: 'The proof of work is missing or wrong' },
  'mail-unavailable': { status: 409, title: 'This site does not send e-mail' },
  'mail-busy': { status: 429, title: 'More links are asked for than can be sent at the moment' },
  'receipt-missing': { status: 401, title: 'The receipt is missing' },
  'receipt-forged': { status: 401, title: 'This is not one of our receipts' },
  'receipt-elsewhere': { status: 403, title: 'This receipt is for another on-sale' },
  'receipt-not-in-roll': { status: 409, title: 'This receipt is not in the published roll of its round' },
  'place-given-up': { status: 409, title: 'This place was given up' },
  'device-ended': { status: 403, title: 'This device was taken off your place' },
  'device-behind': { status: 409, title: 'Another device of this place comes first' },
  'device-unknown': { status: 409, title: 'You cannot end this device' },
  'handover-wrong': { status: 403, title: 'This code brings no place to this device' },
  'handover-used': { status: 409, title: 'This code was used' },
  'handover-old': { status: 409, title: 'This code is no longer good' },
  'handover-tries': { status: 429, title: 'Too many wrong codes' },
  'not-drawn-yet': { status: 409, title: 'Your place is not drawn yet' },
  'not-your-turn': { status: 409, title: 'It is not your turn yet' },
  'late-next': { status: 409, title: 'You are late, and stand first among the next' },
  'room-full': { status: 409, title: 'You have had your turn, and everyone may shop who can at once' },
  'slower-lane': { status: 409, title: 'Your place is in the slower lane' },
  'place-removed': { status: 403, title: 'This place was removed' },
  'nothing-to-appeal': { status: 409, title: 'There is nothing to appeal against' },
  'no-more-time': { status: 409, title: 'This pass cannot be extended again' },
  'keys-change': { status: 429, title: 'No passes are given for a moment' },
  'voucher-wrong': { status: 403, title: 'This voucher does not let you in' },

  'pass-missing': { status: 401, title: 'The pass is missing' },
  'pass-forged': { status: 401, title: 'This is not one of our passes' },
  'pass-expired': { status: 403, title: 'Your time to shop is over' },
  'pass-over': { status: 403, title: 'This turn has ended' },
  'pass-elsewhere': { status: 403, title: 'This pass is for another on-sale' },

  'performance-unknown': { status: 404, title: 'There is no such performance' },
  'performance-cancelled': { status: 409, title: 'This performance is cancelled' },
  'performance-stopped': { status: 409, title: 'This performance is not on sale at the moment' },
  'hold-unknown': { status: 404, title: 'You have no such hold' },
  'too-many-asks': { status: 429, title: 'You ask for seats very often' },
  'hold-sold': { status: 409, title: 'These seats are already bought' },
  'nothing-held': { status: 409, title: 'You hold no seats' },

  'slip-forged': { status: 401, title: 'This is not one of our slips' },
  'slip-elsewhere': { status: 403, title: 'This slip is for another fan or on-sale' },
  'slip-lapsed': { status: 409, title: 'The seats are no longer held for you' },
  'payment-method-unavailable': { status: 409, title: 'This way to pay is not offered here' },
  'order-not-changeable': { status: 409, title: 'This order cannot be changed now' },
  'ticket-used': { status: 409, title: 'A ticket of this order has opened the door' },
  'tickets-belong-together': { status: 409, title: 'These tickets belong together' },
  'date-not-offered': { status: 409, title: 'This date cannot be had in place of the other' },
  'seats-not-exchangeable': { status: 409, title: 'These seats cannot be exchanged for those' },
  'concession-unknown': { status: 400, title: 'This reduced price is not offered here' },
  'concession-over-limit': { status: 400, title: 'One fan may not have so many seats at this reduced price' },
  'webhook-forged': { status: 400, title: 'This message does not come from the payment provider' },
  'tickets-not-ready': { status: 409, title: 'This order has no tickets now' },
  'order-unknown': { status: 404, title: 'There is no such order' },
  'order-key-wrong': { status: 403, title: 'This order is somebody else’s' },
  'sign-in-missing': { status: 401, title: 'Nobody is signed in' },
  'sign-in-over': { status: 401, title: 'This sign-in has ended' },
  'sign-in-busy': { status: 429, title: 'The sign-in service does not answer' },
  'sign-in-elsewhere': { status: 409, title: 'This address has another sign-in' },
  'staff-unknown': { status: 403, title: 'You have no role in this house' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'sale-lever-moved': { status: 409, title: 'Somebody turned a lever of this sale meanwhile' },
  'turned-meanwhile': { status: 409, title: 'Somebody else turned it meanwhile' },
  'lever-not-now': { status: 409, title: 'This cannot be done now' },
  'lines-not-paused': { status: 409, title: 'Lines could not be paused' },
  'second-person-needed': { status: 409, title: 'Somebody else must confirm this' },
  'fan-unknown': { status: 404, title: 'Nobody with this key stands in the line' },
  'owner-by-settings': { status: 409, title: 'The stage’s settings name this owner' },
  'readings-elsewhere': { status: 404, title: 'These readings are at another address now' },
  'run-up-moved': { status: 409, title: 'Somebody else changed this meanwhile' },
  'freeze-begun': { status: 409, title: 'The house is frozen already' },
  'not-frozen': { status: 409, title: 'The house is not frozen' },
  'pairing-code-wrong': { status: 403, title: 'This code does not pair a device' },
  'pairing-code-used': { status: 409, title: 'Another device took this code' },
  'door-right-wrong': { status: 401, title: 'This device is not paired with this venue' },
  'door-right-elsewhere': { status: 403, title: 'This device is paired for another performance' },
  'door-right-over': { status: 403, title: 'The evening of this device is over' },
  'door-right-ended': { status: 403, title: 'A supervisor ended this device' },
  'door-device-unknown': { status: 404, title: 'There is no such device' },
  'help-not-now': { status: 409, title: 'This does not help this fan now' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type RefusalCode = keyof typeof refusals;

/** A refusal as a value. `field` and `message` say where in the request, and what to do about it. */
export interface Refusal {
  readonly ok: false;
  readonly refusal: RefusalCode;
  /** One or two sentences to the person: what happened and what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Until trying again makes sense. */
  readonly retryAfterMs?: number;
  /** With `slower-lane` and `place-removed`: why, and whether it was appealed. */
  readonly slowerLane?: SlowerLane;
}

export interface FieldError {
  /** e.g. `body.buyer.email`, `path.onSale`, `header.idempotency-key`. */
  readonly field: string;
  readonly message: string;
}

/** A problem document, as every 4xx and 5xx of ours carries (`application/problem+json`). */
export interface Problem {
  /** `/problems/<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** With a fault of ours that spoilt a checkout: lets the fan in again without waiting. See `Voucher`. */
  readonly voucher?: string;
  /** With a fault of ours: by it staff find in the logs and traces what happened, e.g. `1-6745c0f4-1f2a…`. */
  readonly trace?: string;
  readonly slowerLane?: SlowerLane;
}

/** The problem document of a fault of ours. It tells nothing of the cause. */
export const faultProblem: Problem = {
  type: '/problems/fault',
  title: 'Something went wrong on our side',
  status: 500,
  detail: 'Nothing of yours is lost. Try again in a few seconds with the same idempotency key.',
};

/** The firewall's problem document for a fan behind a busy address. The page shows it and tries again. */
export const busyAddressProblem: Problem = {
  type: '/problems/too-many-requests',
  title: 'Too many requests from this address',
  status: 429,
  detail: 'Many requests came from your network. Your place is kept. Try again in a minute.',
};

/** As `retry-after` says it. */
export const busyAddressSeconds = 60;

/** The problem document while everything is busy: the CDN's, for an API that took too long or let nobody in. */
export const busyProblem: Problem = {
  type: '/problems/busy',
  title: 'Very many ask at once',
  status: 503,
  detail: 'Nothing of yours is lost. Try again in a few seconds with the same idempotency key.',
};

/** Makes a refusal. */
export function refuse(
  refusal: RefusalCode,
  detail: string,
  more: Pick<Refusal, 'errors' | 'retryAfterMs' | 'slowerLane'> = {},
): Refusal {
  return { ok: false, refusal, detail, ...more };
}

/** The problem document of a refusal. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title } = refusals[refusal.refusal];
  return {
    type: `/problems/${refusal.refusal}`,
    title,
    status,
    detail: refusal.detail,
    ...(refusal.errors && { errors: refusal.errors }),
    ...(refusal.slowerLane && { slowerLane: refusal.slowerLane }),
  };
}
