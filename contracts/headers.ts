/* Headers of our own that cross the edge. Lower case, as every layer sees them. */

export const pass = 'stampede-pass';
export const receipt = 'stampede-receipt';

/** Lets a fan in again after an error of ours. */
export const voucher = 'stampede-voucher';

/** Secret between CDN and API: requests without it did not come through the edge. */
export const origin = 'stampede-origin';

export const idempotencyKey = 'idempotency-key';

/** Newer slips of the seats of an order that is to be paid, joined by commas: the fan was given more time. */
export const slips = 'stampede-slips';

/** The right to see one order, given with the order. */
export const orderKey = 'stampede-order-key';
