/**
 * Every way in which the platform says no to a request, with what HTTP makes of it (RFC 9457). A
 * refusal is an answer, not a fault: it names what was wrong and what to do next.
 */
export const refusals = {
  'bad-request': { status: 400, title: 'The request is not of the right form' },
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
  'receipt-missing': { status: 401, title: 'The receipt is missing' },
  'receipt-forged': { status: 401, title: 'This is not one of our receipts' },
  'receipt-elsewhere': { status: 403, title: 'This receipt is for another on-sale' },
  'place-given-up': { status: 409, title: 'This place was given up' },
  'not-drawn-yet': { status: 409, title: 'Your place is not drawn yet' },
  'not-your-turn': { status: 409, title: 'It is not your turn yet' },
  'room-full': { status: 409, title: 'You have had your turn, and everyone may shop who can at once' },

  'pass-missing': { status: 401, title: 'The pass is missing' },
  'pass-forged': { status: 401, title: 'This is not one of our passes' },
  'pass-expired': { status: 403, title: 'Your time to shop is over' },
  'pass-elsewhere': { status: 403, title: 'This pass is for another on-sale' },

  'performance-unknown': { status: 404, title: 'There is no such performance' },
  'hold-unknown': { status: 404, title: 'You have no such hold' },
  'hold-sold': { status: 409, title: 'These seats are already bought' },

  'slip-forged': { status: 401, title: 'This is not one of our slips' },
  'slip-elsewhere': { status: 403, title: 'This slip is for another fan or on-sale' },
  'slip-lapsed': { status: 409, title: 'The seats are no longer held for you' },
  'payment-method-unavailable': { status: 409, title: 'This way to pay is not offered here' },
  'order-unknown': { status: 404, title: 'There is no such order' },
  'order-key-wrong': { status: 403, title: 'This order is somebody else’s' },
  'staff-key-wrong': { status: 401, title: 'The staff key is missing or wrong' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type RefusalCode = keyof typeof refusals;

/** A refusal as a value. `field` and `message` say where in the request, and what to do about it. */
export interface Refusal {
  readonly ok: false;
  readonly refusal: RefusalCode;
  /** One or two sentences to the person: what happened and what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Seconds until trying again makes sense. */
  readonly retryAfter?: number;
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
}

/** Makes a refusal. */
export function refuse(
  refusal: RefusalCode,
  detail: string,
  more: Pick<Refusal, 'errors' | 'retryAfter'> = {},
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
  };
}
