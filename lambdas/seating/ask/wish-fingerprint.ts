import { createHash } from 'node:crypto';
import type { HoldRequest } from '../../../contracts/house.ts';

/**
 * What a request asks for, as 16 characters: equal for equal wishes. The order of named seats says nothing; that of
 * price bands does.
 */
export function fingerprintOfWish(wish: HoldRequest): string {
  const canonical = 'best' in wish ? Object.entries(wish.best).sort(byName) : [...wish.seats].sort();
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url').slice(0, 16);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
