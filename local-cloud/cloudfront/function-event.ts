/**
 * The shapes that CloudFront Functions see. A request is taken apart into values by name. The function's result is
 * checked as CloudFront checks it, and put together again.
 */
import type { HostRequest, HostResponse } from '../kind.ts';
import { cookieParts, joinQuery, queryParts } from './query.ts';

export interface EdgeValue {
  value: string;
  multiValue?: { value: string }[];
}

export type EdgeValues = Record<string, EdgeValue>;

export interface EdgeEvent {
  readonly version: '1.0';
  readonly context: {
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly eventType: 'viewer-request' | 'viewer-response';
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: {
    method: string;
    uri: string;
    querystring: EdgeValues;
    headers: EdgeValues;
    cookies: EdgeValues;
  };
  readonly response?: { statusCode: number; statusDescription: string; headers: EdgeValues; cookies: EdgeValues };
}

export type EventContext = Omit<EdgeEvent['context'], 'eventType'>;

/** The decision of a viewer-request function: another request, or the answer itself. */
export type RequestDecision =
  | { readonly go: 'on'; readonly request: HostRequest }
  | { readonly go: 'back'; readonly response: HostResponse };

export function viewerRequestEvent(request: HostRequest, context: EventContext): EdgeEvent {
  return {
    version: '1.0',
    context: { ...context, eventType: 'viewer-request' },
    viewer: { ip: request.clientIp },
    request: edgeRequest(request),
  };
}

export function viewerResponseEvent(request: HostRequest, response: HostResponse, context: EventContext): EdgeEvent {
  return {
    version: '1.0',
    context: { ...context, eventType: 'viewer-response' },
    viewer: { ip: request.clientIp },
    request: edgeRequest(request),
    response: {
      statusCode: response.status,
      statusDescription: '',
      headers: edgeHeaders(response.headers),
      cookies: {},
    },
  };
}

/** Throws where CloudFront would answer with a function validation error. */
export function readRequestResult(result: unknown, original: HostRequest): RequestDecision {
  const given = record(result, 'the result');
  if (given.statusCode !== undefined) return { go: 'back', response: responseOf(given) };
  const uri = given.uri;
  if (typeof uri !== 'string' || !uri.startsWith('/'))
    throw new Error('the uri of the request must begin with a slash');
  if (given.method !== original.method) throw new Error('the method of a request is read-only');
  const headers = headersOf(given.headers);
  const cookies = values(given.cookies, 'cookies').map(([name, value]) => `${name}=${value}`);
  for (const name of readOnly) {
    const before = original.headers[name];
    if (headers[name] !== before) throw new Error(`the header ${name} is read-only`);
  }
  return {
    go: 'on',
    request: {
      ...original,
      path: uri,
      query: joinQuery(values(given.querystring, 'querystring')),
      headers: cookies.length > 0 ? { ...headers, cookie: cookies.join('; ') } : headers,
    },
  };
}

/** Throws where CloudFront would answer with a function validation error. The body is the origin's. */
export function readResponseResult(result: unknown, original: HostResponse): HostResponse {
  const given = record(result, 'the result');
  return { ...original, status: statusOf(given), headers: headersOf(given.headers) };
}

/** Headers that a viewer-request function may read but not change. */
const readOnly = ['content-length', 'host', 'transfer-encoding', 'via'];

/** Headers that no function may set. */
const forbidden =
  /^(?:connection|expect|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|trailer|upgrade|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache.*|x-edge-.*|x-forwarded-proto|x-real-ip)$/;

function edgeRequest(request: HostRequest): EdgeEvent['request'] {
  const headers = edgeHeaders(request.headers);
  delete headers.cookie;
  return {
    method: request.method,
    uri: request.path,
    querystring: edgeValues(queryParts(request.query)),
    headers,
    cookies: edgeValues(cookieParts(request.headers.cookie)),
  };
}

function edgeHeaders(headers: Readonly<Record<string, string>>): EdgeValues {
  const edge: EdgeValues = {};
  for (const name in headers) {
    if (!forbidden.test(name)) edge[name] = { value: headers[name] as string };
  }
  return edge;
}

function edgeValues(parts: readonly (readonly [string, string | undefined])[]): EdgeValues {
  const edge: EdgeValues = {};
  for (const [name, value = ''] of parts) {
    const seen = Object.hasOwn(edge, name) ? edge[name] : undefined;
    if (!seen) edge[name] = { value };
    else {
      seen.multiValue ??= [{ value: seen.value }];
      seen.multiValue.push({ value });
      seen.value = value;
    }
  }
  return edge;
}

function responseOf(given: Readonly<Record<string, unknown>>): HostResponse {
  const body = bodyOf(given.body);
  const headers = { ...headersOf(given.headers), 'content-length': String(body.length) };
  const cookies = setCookiesOf(given.cookies);
  return { status: statusOf(given), headers, ...(cookies.length > 0 && { cookies }), body };
}

/** The values of `set-cookie`: a function names each cookie with its value and its attributes. */
function setCookiesOf(cookies: unknown): readonly string[] {
  if (cookies === undefined) return [];
  return Object.entries(record(cookies, 'cookies')).map(([name, entry]) => {
    const { value, attributes } = record(entry, `cookies.${name}`);
    if (typeof value !== 'string') throw new Error(`cookies.${name} must have a value, a string`);
    return typeof attributes === 'string' && attributes !== '' ? `${name}=${value}; ${attributes}` : `${name}=${value}`;
  });
}

function statusOf(given: Readonly<Record<string, unknown>>): number {
  const { statusCode } = given;
  if (typeof statusCode === 'number' && Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599) {
    return statusCode;
  }
  throw new Error('statusCode must be a whole number from 200 to 599');
}

function bodyOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  const { encoding, data } = record(body, 'the body');
  if (typeof data !== 'string' || (encoding !== 'text' && encoding !== 'base64')) {
    throw new Error('a body has an encoding, text or base64, and data');
  }
  return Buffer.from(data, encoding === 'text' ? 'utf8' : 'base64');
}

function headersOf(headers: unknown): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, value] of values(headers, 'headers')) {
    if (name !== name.toLowerCase()) throw new Error(`the header ${name} must be in lower case`);
    if (forbidden.test(name)) throw new Error(`a function may not set the header ${name}`);
    read[name] = read[name] === undefined ? value : `${read[name]}, ${value}`;
  }
  return read;
}

/** `{ name: { value, multiValue } }` as pairs; `multiValue` counts where it is there. */
function values(given: unknown, what: string): [string, string][] {
  if (given === undefined) return [];
  return Object.entries(record(given, what)).flatMap(([name, entry]) => {
    const { value, multiValue } = record(entry, `${what}.${name}`);
    const all = Array.isArray(multiValue) ? multiValue.map((one: EdgeValue) => one.value) : [value];
    return all.map((one): [string, string] => {
      if (typeof one !== 'string') throw new Error(`${what}.${name} must have a value, a string`);
      return [name, one];
    });
  });
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new Error(`${what} must be an object`);
}
