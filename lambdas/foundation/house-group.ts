import type { HouseAsk } from '../../contracts/house.ts';

/** The message group of an ask: a performance name has no dot, so no two houses share one. */
export function houseGroup({ performance, share }: Pick<HouseAsk, 'performance' | 'share'>): string {
  return share ? `${performance}.${share}` : performance;
}

/**
 * The queue drops a message of the same name for five minutes, also if the first one failed ten times meanwhile. So a
 * repeat that comes later than this bears another name. A request that is repeated within seconds is one message, which
 * bounds how many a fan can make of one ask.
 */
const attemptMs = 15_000;

/** The name of one attempt to ask, at most 128 characters. `now` in milliseconds since the epoch. */
export function attemptName({ ask, id }: Pick<HouseAsk, 'ask' | 'id'>, now: number): string {
  return `${ask}-${id}-${Math.floor(now / attemptMs)}`;
}
