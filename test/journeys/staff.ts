import * as oauth from 'oauth4webapi';
import { api } from '../../contracts/api.ts';
import type { DoorDevices, Pairing } from '../../contracts/pairing.ts';
import { staffPage } from '../../contracts/sign-in.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import type { StaffRole } from '../../contracts/staff.ts';
import { persons } from '../../stand-ins/sign-in/persons.ts';
import { ask } from './fan.ts';

/* People of the house, signed in through the issuer as their browsers are: with authorization code and PKCE. */

const here = { [oauth.allowInsecureRequests]: true };
const state = 'of-a-journey';

/** The headers of somebody with this role. */
export async function signedInAs(site: string, role: StaffRole): Promise<{ readonly authorization: string }> {
  const person = persons.find((one) => one.role === role);
  const { signIn } = (await ask<SiteConfig>(`${site}/config.json`)).body;
  if (!person || !signIn) throw new Error(`Nobody can sign in as ${role}`);
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
  const back = await throughTheIssuer(question, person.subject);
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
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, given);
  return { authorization: `Bearer ${access_token}` };
}

/** Chooses the person on the issuer's page, with its cookies. @returns the address that leads back to the site. */
async function throughTheIssuer(question: URL, subject: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const follow = async (url: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return new URL(answer.headers.get('location') ?? '', url).href;
  };
  const choice = await follow(question.href);
  const chosen = await follow(choice, { method: 'POST', body: new URLSearchParams({ subject }) });
  return new URL(await follow(chosen));
}

/** The headers of a device that took the code of a supervisor, who asks with these. */
export async function pairedWith(
  site: string,
  performance: string,
  supervisor: { readonly authorization: string },
): Promise<{ readonly authorization: string }> {
  const json = { 'content-type': 'application/json' };
  const post = async <Body>(path: string, headers: Readonly<Record<string, string>>, body: object) =>
    (
      await ask<Body>(`${site}${path}`, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify(body),
      })
    ).body;
  const devices = api('POST staff/door/{performance}/devices', { performance }).url;
  const { offer } = await post<DoorDevices>(devices, supervisor, { act: 'offer' });
  const taken = { code: offer?.code, device: 'the-phone-of-a-journey', name: 'A journey' };
  const { right } = await post<Pairing>(api('POST pairings/{performance}', { performance }).url, {}, taken);
  return { authorization: `Bearer ${right}` };
}
