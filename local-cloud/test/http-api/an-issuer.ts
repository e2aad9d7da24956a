/** An issuer of tokens for tests, over HTTP: its discovery document, its keys, and tokens by any of them. */
import { KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { close, listen } from '../../http/listener.ts';

export const at = Date.UTC(2026, 10, 28, 9, 0, 0);
export const atSeconds = at / 1000;

export type Claims = { readonly [Name in keyof JWTPayload]: JWTPayload[Name] | undefined };

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface AnIssuer {
  readonly url: string;
  /** Paths that it was asked for. */
  readonly asked: string[];
  /** A token that the authorizer of these tests lets in, but for what is said otherwise. */
  readonly token: (claims?: Claims, header?: { readonly kid?: string | undefined }) => Promise<string>;
  /** A token with this header, whatever it is, and a good signature of the issuer. */
  readonly signed: (header: object) => string;
  /** From now on it signs with a new key, of that id. */
  readonly takeNewKey: (kid: string) => Promise<void>;
  readonly publicKey: () => CryptoKey;
  /** Answers are errors from now on, or no longer. */
  readonly fail: (fails: boolean) => void;
  readonly stop: () => Promise<void>;
}

export const anIssuer = async (): Promise<AnIssuer> => {
  const asked: string[] = [];
  let fails = false;
  let kid = 'one';
  let pair = await generateKeyPair('RS256', { extractable: true });
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (fails) return void response.writeHead(500).end();
    void answerTo(request.url ?? '').then((body) => response.end(JSON.stringify(body)));
  });
  const port = await listen(server, 0);
  const url = `http://127.0.0.1:${port}/pool_1`;
  const answerTo = async (path: string): Promise<object> =>
    path.endsWith('/keys')
      ? { keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' }] }
      : { issuer: url, jwks_uri: `${url}/keys` };
  const good = {
    iss: url,
    client_id: 'page',
    scope: 'openid house/staff',
    sub: 'ada',
    iat: atSeconds - 60,
    exp: atSeconds + 60,
  };
  return {
    url,
    asked,
    signed: (header) => {
      const text = `${base64url(header)}.${base64url(good)}`;
      return `${text}.${sign('sha256', Buffer.from(text), KeyObject.from(pair.privateKey)).toString('base64url')}`;
    },
    token: (claims = {}, header = {}) =>
      new SignJWT({ ...good, ...claims } as JWTPayload)
        .setProtectedHeader({ alg: 'RS256', kid, ...header } as { alg: string })
        .sign(pair.privateKey),
    takeNewKey: async (id) => {
      kid = id;
      pair = await generateKeyPair('RS256', { extractable: true });
    },
    publicKey: () => pair.publicKey,
    fail: (does) => {
      fails = does;
    },
    stop: () => close(server, 0),
  };
};
