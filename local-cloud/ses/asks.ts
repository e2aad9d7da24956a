/** The permission that sending a mail needs, and the refusal in SES's words. */
import type { Guard, PathCall, PathReply } from '../http/aws-apis.ts';
import { pathDenial } from '../http/denials.ts';
import { configurationSetOf, senderOf } from './mail-shape.ts';

/** The identity that the sender is of: a domain that is verified, or else the address. */
export const identityOf = (address: string, identities: readonly string[]): string => {
  const domain = address.split('@').at(-1)?.replace(/>$/, '').toLowerCase() ?? '';
  return identities.find((identity) => domain === identity || domain.endsWith(`.${identity}`)) ?? address;
};

/** @param setOf the configuration set that an identity has by itself. */
export const sesGuard = (
  account: string,
  identities: readonly string[],
  setOf: (identity: string) => string | undefined,
): Guard<PathCall, PathReply> => ({
  asks: ({ body, region }) => {
    const sender = senderOf(body);
    const identity = identityOf(sender, identities);
    const set = configurationSetOf(body) ?? setOf(identity);
    // SES asks for the right to the configuration set too, also where the message does not name it.
    return [`identity/${identity}`, ...(set === undefined ? [] : [`configuration-set/${set}`])].map((resource) => ({
      action: 'ses:SendEmail',
      context: { 'ses:fromaddress': sender },
      resource: `arn:aws:ses:${region ?? ''}:${account}:${resource}`,
    }));
  },
  refuse: (denied) =>
    denied.is === 'denied'
      ? pathDenial(
          denied,
          `User \`${denied.user}' is not authorized to perform \`${denied.action}' on resource \`${denied.resource}'`,
        )
      : pathDenial(denied),
});
