import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { resourceServer, staffScope } from '../../contracts/sign-in.ts';
import { personOf } from './persons.ts';

/*
 * The OpenID provider of the stand-in: authorization code with PKCE for public clients, access tokens as Cognito makes
 * them, refresh tokens that serve once. Nobody is asked for a password or for consent.
 */

/** A program that people sign in to. */
export interface SignInClient {
  readonly id: string;
  readonly callbacks: readonly string[];
  /** Where people may be sent after they signed out. */
  readonly signOuts: readonly string[];
  readonly accessMs: number;
  readonly refreshMs: number;
}

export interface ProviderKeys {
  /** Private ones, with their ids. */
  readonly jwks: readonly JWK[];
  /** They sign cookies. */
  readonly cookies: readonly string[];
}

export const sessionCookie = 'stand-in-session';
export const personsPath = '/persons';
/** The stand-in answers there itself: the library tells nobody by an access token that is for an API. */
export const userinfoPath = '/userinfo';

const api = `urn:${resourceServer}:api`;
const apiScope = `${resourceServer}/${staffScope}`;
const hourSeconds = 3600;

export function providerOf(issuer: string, client: SignInClient, keys: ProviderKeys): Provider {
  const accessSeconds = Math.round(client.accessMs / 1000);
  const refreshSeconds = Math.round(client.refreshMs / 1000);
  const provider = new Provider(issuer, {
    // Who is signed in is forgotten with the process; the keys are not.
    adapter: createMemoryAdapter(),
    clients: [
      {
        client_id: client.id,
        redirect_uris: [...client.callbacks],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    jwks: { keys: [...keys.jwks] },
    cookies: {
      keys: [...keys.cookies],
      names: { session: sessionCookie, interaction: 'stand-in-question', resume: 'stand-in-resume' },
    },
    responseTypes: ['code'],
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: async (_ctx: unknown, subject: string) => {
      const person = personOf(subject);
      return person && { accountId: subject, claims: async () => claimsOf(subject) };
    },
    interactions: { url: (_ctx: unknown, { uid }: { readonly uid: string }) => `${personsPath}/${uid}` },
    issueRefreshToken: async () => true,
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid email profile');
      grant.addResourceScope(api, apiScope);
      await grant.save();
      return grant;
    },
    formats: {
      // A pool's access token says what it is. Its audience is the client here, since the library lets none go without.
      customizers: {
        jwt: (_ctx: unknown, _token: unknown, { payload }: { readonly payload: Record<string, unknown> }) => {
          Object.assign(payload, { token_use: 'access', username: payload.sub });
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: apiScope,
          audience: client.id,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx: unknown, by: { readonly clientId: string }, token: { readonly clientId: string }) =>
          token.clientId === by.clientId,
      },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: true },
    },
    routes: { userinfo: userinfoPath },
    ttl: {
      AccessToken: accessSeconds,
      RefreshToken: refreshSeconds,
      Grant: refreshSeconds,
      Session: 12 * hourSeconds,
      IdToken: hourSeconds,
      Interaction: hourSeconds,
      AuthorizationCode: 60,
    },
    renderError: (ctx: { type: string; body: string }, { error, error_description: why }: OidcError) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `The stand-in for sign-in says: ${error}${why === undefined ? '' : `: ${why}`}\n`;
    },
  });
  provider.on('server_error', (_ctx, error) => console.error(error));
  return provider;
}

interface GrantContext {
  readonly oidc: {
    readonly provider: Provider;
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
  };
}

interface OidcError {
  readonly error: string;
  readonly error_description?: string;
}

/** As an issuer tells of a person; undefined if it knows nobody of that name. */
export function claimsOf(subject: string | undefined) {
  const person = personOf(subject);
  return person && { sub: person.subject, name: person.name, email: person.email, email_verified: true };
}
