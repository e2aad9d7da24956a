/** The number of a place is computed here in the browser, by the very rule the draw used. */
export { positionOf } from '../../lambdas/waiting-room/draw.ts';
