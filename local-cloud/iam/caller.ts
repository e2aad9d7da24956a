/**
 * The access key id of a signature says who signed the request. Signatures themselves are not checked, since nobody
 * but this machine can reach the local cloud; the session token of a function is.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from './judge.ts';
import type { PolicyBook } from './policy-book.ts';

/** The key of an operator, who is an administrator of the account. */
export const operatorCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export type FoundCaller = { readonly ok: true; readonly caller: Caller } | { readonly ok: false };

const accessKeyId = (headers: IncomingHttpHeaders, url: string): string | undefined => {
  const signed = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
  if (signed !== undefined) return signed;
  // A signed address has its signature in the query.
  const [, inQuery] = /[?&]X-Amz-Credential=([^&]+?)(?:%2F|\/)/i.exec(url) ?? [];
  return inQuery === undefined ? undefined : decodeURIComponent(inQuery);
};

const tokenOf = (headers: IncomingHttpHeaders, url: string): string | undefined => {
  const header = headers['x-amz-security-token'];
  if (header !== undefined) return String(header);
  const [, inQuery] = /[?&]X-Amz-Security-Token=([^&]+)/i.exec(url) ?? [];
  return inQuery === undefined ? undefined : decodeURIComponent(inQuery);
};

/** @returns not ok for a key that nobody here was given, or that comes without its token. */
export const callerOf = (keys: PolicyBook['keys'], headers: IncomingHttpHeaders, url = ''): FoundCaller => {
  const id = accessKeyId(headers, url);
  if (id === undefined) return { ok: true, caller: { is: 'anybody' } };
  if (id === operatorCredentials.accessKeyId) return { ok: true, caller: { is: 'operator' } };
  const key = keys.get(id);
  if (key === undefined || key.token !== tokenOf(headers, url)) return { ok: false };
  return { ok: true, caller: { is: 'role', arn: key.role, session: key.session } };
};
