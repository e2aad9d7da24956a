import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import { personOf } from './persons.ts';
import { personsPage, policyFor, sorryPage, style, stylePath } from './persons-page.ts';
import {
  claimsOf,
  type ProviderKeys,
  personsPath,
  providerOf,
  type SignInClient,
  sessionCookie,
  userinfoPath,
} from './provider.ts';

/*
 * A stand-in for the sign-in of the house, on this machine. It is an OpenID provider with one page, on which anybody signs
 * in as whom they choose:
 *
 *     site ──▶ /auth ──▶ /persons/<question> ──a person is chosen──▶ /auth/<question> ──▶ site, with a code
 *                                        /token  /userinfo  /token/revocation  /logout (as Cognito has it)
 */

export interface FakeSignInOptions {
  /** 0, any free one, if left out. */
  readonly port?: number;
  /** Keeps its keys, so that tokens are believed after a restart. In memory if left out. */
  readonly file?: string;
}

export interface FakeSignIn {
  /** The issuer: its address, without a slash at the end. */
  readonly url: string;
  /** From now on people sign in to this program, and to no other. */
  serve(client: SignInClient): void;
  stop(): Promise<void>;
}

export async function startFakeSignIn({ port = 0, file }: FakeSignInOptions = {}): Promise<FakeSignIn> {
  const keys = await keysIn(file);
  let served: { readonly client: SignInClient; readonly provider: Provider } | undefined;

  const server = createServer((request, response) => {
    void answer(request, response).catch((fault: unknown) => {
      console.error(fault);
      response.destroy();
    });
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publicKeys = createLocalJWKSet(publicOf(keys));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === stylePath) return void response.writeHead(200, { 'content-type': 'text/css' }).end(style);
    if (!served) return void response.writeHead(503, { 'retry-after': '1' }).end('Nobody can sign in yet.\n');
    const { client, provider } = served;
    if (pathname.startsWith(`${personsPath}/`)) return choose(request, response, provider, client);
    if (pathname === userinfoPath && request.method === 'GET') return tell(request, response);
    if (pathname === '/logout') return signOut(response, client, searchParams);
    await provider.callback()(request, response);
  }

  /** Shows the persons, and hears who was chosen. */
  async function choose(
    request: IncomingMessage,
    response: ServerResponse,
    provider: Provider,
    { callbacks }: SignInClient,
  ): Promise<void> {
    const headers = pageHeaders(callbacks.map((callback) => new URL(callback).origin));
    const question = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!question) {
      return void response.writeHead(400, headers).end(sorryPage('Go back to the site, and sign in from there.'));
    }
    const subject = request.method === 'POST' ? new URLSearchParams(await text(request)).get('subject') : null;
    const person = personOf(subject ?? undefined);
    if (!person) return void response.writeHead(200, headers).end(personsPage(`${personsPath}/${question.uid}`));
    await provider.interactionFinished(request, response, { login: { accountId: person.subject, amr: ['pretend'] } });
  }

  /** Who the person of an access token is. */
  async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const read = await jwtVerify(token, publicKeys, { issuer: url, algorithms: ['RS256'] }).catch(() => undefined);
    const claims = claimsOf(read?.payload.sub);
    if (!claims) return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(claims));
  }

  return {
    url,
    serve: (client) => {
      served = { client, provider: providerOf(url, client, keys) };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Cognito's way: back to an address that the client named beforehand, or nowhere. */
function signOut(response: ServerResponse, { id, signOuts }: SignInClient, asked: URLSearchParams): void {
  const to = asked.get('logout_uri') ?? '';
  const headers = pageHeaders([]);
  if (asked.get('client_id') !== id || !signOuts.includes(to)) {
    return void response.writeHead(400, headers).end(sorryPage('The site did not say where to go from here.'));
  }
  const ended = [sessionCookie, `${sessionCookie}.sig`].map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly`);
  response.writeHead(302, { location: to, 'set-cookie': ended, 'cache-control': 'no-store' }).end();
}

const pageHeaders = (sites: readonly string[]) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policyFor(sites),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** Of an earlier start, or new ones. */
async function keysIn(file: string | undefined): Promise<ProviderKeys> {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ProviderKeys;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const keys: ProviderKeys = {
    jwks: [{ ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }],
    cookies: [randomBytes(32).toString('base64url')],
  };
  if (file !== undefined) writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

const publicOf = ({ jwks }: ProviderKeys): JSONWebKeySet => ({
  keys: jwks.map(
    ({ kty = '', n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg }) as JSONWebKeySet['keys'][number],
  ),
});
