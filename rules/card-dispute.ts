import type { CardDispute, DisputeState } from '../contracts/order.ts';

/*
 * A buyer asks their bank for the money of an order back. The bank has the money from the beginning of a dispute on, and
 * gives it back if the venue wins. A bank that only asks (`warning-…`) has taken nothing.
 *
 *   warning-needs-response ─▶ warning-under-review ─▶ warning-closed
 *   needs-response ─▶ under-review ─▶ won · lost ─▶ appeal-needs-response ─▶ appeal-under-review ─▶ won · lost
 */

type DisputeAs = Pick<CardDispute, 'state'>;

const answersWanted: readonly DisputeState[] = ['needs-response', 'warning-needs-response', 'appeal-needs-response'];

const moneyWithBank: readonly DisputeState[] = [
  'needs-response',
  'under-review',
  'lost',
  'appeal-needs-response',
  'appeal-under-review',
];

/** Whether somebody of the venue is to answer, or to decide not to. */
export const wantsAnswer = ({ state }: DisputeAs): boolean => answersWanted.includes(state);

/** Whether the bank has the money, for now or for good. */
export const bankHasMoney = ({ state }: DisputeAs): boolean => moneyWithBank.includes(state);

const ended: readonly DisputeState[] = ['won', 'lost', 'warning-closed', 'prevented'];

/** Whether the bank has not decided. */
export const isDisputeOpen = ({ state }: DisputeAs): boolean => !ended.includes(state);
