import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { header } from '../../contracts/paths.ts';
import { logger, publishMetrics, tracer } from './observe.ts';
import { sameText } from './signing.ts';

/** Forms here are of a few fields: a number, a postcode, a link. */
const largestForm = 10_000;

/** What a browser without JavaScript asks for. Nothing of it is checked yet. */
export interface Asked {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
  /** Of a form that was sent; empty otherwise. */
  readonly form: URLSearchParams;
  /** Milliseconds since the epoch, of the clock on this machine. */
  readonly now: number;
}

/** What a browser is shown: a page, or where to go on. */
export interface Shown {
  readonly status: number;
  readonly html?: string;
  /** With 303. */
  readonly location?: string;
  /** Whole values of `set-cookie`. */
  readonly cookies?: readonly string[];
  /** After so many seconds the browser asks again. */
  readonly refreshSeconds?: number | undefined;
}

/**
 * The stack of the handlers that answer people without JavaScript: as `http`, but forms come in and pages go
 * out. `fault` is the page for a fault of ours.
 */
export function html(originSecret: string, fault: (asked: Asked) => string, act: (asked: Asked) => Promise<Shown>) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger))
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(publishMetrics)
    .onError((request) => {
      // The cause goes to the log, never to the fan.
      logger.error('fault', { error: request.error as Error });
      request.response = answer({ status: 500, html: fault(read(request.event)), refreshSeconds: 10 });
    })
    .handler(async (event) => {
      const secret = event.headers[header.origin];
      if (secret === undefined || !sameText(secret, originSecret)) {
        return { statusCode: 403, headers: { 'content-type': 'text/plain' }, body: 'Use the address of the site.\n' };
      }
      return answer(await act(read(event)));
    });
}

function read(event: APIGatewayProxyEventV2): Asked {
  return {
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    cookies: cookiesOf(event.cookies ?? []),
    form: formOf(event),
    now: Date.now(),
  };
}

/** The first of a name wins, as the most specific path stands first. */
function cookiesOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** A body that is no form, or larger than any of ours, is an empty form. */
function formOf({ headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return new URLSearchParams(isForm && text.length <= largestForm ? text : '');
}

function answer({ status, html, location, cookies, refreshSeconds }: Shown): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(location !== undefined && { location }),
      // The header that `<meta http-equiv="refresh">` stands for.
      ...(refreshSeconds !== undefined && { refresh: `${refreshSeconds}` }),
    },
    ...(cookies && cookies.length > 0 && { cookies: [...cookies] }),
    body: html ?? '',
  };
}
