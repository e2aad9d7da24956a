/** The permission that sending a mail needs, and the refusal in SES's words. */
import type { Guard, PathCall, PathReply } from '../http/aws-apis.ts';
import { pathDenial } from '../http/denials.ts';
import { senderOf } from './mail-shape.ts';

/** The identity that the sender is of: a domain that is verified, or else the address. */
const identityOf = (address: string, identities: readonly string[]): string => {
  const domain = address.split('@').at(-1)?.replace(/>$/, '').toLowerCase() ?? '';
  return identities.find((identity) => domain === identity || domain.endsWith(`.${identity}`)) ?? address;
};

export const sesGuard = (account: string, identities: readonly string[]): Guard<PathCall, PathReply> => ({
  asks: ({ body, region }) => {
    const identity = identityOf(senderOf(body), identities);
    return [{ action: 'ses:SendEmail', resource: `arn:aws:ses:${region ?? ''}:${account}:identity/${identity}` }];
  },
  refuse: (denied) =>
    denied.is === 'denied'
      ? pathDenial(
          denied,
          `User \`${denied.user}' is not authorized to perform \`${denied.action}' on resource \`${denied.resource}'`,
        )
      : pathDenial(denied),
});
