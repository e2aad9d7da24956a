/**
 * The JWT authorizer of an HTTP API, by the steps that AWS documents
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html):
 *
 *     identity source ──▶ decode ──▶ signature, by the issuer's key of that id ──▶ iss, aud or client_id, exp, nbf, iat
 *           └──────────────┴────────────────────┴─────────────▶ 401          scopes of the route ──▶ 403 │ event
 *
 * It is stricter where AWS leaves room: RS256 alone, a token must say when it ends, and `Bearer` is spelt so.
 */
import { decodeProtectedHeader, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { HostRequest } from '../kind.ts';
import { claimTexts } from './claim-texts.ts';
import { IssuerAway } from './issuer-keys.ts';

export interface JwtRules {
  /** As tokens name it. */
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly source: IdentitySource;
}

export interface IdentitySource {
  readonly in: 'header' | 'query';
  /** Of a header in lower case. */
  readonly name: string;
}

/** What a function is told of the token, as `requestContext.authorizer`. */
export interface JwtContext {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
}

export type Authorized =
  | { readonly ok: true; readonly authorizer: JwtContext }
  | {
      readonly ok: false;
      readonly status: 401 | 403;
      /** The value of `www-authenticate`. */
      readonly challenge: string;
    };

/** All headers of a request have 10,240 bytes at API Gateway: nothing longer comes here. */
const longestToken = 10_240;
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

const unauthorized = (why?: string): Authorized => ({
  ok: false,
  status: 401,
  challenge: why === undefined ? 'Bearer' : `Bearer scope="" error="invalid_token" error_description="${why}"`,
});

const forbidden = (scopes: readonly string[]): Authorized => ({
  ok: false,
  status: 403,
  challenge: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope" error_description="the token has none of the scopes"`,
});

/** `$request.header.Authorization`, `$request.querystring.token`; undefined if it is neither. */
export const readIdentitySource = (text: string): IdentitySource | undefined => {
  const [, place, name = ''] = /^\$request\.(header|querystring)\.([\w-]+)$/.exec(text) ?? [];
  if (place === undefined) return undefined;
  return place === 'header' ? { in: 'header', name: name.toLowerCase() } : { in: 'query', name };
};

const tokenIn = (request: HostRequest, { in: place, name }: IdentitySource): string | undefined => {
  const sent = place === 'header' ? request.headers[name] : (new URLSearchParams(request.query).get(name) ?? undefined);
  return sent?.replace(/^Bearer +/, '');
};

const listOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? value.split(' ').filter((each) => each !== '') : [];
};

/** `client_id` counts only for a token that has no audience. */
const isForUs = ({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean => {
  const named = aud === undefined ? [client] : [aud].flat();
  return named.some((each) => typeof each === 'string' && audience.includes(each));
};

/** Of a token that was signed well. */
const wrongIn = (payload: JWTPayload, { audience }: JwtRules, nowSeconds: number): string | undefined => {
  if (!isForUs(payload, audience)) return 'the token is for another audience';
  if (payload.iat !== undefined && (typeof payload.iat !== 'number' || payload.iat > nowSeconds)) {
    return 'the token was issued in the future';
  }
  return undefined;
};

export class JwtAuthorizer {
  readonly #rules: JwtRules;
  readonly #keys: JWTVerifyGetKey;
  readonly #now: () => number;

  /** @param now milliseconds since 1970. */
  constructor(rules: JwtRules, keys: JWTVerifyGetKey, now: () => number) {
    this.#rules = rules;
    this.#keys = keys;
    this.#now = now;
  }

  /** @param scopes of the route; a token needs one of them, or none where there are none. */
  async judge(request: HostRequest, scopes: readonly string[]): Promise<Authorized> {
    const token = tokenIn(request, this.#rules.source);
    if (token === undefined || token === '') return unauthorized();
    if (token.length > longestToken || !tokenForm.test(token)) return unauthorized('the token is none');
    const read = await this.#read(token);
    if (!read.ok) return unauthorized(read.why);
    const had = new Set([...listOf(read.payload.scope), ...listOf(read.payload.scp)]);
    const fitting = scopes.filter((scope) => had.has(scope));
    if (scopes.length > 0 && fitting.length === 0) return forbidden(scopes);
    const jwt = { claims: claimTexts(read.payload), scopes: scopes.length > 0 ? fitting : null };
    return { ok: true, authorizer: { jwt } };
  }

  async #read(
    token: string,
  ): Promise<{ readonly ok: true; readonly payload: JWTPayload } | { readonly ok: false; readonly why: string }> {
    const at = this.#now();
    try {
      const { kid, crit } = decodeProtectedHeader(token);
      if (kid === undefined) return { ok: false, why: 'the token names no key' };
      // Nothing is known here that a token could demand to be understood.
      if (crit !== undefined) return { ok: false, why: 'the token cannot be read' };
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ['RS256'],
        issuer: this.#rules.issuer,
        requiredClaims: ['exp'],
        currentDate: new Date(at),
      });
      const why = wrongIn(payload, this.#rules, Math.floor(at / 1000));
      return why === undefined ? { ok: true, payload } : { ok: false, why };
    } catch (error) {
      const why = whyNot(error);
      if (why === undefined) throw error;
      return { ok: false, why };
    }
  }
}

/** Undefined for a fault that is ours. */
const whyNot = (error: unknown): string | undefined => {
  if (error instanceof IssuerAway) return 'OIDC discovery endpoint communication error';
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the claim ${error.claim} does not fit`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'no key of the issuer has this id';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not fit';
  if (isOfTheNetwork(error)) return 'JWKS communication error';
  // decodeProtectedHeader says so of a header that is no JSON.
  if (error instanceof errors.JOSEError || error instanceof TypeError) return 'the token cannot be read';
  return undefined;
};

/** The keys did not come in time, or not as keys. */
const isOfTheNetwork = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (error instanceof TypeError && error.message === 'fetch failed');
