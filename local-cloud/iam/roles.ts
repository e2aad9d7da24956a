/** To IAM, a function or a schedule is a session of its role, if the role trusts the service to take it. */
import type { Cloud } from '../kind.ts';
import type { Properties } from '../properties.ts';
import type { Caller } from './judge.ts';

/** Refuses a role that the service may not take. Of a role that no template makes nothing is known. */
export const sessionOf = (
  cloud: Cloud,
  properties: Properties,
  { role, service, session }: { readonly role: string; readonly service: string; readonly session: string },
): Caller => {
  const { book, gate } = cloud.iam;
  const ask = { action: 'sts:AssumeRole', resource: role };
  if (book.resources.has(role) && !gate.may({ is: 'service', name: service }, ask)) {
    properties.refuse(`${service} may not take the role ${role}`);
  }
  return { is: 'role', arn: role, session };
};
