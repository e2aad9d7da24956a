import type { TokenClaims } from '../../lambdas/foundation/route.ts';
import type { Userinfo } from '../../lambdas/staff/people/userinfo.ts';
import { toldIn } from '../../lambdas/staff/people/userinfo.ts';

/*
 * Access tokens as a stage has them. They look like an issuer's and nobody signed them: what checks them here believes
 * them all. The local cloud's authorizer checks real ones (local-cloud/http-api/jwt-authorizer.ts).
 */

export interface StagePerson {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

/** @param until Milliseconds since the epoch. */
export function stageToken({ subject, email, name }: StagePerson, until: number): string {
  const claims = { sub: subject, email, email_verified: true, name, exp: Math.floor(until / 1000) };
  return ['{}', JSON.stringify(claims), 'unsigned'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

/** As the API's authorizer hands them over: each as a text. */
export function claimsIn(authorization: string | undefined, now: number): TokenClaims | undefined {
  const said = saidIn(/^Bearer +(\S+)$/.exec(authorization ?? '')?.[1] ?? '');
  if (said === undefined || now >= Number(said.exp) * 1000) return undefined;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, `${value}`]));
}

/** The issuer knows whom it gave a token to. */
export const stageUserinfo: Userinfo = { of: async (token, subject) => toldIn(saidIn(token) ?? null, subject) };

function saidIn(token: string): Readonly<Record<string, unknown>> | undefined {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1];
  return payload === undefined ? undefined : JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
