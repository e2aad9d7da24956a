import { type PersonRole, personRole } from '../../../contracts/ledger.ts';
import type { StaffPermission } from '../../../contracts/staff.ts';
import type { ActPlace } from '../../../rules/permissions.ts';
import type { ActingMember } from './who-asks.ts';

/** The role in which somebody acts on a line, as its ledger names it; undefined if they may not. */
export const actingRole = (asker: ActingMember, permission: StaffPermission, onSale: string): PersonRole | undefined =>
  actingRoleAt(asker, permission, { onSale });

/** The same, of an act on a part of what the line sells. */
export function actingRoleAt(
  asker: ActingMember,
  permission: StaffPermission,
  place: ActPlace,
): PersonRole | undefined {
  const role = asker.roleFor(permission, place);
  if (role === undefined) return undefined;
  // Each role that the table of permissions lets act on a line has its word in the ledger: a test says which is missing.
  return personRole.parse(role);
}
