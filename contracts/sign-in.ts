import { z } from 'zod';
import { staffGrant, staffPermissions } from './staff.ts';

/*
 * People of the house sign in with an OpenID Connect issuer. Its access token goes along as
 * `authorization: Bearer <token>`, and the API checks it before any handler runs.
 */

/** The page of the staff. An issuer sends everybody back to it, so its address is known there. */
export const staffPage = '/staff';

/** The name of the site for those who work in it. The failover switch does not turn it: they can turn it back. */
export const staffName = (domainName: string): string => `staff.${domainName}`;

/** The name of the scope that an access token must have, within the resource server of the user pool. */
export const staffScope = 'staff';
/** The identifier of that resource server. */
export const resourceServer = 'stampede';

/** Answer to `show-me`. */
export const signedIn = z
  .object({
    subject: z.string().describe('Names the person for ever, at their issuer.'),
    name: z.string().exactOptional(),
    email: z.string().exactOptional().describe('Only if the issuer verified it.'),
    grants: z.array(staffGrant).readonly().describe('Empty for who has no role here.'),
    permissions: z.array(z.enum(staffPermissions)).readonly().describe('All that the grants allow, somewhere.'),
    until: z.number().int().describe('Milliseconds since the epoch: the token is good before, not at or after.'),
  })
  .readonly();
export type SignedIn = z.infer<typeof signedIn>;
