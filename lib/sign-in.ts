import { createHash } from 'node:crypto';
import { z } from 'zod';
import { staffScope } from '../contracts/sign-in.ts';

/**
 * Where the people of the house sign in. Left out of a stage's file it is a user pool of the stage's own; a venue that
 * has an OpenID Connect issuer already names that one, and no pool is made.
 */

const httpsOrigin = z.url({ protocol: /^https$/, error: 'must be an address that begins with https://', abort: true });

export const signInSetting = z
  .strictObject({
    /** As its tokens name it, letter by letter; its discovery document is below it. */
    issuer: httpsOrigin.refine((url) => !/[?#]/.test(url), 'must be the issuer as its tokens name it, without a query'),
    /** Of the public client that was registered for the site: authorization code and PKCE, no secret. */
    clientId: z.string().min(1, 'must be the id of the client at the issuer'),
    /** What its access tokens are for, where that is not the client. */
    audience: z.string().min(1, 'must be the audience of access tokens, or be left out').optional(),
    /** The scope that an access token must have. */
    scope: z
      .string()
      .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be one scope, without a blank, or be left out')
      .default(staffScope),
    /** Other origins that its discovery document names, where they are not the issuer's. */
    alsoAt: z
      .array(httpsOrigin.refine((url) => url === new URL(url).origin, 'must be an origin, without a path'))
      .max(5, 'must name at most 5 origins')
      .default([]),
  })
  .optional();

export type SignInSetting = NonNullable<z.infer<typeof signInSetting>>;

/** Words that a domain of Cognito's may not have in it: see its "Assign a domain". */
const notInDomains = /aws|amazon|cognito/;
const longestLabel = 63;

/**
 * The first part of the name of a pool's pages. It is unique in a region, as the site's own name is in the world, so staff
 * recognise it. A name that Cognito does not take becomes a digest.
 */
export function domainPrefixOf(domainName: string): string {
  const readable = domainName.replaceAll('.', '-');
  if (readable.length <= longestLabel && !notInDomains.test(readable)) return readable;
  return `tickets-${createHash('sha256').update(domainName).digest('hex').slice(0, 16)}`;
}
