/** Simulated fans look at the board in the rhythm of the real page. */
export { pollSeconds } from '../lambdas/waiting-room/poll-rhythm.ts';
