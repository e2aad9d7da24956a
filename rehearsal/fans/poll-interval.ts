/** Simulated fans look at the board in the rhythm of the real page. */
export { pollSeconds } from '../../rules/poll-rhythm.ts';
