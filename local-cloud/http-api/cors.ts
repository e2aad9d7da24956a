/**
 * Cross-origin rules of an HTTP API. With them the API itself answers preflight requests and adds its
 * headers to every answer to an allowed origin, over what the function may have said.
 */
import type { HostRequest, HostResponse } from '../kind.ts';

export interface CorsRules {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds: number | undefined;
  readonly credentials: boolean;
}

const allows = (origins: readonly string[], origin: string): boolean =>
  origins.some(
    (each) => each === '*' || each === origin || (each.endsWith('://*') && origin.startsWith(each.slice(0, -1))),
  );

const listed = (name: string, values: readonly string[]): Readonly<Record<string, string>> =>
  values.length === 0 ? {} : { [name]: values.join(',') };

const originHeaders = (rules: CorsRules, origin: string): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': rules.origins.includes('*') ? '*' : origin,
  ...(rules.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
});

export const isPreflight = (request: HostRequest): boolean =>
  request.method === 'OPTIONS' &&
  request.headers.origin !== undefined &&
  request.headers['access-control-request-method'] !== undefined;

export const answerPreflight = (rules: CorsRules, request: HostRequest): HostResponse => {
  const origin = request.headers.origin ?? '';
  const headers = allows(rules.origins, origin)
    ? {
        ...originHeaders(rules, origin),
        ...listed('access-control-allow-methods', rules.methods),
        ...listed('access-control-allow-headers', rules.headers),
        ...(rules.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rules.maxAgeSeconds) }),
      }
    : {};
  return { status: 204, headers, body: Buffer.alloc(0) };
};

export const withCors = (rules: CorsRules, request: HostRequest, response: HostResponse): HostResponse => {
  const origin = request.headers.origin;
  const own = Object.entries(response.headers).filter(([name]) => !name.startsWith('access-control-'));
  const added =
    origin !== undefined && allows(rules.origins, origin)
      ? { ...originHeaders(rules, origin), ...listed('access-control-expose-headers', rules.exposed) }
      : {};
  return { ...response, headers: { ...Object.fromEntries(own), ...added } };
};
