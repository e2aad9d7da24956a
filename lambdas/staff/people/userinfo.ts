/** Asks the issuer who somebody is. An access token need not say it, and what it says may be of yesterday. */
export interface Userinfo {
  /** @param token An access token that was checked. @param subject Of the token. */
  readonly of: (token: string, subject: string) => Promise<PersonTold>;
}

export type PersonTold =
  | { readonly ok: true; readonly name?: string; readonly email?: string }
  /** `over`: the issuer knows the token no more. `away`: it does not answer, or not as one. */
  | { readonly ok: false; readonly why: 'over' | 'away' };

/**
 * What an answer of a userinfo endpoint tells of a person. An answer about somebody else tells nothing (OpenID Connect
 * Core, 5.3.2). An address that nobody verified is not told: anybody may have typed it. Some issuers spell truth as text.
 */
export function toldIn(answer: unknown, subject: string): PersonTold {
  if (typeof answer !== 'object' || answer === null) return { ok: false, why: 'away' };
  const claims = answer as Readonly<Record<string, unknown>>;
  if (claims.sub !== subject) return { ok: false, why: 'away' };
  const { name, email } = claims;
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  return {
    ok: true,
    ...(typeof name === 'string' && name.trim() !== '' && { name: name.trim() }),
    ...(typeof email === 'string' && isVerified && { email }),
  };
}
