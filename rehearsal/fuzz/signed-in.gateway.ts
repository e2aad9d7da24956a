import * as oauth from 'oauth4webapi';
import { staffPage } from '../../contracts/sign-in.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import type { StaffRole } from '../../contracts/staff.ts';

/* Somebody of the house, signed in through the stand-in's issuer as their browser is: with authorization code and PKCE. */

const here = { [oauth.allowInsecureRequests]: true };
const state = 'by-a-program';

/** @returns an access token of whoever has this role at the stand-in of a local cloud. */
export async function signedInAs(site: string, role: StaffRole): Promise<string> {
  const { signIn } = (await (await fetch(`${site}/config.json`)).json()) as SiteConfig;
  if (!signIn) throw new Error(`Nobody can sign in at ${site}`);
  const at = new URL(signIn.issuer);
  const server = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, here));
  const client = { client_id: signIn.clientId, token_endpoint_auth_method: 'none' } as const;
  const verifier = oauth.generateRandomCodeVerifier();
  const redirect = `${site}${staffPage}`;
  const question = new URL(server.authorization_endpoint ?? '');
  for (const [name, value] of Object.entries({
    client_id: signIn.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: signIn.scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }))
    question.searchParams.set(name, value);
  const back = await throughTheIssuer(question, role);
  const answered = oauth.validateAuthResponse(server, client, back, state);
  const given = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answered,
    redirect,
    verifier,
    here,
  );
  return (await oauth.processAuthorizationCodeResponse(server, client, given)).access_token;
}

/** Chooses the person on the issuer's page, with its cookies. @returns the address that leads back to the site. */
async function throughTheIssuer(question: URL, role: StaffRole): Promise<URL> {
  const cookies = new Map<string, string>();
  const follow = async (
    url: string,
    init: RequestInit = {},
  ): Promise<{ readonly to: string; readonly page: string }> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return { to: new URL(answer.headers.get('location') ?? '', url).href, page: await answer.text() };
  };
  const choice = await follow(question.href);
  const { page } = await follow(choice.to);
  const person = [...page.matchAll(/value="([^"]+)">.*?class="role">([^<]+)</g)].find(([, , own]) => own === role);
  if (!person) throw new Error(`Nobody can sign in as ${role}`);
  const chosen = await follow(choice.to, { method: 'POST', body: new URLSearchParams({ subject: person[1] ?? '' }) });
  return new URL((await follow(chosen.to)).to);
}
