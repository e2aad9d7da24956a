import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { header } from '../../contracts/paths.ts';
import { everyInvocation } from './every-invocation.ts';
import { logger, metrics, publishMetrics, tracer } from './observe.ts';
import type { HttpAnswer, HttpRequest, Route, TokenClaims } from './route.ts';
import { sameText } from './signing.ts';

/**
 * The stack of every handler that HTTP reaches. It brings logs, traces and metrics, and lets requests in only through
 * the edge. The rest is the route's. The CDN sends one of `originSecrets` along: there are two while one takes over
 * from the other.
 */
export function http(route: Route, originSecrets: readonly string[]) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(everyInvocation)
    .use(publishMetrics)
    .onError((request) => {
      // A fault of ours. The cause goes to the log, never to the fan.
      logger.error('fault', { error: request.error as Error });
      request.response = tell(
        route.fault(request.error, requestOf(request.event), Date.now(), tracer.getRootXrayTraceId()),
      );
    })
    .handler(async (event) => {
      const shown = event.headers[header.origin] ?? '';
      if (!originSecrets.some((secret) => sameText(shown, secret))) return tell(route.pastTheEdge);
      return tell(await route.answer(requestOf(event), Date.now()));
    });
}

function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const { pathParameters, queryStringParameters, headers, cookies, body = '', isBase64Encoded } = event;
  return {
    path: pathParameters ?? {},
    query: queryStringParameters ?? {},
    headers,
    cookies: cookies ?? [],
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    claims: claimsOf(event),
  };
}

/** There are some where the API has a JWT authorizer on the route. */
function claimsOf(event: APIGatewayProxyEventV2): TokenClaims | undefined {
  const { requestContext } = event as { readonly requestContext?: Authorized };
  return requestContext?.authorizer?.jwt?.claims;
}

interface Authorized {
  readonly authorizer?: { readonly jwt?: { readonly claims: TokenClaims } };
}

/** The answer as the API takes it, once its notes for staff are written down. */
function tell({ status, headers, cookies, body, counted, noted }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  for (const name of counted ?? []) metrics.addMetric(name, 'Count', 1);
  for (const { level, message, about } of noted ?? []) logger[level](message, about);
  return {
    statusCode: status,
    headers: { ...headers },
    ...(cookies && { cookies: [...cookies] }),
    // A function answers in text; the API sends the bytes.
    ...(body instanceof Uint8Array && { isBase64Encoded: true, body: Buffer.from(body).toString('base64') }),
    ...(typeof body === 'string' && { body }),
  };
}
