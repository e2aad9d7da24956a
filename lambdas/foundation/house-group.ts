import type { HouseAsk } from '../../contracts/house.ts';

/** The message group of an ask: a performance name has no dot, so no two houses share one. */
export function houseGroup({ performance, share }: Pick<HouseAsk, 'performance' | 'share'>): string {
  return share ? `${performance}.${share}` : performance;
}
