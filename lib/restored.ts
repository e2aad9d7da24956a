import { z } from 'zod';

/**
 * Tables that were restored to a moment of the past. DynamoDB restores into a table of another name, beside the one that
 * was damaged. The setting `restored` puts it in the place of the stack's own: docs/restore.md says how, and when not.
 */
export const tableRoles = ['lines', 'houses', 'orders', 'audit'] as const;
export type TableRole = (typeof tableRoles)[number];
export type RestoredTables = Readonly<Partial<Record<TableRole, string | undefined>>>;

/** The beginning of a restored table's name: a table of another role or stage cannot be adopted by mistake. */
export const restoredPrefix = (stage: string, role: TableRole): string => `Stampede-${stage}-restored-${role}-`;

const tableName = z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/, {
  error: 'must be the name of a table, not its ARN: letters, digits and _ . - only',
  // What is no name at all is not compared with what a name must be.
  abort: true,
});

export const restoredSetting = z
  .strictObject({
    lines: tableName.optional(),
    houses: tableName.optional(),
    orders: tableName.optional(),
    audit: tableName.optional(),
  })
  .default({});

/** What is wrong with them, by role: one sentence each. */
export function restoredFaults(
  stage: string,
  restored: RestoredTables,
): readonly { readonly role: TableRole; readonly says: string }[] {
  const named = tableRoles.flatMap((role) => {
    const prefix = restoredPrefix(stage, role);
    const name = restored[role];
    if (name === undefined || (name.startsWith(prefix) && name.length > prefix.length)) return [];
    const says = `must begin with ${prefix} and go on: restore into a table of such a name (docs/restore.md), or take it out`;
    return [{ role, says }];
  });
  // Orders say which seats are sold, and houses say to which order. Of two moments each would contradict the other.
  const [alone, other] =
    restored.houses === undefined ? (['orders', 'houses'] as const) : (['houses', 'orders'] as const);
  const apart = restored[alone] !== undefined && restored[other] === undefined;
  const says = `must be restored together with ${alone}, to the same moment: sold seats and orders name each other (docs/restore.md)`;
  return [...named, ...(apart ? [{ role: other, says }] : [])];
}
