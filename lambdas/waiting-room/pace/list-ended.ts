import type { EndedPasses } from '../../../contracts/pass.ts';
import { published } from '../../../contracts/paths.ts';
import { type Publisher, publishEnded } from '../line/published-lines.ts';
import { afterEndMs, type Shoppers } from '../line/shoppers-store.ts';

/**
 * The list of ended passes. All handlers that begin something new read it, so the slot of a pass is free only once the
 * list has named it for a while. The list itself says since when: whatever became of another pacemaker's writes, this
 * tick reads what stands there now. A name that an older list wrote over is listed anew, and its slot waits once more.
 *
 * Devices that were ended stand in the same list. They hold no slot: the pass goes on at the fan's other devices.
 */
export interface ListDeps {
  readonly files: Publisher & { read<File>(path: string): Promise<File | undefined> };
}

/** Lists what has ended, and counts as in use what was not listed for long enough. */
export async function listEnded(deps: ListDeps, onSale: string, shoppers: Shoppers, now: number): Promise<Shoppers> {
  const { endedDevices } = shoppers;
  if (shoppers.ended.size === 0 && endedDevices.size === 0) return shoppers;
  const list = await deps.files.read<EndedPasses>(published.ended(onSale));
  const devices = [...endedDevices].sort();
  const next = { ...nextList(onSale, list, [...shoppers.ended.keys()], now), ...(devices.length > 0 && { devices }) };
  if (JSON.stringify(next) !== JSON.stringify(list)) await publishEnded(deps.files, next);
  return withUnlisted(shoppers, list, now);
}

/** Those that are listed stay as they are listed, those whose time is over go, the others are listed from now on. */
export function nextList(
  onSale: string,
  list: EndedPasses | undefined,
  names: readonly string[],
  now: number,
): EndedPasses {
  const wanted = new Set(names);
  const kept = (list?.ended ?? [])
    .map(({ listedAt, passes }) => ({ listedAt, passes: passes.filter((name) => wanted.delete(name)) }))
    .filter(({ passes }) => passes.length > 0);
  const fresh = [...wanted].sort();
  return { v: 1, onSale, ended: fresh.length > 0 ? [...kept, { listedAt: now, passes: fresh }] : kept };
}

/** Of what stands in the list now, not of what was just written: the next tick sees whether it was. */
export function withUnlisted(shoppers: Shoppers, list: EndedPasses | undefined, now: number): Shoppers {
  const settled = new Set(
    (list?.ended ?? []).filter(({ listedAt }) => now >= listedAt + afterEndMs).flatMap(({ passes }) => passes),
  );
  const unsettled = [...shoppers.ended.keys()].filter((name) => !settled.has(name));
  return { ...shoppers, inUse: new Set([...shoppers.inUse, ...unsettled]) };
}
