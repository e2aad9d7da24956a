/** Simulated fans look at the board in the rhythm of the real page. */
export { pollMs } from '../../rules/poll-rhythm.ts';
