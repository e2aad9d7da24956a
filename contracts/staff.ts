import { z } from 'zod';
import { instant, opaqueId, slug } from './ids.ts';
import { lineText } from './seen.ts';

/*
 * The people of the house, and what each was granted: a person, a role, what it is for, and until when. What a role may
 * do stands in rules/permissions.ts and nowhere else.
 */

export const staffRoles = [
  'owner',
  'programmer',
  'marketing',
  'box-office',
  'box-office-supervisor',
  'steward',
  'ops',
  'partner',
  'auditor',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What staff may do. Each route of staff needs one of them: contracts/handlers.ts. */
export const staffPermissions = [
  'read-orders',
  'see-buyers',
  'change-orders',
  'export-consents',
  'keep-personal-data',
  'pair-devices',
  'grant-roles',
  'read-audit',
  'see-readings',
  'find-fans',
  'help-fans',
  'sell-levers',
  'keep-plan',
  'lift-freeze',
  'say-go',
  'turn-dials',
  'turn-switch',
  'message-fans',
  'judge-places',
  'write-notes',
] as const;
export type StaffPermission = (typeof staffPermissions)[number];

/** A grant is for all that lies in its scope, and for nothing else. */
export const grantScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('everything') }),
  z.strictObject({ of: z.literal('show'), id: slug }),
  z.strictObject({ of: z.literal('on-sale'), id: slug }),
  z.strictObject({ of: z.literal('performance'), id: slug }),
  z.strictObject({ of: z.literal('allocation'), id: slug }),
]);
export type GrantScope = z.infer<typeof grantScope>;

const role = z.enum(staffRoles);

/** A grant as it stands. */
export const staffGrant = z
  .object({
    id: opaqueId,
    role,
    scope: grantScope,
    until: instant
      .exactOptional()
      .describe('Milliseconds since the epoch: good before, not at or after. For good if left out.'),
    grantedAt: instant,
    grantedBy: z
      .string()
      .describe('The e-mail address of who granted it; `settings` for an owner whom the stage names.'),
  })
  .readonly();
export type StaffGrant = z.infer<typeof staffGrant>;

/** Small letters: addresses are compared as people mean them. */
export const staffEmail = z
  .email('type an e-mail address such as ada@example.org')
  .max(254)
  .transform((text) => text.toLowerCase());

/** A person, known by the address that the issuer verified. */
export const staffPerson = z
  .object({
    email: z.string(),
    name: z.string().exactOptional().describe('As the issuer had it at the first sign-in.'),
    hasSignedIn: z.boolean(),
    grants: z.array(staffGrant).readonly(),
  })
  .readonly();
export type StaffPerson = z.infer<typeof staffPerson>;

/** Answer to `list-people` and `change-people`. */
export const staffPeople = z.object({ people: z.array(staffPerson).readonly() }).readonly();
export type StaffPeople = z.infer<typeof staffPeople>;

/** Body of `change-people`. Done twice, each is done once. */
export const staffPeopleAct = z.discriminatedUnion('act', [
  z
    .strictObject({
      act: z.literal('grant'),
      email: staffEmail,
      role,
      scope: grantScope,
      until: instant.exactOptional(),
    })
    .describe('Invites who is not known yet.'),
  z.strictObject({ act: z.literal('revoke'), email: staffEmail, grant: opaqueId }).describe('Takes one grant away.'),
  z
    .strictObject({ act: z.literal('remove'), email: staffEmail })
    .describe('Takes all grants away, and forgets which sign-in the person had.'),
]);
export type StaffPeopleAct = z.infer<typeof staffPeopleAct>;

/** An act of somebody of the house, or a look. */
export const auditEntry = z
  .object({
    id: opaqueId,
    happenedAt: instant,
    person: z.string().describe('The e-mail address of who did it.'),
    act: z.string().describe('E.g. `read-order`, `grant`.'),
    on: z.string().describe('Whom or what it was about: an order by its reference, a person by the address.'),
    note: lineText().exactOptional().describe('The reason that was given, and what else belongs to it.'),
  })
  .readonly();
export type AuditEntry = z.infer<typeof auditEntry>;

/** Answer to `read-audit`: the newest first. */
export const auditPage = z
  .object({
    entries: z.array(auditEntry).readonly(),
    next: z.string().exactOptional().describe('Give it as `from` for the page after this one; left out on the last.'),
  })
  .readonly();
export type AuditPage = z.infer<typeof auditPage>;
