import * as oauth from 'oauth4webapi';
import type { SignInOnPages } from '../../contracts/site-config.ts';
import { type Issuer, type KeptSignIn, type NoTokens, noTokens, type SignInTrouble, type Tokens } from './issuer.ts';

/**
 * An issuer over the network. The library knows what must be checked of its answers, and in which order.
 *
 * @param skewMs What the theatre's clock is ahead of this device's.
 */
export function issuerAt({ issuer, clientId, scope, signOut }: SignInOnPages, skewMs: () => number): Issuer {
  const at = new URL(issuer);
  // The stand-in on this machine has no certificate. Anywhere else plain HTTP is refused.
  const isHere = at.protocol === 'http:' && at.hostname === '127.0.0.1';
  const options = () => ({
    [oauth.allowInsecureRequests]: isHere,
    [oauth.customFetch]: heard,
    signal: () => AbortSignal.timeout(patienceMs),
  });
  const client = (): oauth.Client => ({
    client_id: clientId,
    token_endpoint_auth_method: 'none',
    [oauth.clockSkew]: Math.round(skewMs() / 1000),
  });
  let known: Promise<oauth.AuthorizationServer> | undefined;
  const server = () => {
    known ??= oauth
      .discoveryRequest(at, { algorithm: 'oidc', ...options() })
      .then((answer) => oauth.processDiscoveryResponse(at, answer))
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return known;
  };

  return {
    begin: (redirect) =>
      orTrouble(async () => {
        const kept: KeptSignIn = {
          state: oauth.generateRandomState(),
          nonce: oauth.generateRandomNonce(),
          verifier: oauth.generateRandomCodeVerifier(),
          redirect,
        };
        const { authorization_endpoint: endpoint } = await server();
        if (endpoint === undefined) return noTokens('away');
        const address = new URL(endpoint);
        const asked = {
          client_id: clientId,
          redirect_uri: redirect,
          response_type: 'code',
          scope,
          state: kept.state,
          nonce: kept.nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
        };
        for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
        return { ok: true, address: address.href, kept } as const;
      }),

    finish: (returned, { state, nonce, verifier, redirect }) =>
      orTrouble(async () => {
        const issuing = await server();
        const checked = oauth.validateAuthResponse(issuing, client(), returned, state);
        const answer = await oauth.authorizationCodeGrantRequest(
          issuing,
          client(),
          oauth.None(),
          checked,
          redirect,
          verifier,
          options(),
        );
        const expected = { expectedNonce: nonce, requireIdToken: true };
        return tokensIn(await oauth.processAuthorizationCodeResponse(issuing, client(), answer, expected));
      }),

    renew: (refresh) =>
      orTrouble(async () => {
        const issuing = await server();
        const answer = await oauth.refreshTokenGrantRequest(issuing, client(), oauth.None(), refresh, options());
        return { refresh, ...tokensIn(await oauth.processRefreshTokenResponse(issuing, client(), answer)) };
      }),

    async revoke(refresh) {
      const issuing = await server();
      if (issuing.revocation_endpoint === undefined) return;
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(issuing, client(), oauth.None(), refresh, options()),
      );
    },

    async leave(redirect, idToken) {
      const endpoint = signOut ?? (await server()).end_session_endpoint;
      if (endpoint === undefined) return undefined;
      const address = new URL(endpoint);
      address.searchParams.set('client_id', clientId);
      address.searchParams.set(signOut === undefined ? 'post_logout_redirect_uri' : 'logout_uri', redirect);
      if (idToken !== undefined) address.searchParams.set('id_token_hint', idToken);
      return address.href;
    },
  };
}

/** A network that is down, or an answer that did not come in time. */
class NotHeard extends Error {}

const heard = (url: string, init: object): Promise<Response> =>
  fetch(url, init).catch((cause: unknown) => {
    throw new NotHeard(`No answer from ${url}`, { cause });
  });

const patienceMs = 8000;
/** If an issuer does not say how long: shorter than any gives. */
const usualSeconds = 300;

function tokensIn({ access_token, refresh_token, id_token, expires_in }: oauth.TokenEndpointResponse): Tokens {
  return {
    ok: true,
    access: access_token,
    ...(refresh_token !== undefined && { refresh: refresh_token }),
    ...(id_token !== undefined && { id: id_token }),
    lastsMs: (expires_in ?? usualSeconds) * 1000,
  };
}

async function orTrouble<Done>(act: () => Promise<Done>): Promise<Done | NoTokens> {
  try {
    return await act();
  } catch (error) {
    const trouble = troubleIn(error);
    if (trouble === undefined) throw error;
    return noTokens(trouble);
  }
}

/** Undefined for a fault that is ours. */
function troubleIn(error: unknown): SignInTrouble | undefined {
  if (error instanceof oauth.AuthorizationResponseError) return 'refused';
  if (error instanceof oauth.ResponseBodyError) return error.error === 'invalid_grant' ? 'over' : 'refused';
  if (error instanceof oauth.WWWAuthenticateChallengeError) return 'refused';
  if (error instanceof oauth.OperationProcessingError) {
    if (error.code === oauth.JWT_TIMESTAMP_CHECK) return 'clock';
    return error.code === oauth.RESPONSE_IS_NOT_CONFORM || error.code === oauth.RESPONSE_IS_NOT_JSON
      ? 'away'
      : 'mismatch';
  }
  if (error instanceof NotHeard) return 'away';
  return undefined;
}
