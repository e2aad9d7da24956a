/**
 * The public keys of an OpenID Connect issuer, as API Gateway fetches them: its discovery document says where they are,
 * and they are kept for two hours. A key that is not among them makes it look again, but not more often than every
 * `leastBetween`: tokens with made-up key ids cannot make it ask and ask.
 */
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

const keptMs = 2 * 3_600_000;
const patienceMs = 5_000;
/** An issuer that is away is not asked for each request. */
const afterFailureMs = 1_000;

/** Milliseconds between two looks for a key that was not there. */
export const leastBetweenMs = 30_000;

/** The issuer did not answer, or not as one. API Gateway refuses the request then: it has no keys to judge by. */
export class IssuerAway extends Error {}

const keysAddressOf = async (issuer: string): Promise<URL> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
  if (answer.status !== 200) throw new IssuerAway(`${url} answered ${answer.status}`);
  const { jwks_uri: keys } = (await answer.json()) as { readonly jwks_uri?: unknown };
  if (typeof keys !== 'string') throw new IssuerAway(`${url} names no jwks_uri`);
  return new URL(keys);
};

/** @param now milliseconds since 1970. */
export const issuerKeys = (issuer: string, now: () => number): JWTVerifyGetKey => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let failedAt: number | undefined;
  const discovered = (): Promise<JWTVerifyGetKey> => {
    if (failedAt !== undefined && now() - failedAt >= afterFailureMs) {
      failedAt = undefined;
      keys = undefined;
    }
    keys ??= keysAddressOf(issuer).then(keysAt, (cause: unknown) => {
      failedAt = now();
      throw cause instanceof IssuerAway ? cause : new IssuerAway(`${issuer} does not answer`, { cause });
    });
    return keys;
  };
  return async (header, token) => (await discovered())(header, token);
};

const keysAt = (address: URL): JWTVerifyGetKey =>
  createRemoteJWKSet(address, {
    cacheMaxAge: keptMs,
    cooldownDuration: leastBetweenMs,
    timeoutDuration: patienceMs,
  });
