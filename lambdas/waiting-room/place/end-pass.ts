import type { ShoppersStore } from '../line/shoppers-store.ts';
import type { FanRecord, FanStore } from './fan-store.ts';

/**
 * Ends a pass before its time: its fan gave it back, or the staff took it away. The fan's record is written first and
 * the count second, so that a pass that still works is always counted. Both writes can be repeated, and say the same
 * moment, so a retry finishes what a crash left. The pacemaker lists the pass as ended within a second or two, and its
 * slot counts as free half a minute later.
 */
export interface EndPassDeps {
  readonly fans: Pick<FanStore, 'endPass'>;
  readonly shoppers: Pick<ShoppersStore, 'end'>;
}

/** False if there is none whose time is not over. */
export async function endPass(
  deps: EndPassDeps,
  { pin: { onSale, fan }, pass }: Pick<FanRecord, 'pin' | 'pass'>,
  now: number,
): Promise<boolean> {
  if (!pass || pass.expiresAt <= now) return false;
  // As it stands now: another device may have extended it a moment ago, and it is counted by its end.
  const ended = (await deps.fans.endPass(onSale, fan, pass.number, now)) ?? { endedAt: now, ...pass };
  await deps.shoppers.end(onSale, ended);
  return true;
}
