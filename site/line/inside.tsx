/**
 * The page's part for a fan with a place: fetched as soon as they have one, while they wait for the draw, so
 * that the first load, which everybody takes at once, need not carry it. The number of a place is computed here
 * in the browser, by the very rule the draw used.
 */
export { preparedMessage } from './below.tsx';
export { asides } from './inside/aside.tsx';
export { BillNumber } from './inside/bill-number.tsx';
export { seeBoard } from './inside/board-seen.ts';
export { numberOf } from './inside/number-of.ts';
export { Called, CheckLink, keepsPlace, rewritten, Shopping } from './inside/turn.tsx';
