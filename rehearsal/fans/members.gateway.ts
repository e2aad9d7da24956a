import { readRoster, readWorld } from '../../examples/read-world.ts';
import type { RosterMember } from '../../examples/roster.ts';

/** The members that a world lets into an on-sale, which may be loaded under a suffix (`friends-spring`); none if it is open to all. */
export async function membersOf(worldName: string, onSale: string): Promise<readonly RosterMember[]> {
  const found = await readWorld(worldName);
  const draft = found.world.onSales.find(({ id }) => onSale === id || onSale.startsWith(`${id}-`));
  const roster = found.world.rosters?.[draft?.roster ?? ''];
  return roster ? await readRoster(found, roster) : [];
}
