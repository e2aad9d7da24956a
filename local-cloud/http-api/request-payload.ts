/**
 * The event that an HTTP API hands to a function: payload format 2.0. Header names are lower case. Cookies stand apart.
 * Repeated query values are joined with commas. A body that is not text by its content type comes in base64.
 */
import type { HostRequest } from '../kind.ts';
import type { JwtContext } from './jwt-authorizer.ts';

export interface RequestPlace {
  readonly accountId: string;
  readonly apiId: string;
  readonly domainName: string;
  readonly stage: string;
  readonly routeKey: string;
  /** Still percent-encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
  readonly requestId: string;
  /** Absent where the route has no authorizer. */
  readonly authorizer?: JwtContext | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** As in access logs: `12/Mar/2020:19:03:58 +0000`. */
export const logTime = (now: number): string => {
  const at = new Date(now);
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  return `${day}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
};

const textType = /^(text\/|application\/(json|javascript|xml|x-javascript)\b|application\/[^;]*\+(json|xml)\b)/i;

export const isTextType = (contentType: string | undefined): boolean =>
  contentType !== undefined && textType.test(contentType.trim());

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', '%20'));

const queryOf = (query: string): Readonly<Record<string, string>> | undefined => {
  if (query === '') return undefined;
  const values = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decode(pair.slice(at + 1));
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
};

const decodeParameters = (
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined => {
  const entries = Object.entries(parameters);
  return entries.length === 0
    ? undefined
    : Object.fromEntries(entries.map(([name, value]) => [name, decodeURIComponent(value)]));
};

/**
 * The event, or undefined if the path or the query is not well encoded, which the API answers with 400.
 */
export const requestPayload = (request: HostRequest, place: RequestPlace): object | undefined => {
  const { cookie, ...sent } = request.headers;
  // The API appends who it was called by. Behind a distribution that is an edge of CloudFront's, here the viewer again.
  const headers: Readonly<Record<string, string>> = {
    ...sent,
    'x-forwarded-for': [sent['x-forwarded-for'], request.clientIp].filter((part) => part !== undefined).join(', '),
  };
  const cookies = cookie === undefined ? undefined : cookie.split(/;\s*/).filter((each) => each !== '');
  const isText = request.body.length === 0 || isTextType(headers['content-type']);
  try {
    const queryStringParameters = queryOf(request.query);
    const pathParameters = decodeParameters(place.pathParameters);
    return {
      version: '2.0',
      routeKey: place.routeKey,
      rawPath: request.path,
      rawQueryString: request.query,
      ...(cookies === undefined ? {} : { cookies }),
      headers,
      ...(queryStringParameters === undefined ? {} : { queryStringParameters }),
      requestContext: {
        accountId: place.accountId,
        apiId: place.apiId,
        ...(place.authorizer === undefined ? {} : { authorizer: place.authorizer }),
        domainName: place.domainName,
        domainPrefix: place.domainName.split('.')[0],
        http: {
          method: request.method,
          path: request.path,
          protocol: 'HTTP/1.1',
          sourceIp: request.clientIp,
          userAgent: headers['user-agent'] ?? '',
        },
        requestId: place.requestId,
        routeKey: place.routeKey,
        stage: place.stage,
        time: logTime(place.now),
        timeEpoch: place.now,
      },
      ...(request.body.length === 0 ? {} : { body: request.body.toString(isText ? 'utf8' : 'base64') }),
      ...(pathParameters === undefined ? {} : { pathParameters }),
      ...(place.stageVariables === undefined ? {} : { stageVariables: place.stageVariables }),
      isBase64Encoded: !isText,
    };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};
