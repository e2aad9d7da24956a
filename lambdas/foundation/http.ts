import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { parser } from '@aws-lambda-powertools/parser/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { z } from 'zod';
import { header } from '../../contracts/paths.ts';
import { type Problem, problemOf, type Refusal, refuse } from '../../contracts/refusals.ts';
import { fieldErrors, type Issue } from './fields.ts';
import { logger, metrics, publishMetrics, tracer } from './observe.ts';
import { sameText } from './signing.ts';
import { type Left, Spoilt } from './spoilt.ts';

/** Bodies are small here: the largest, an order of twenty slips, stays below this. */
const largestBody = 200_000;

/** What a handler asks of a request. Anything left out is not read. */
export interface RequestShape<Body, Path, Headers, Query> {
  readonly body?: z.ZodType<Body>;
  /** The body is given as the text that was sent, for a sender who signs its very letters. JSON if left out. */
  readonly bodyAs?: 'text' | 'json';
  readonly path?: z.ZodType<Path>;
  readonly headers?: z.ZodType<Headers>;
  readonly query?: z.ZodType<Query>;
}

export interface Request<Body, Path, Headers, Query> {
  readonly body: Body;
  readonly path: Path;
  readonly headers: Headers;
  readonly query: Query;
  /** Milliseconds since the epoch, of the clock on this machine. */
  readonly now: number;
}

/** What a handler answers; a refusal becomes its problem document. */
export interface Reply {
  readonly ok: true;
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  /** A file to keep, in place of `body`. The name is plain letters, digits, hyphens and a dot. */
  readonly file?: { readonly bytes: Uint8Array; readonly type: string; readonly name: string };
  /** `no-store` unless said otherwise. */
  readonly cacheControl?: string;
}

/** The request after parsing, or the refusal that parsing came to. */
type Parsed<Body, Path, Headers, Query> =
  | { readonly refusal: Refusal }
  | { readonly refusal?: never; readonly request: Request<Body, Path, Headers, Query> };

/**
 * The stack of every HTTP handler: logs, traces and metrics; only through the edge; the request read by
 * its shape; refusals and faults as problem documents. `originSecret` is what the CDN sends along.
 */
export function http<Body = undefined, Path = undefined, Headers = undefined, Query = undefined>(
  shape: RequestShape<Body, Path, Headers, Query>,
  originSecret: string,
  act: (request: Request<Body, Path, Headers, Query>) => Promise<Reply | Refusal>,
) {
  const absent = z.undefined().optional();
  const schema = z.object({
    body: shape.body ?? absent,
    path: shape.path ?? absent,
    headers: shape.headers ?? absent,
    query: shape.query ?? absent,
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger))
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .use(publishMetrics)
    .onError((request) => {
      // A fault of ours. The cause goes to the log, never to the fan.
      logger.error('fault', { error: request.error as Error });
      request.response = answerFault(request.error instanceof Spoilt ? request.error.left : {});
    })
    .before((request) => {
      const secret = request.event.headers[header.origin];
      if (secret === undefined || !sameText(secret, originSecret)) {
        return answer(refuse('not-through-the-edge', 'Use the address of the site; this one is not for direct use.'));
      }
      const read = readParts(request.event, shape);
      if ('ok' in read) return answer(read);
      (request as { event: unknown }).event = read;
      return undefined;
    })
    .use(
      parser({ schema, safeParse: true }) as unknown as middy.MiddlewareObj<
        APIGatewayProxyEventV2,
        APIGatewayProxyStructuredResultV2
      >,
    )
    .handler(async (event) => {
      const parsed = outcomeOf<Body, Path, Headers, Query>(event);
      return answer(parsed.refusal ?? (await act(parsed.request)));
    });
}

/** The parts of the request that the shape asks for, the body as JSON; or why it cannot be read. */
function readParts(
  event: APIGatewayProxyEventV2,
  shape: RequestShape<unknown, unknown, unknown, unknown>,
): object | Refusal {
  const parts: Record<string, unknown> = {};
  if (shape.path) parts.path = event.pathParameters ?? {};
  if (shape.headers) parts.headers = event.headers;
  if (shape.query) parts.query = event.queryStringParameters ?? {};
  if (!shape.body) return parts;
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (text.length > largestBody) {
    return refuse('body-too-large', `Send at most ${largestBody.toLocaleString('en')} characters.`, {
      errors: [{ field: 'body', message: `has ${text.length.toLocaleString('en')} characters` }],
    });
  }
  if (shape.bodyAs === 'text') return { ...parts, body: text };
  try {
    parts.body = JSON.parse(text) as unknown;
    return parts;
  } catch {
    return refuse('not-json', 'Send the body as JSON, with content-type application/json.', {
      errors: [{ field: 'body', message: 'is not JSON' }],
    });
  }
}

/** What the parser made of the request: it hands over `{ success, data | error }`. */
function outcomeOf<Body, Path, Headers, Query>(event: unknown): Parsed<Body, Path, Headers, Query> {
  const result = event as
    | { readonly success: true; readonly data: Omit<Request<Body, Path, Headers, Query>, 'now'> }
    | { readonly success: false; readonly error: Error };
  if (result.success) return { request: { ...result.data, now: Date.now() } };
  const errors = fieldErrors(result.error.cause as readonly Issue[]);
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return {
    refusal: refuse('bad-request', `Correct and send again. ${detail}`.slice(0, 1000), { errors: errors.slice(0, 20) }),
  };
}

function answer(reply: Reply | Refusal): APIGatewayProxyStructuredResultV2 {
  if (reply.ok && reply.file) {
    const { bytes, type, name } = reply.file;
    return {
      statusCode: reply.status,
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': reply.cacheControl ?? 'no-store',
      },
      // A function answers in text; the API sends the bytes.
      isBase64Encoded: true,
      body: Buffer.from(bytes).toString('base64'),
    };
  }
  if (reply.ok) {
    return {
      statusCode: reply.status,
      headers: { 'content-type': 'application/json', 'cache-control': reply.cacheControl ?? 'no-store' },
      ...(reply.body !== undefined && { body: JSON.stringify(reply.body) }),
    };
  }
  metrics.addMetric(`Refused-${reply.refusal}`, 'Count', 1);
  return answerProblem(problemOf(reply), reply.retryAfter);
}

function answerFault(left: Left): APIGatewayProxyStructuredResultV2 {
  return answerProblem(
    {
      type: '/problems/fault',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Nothing of yours is lost. Try again in a few seconds with the same idempotency key.',
      ...left,
    },
    3,
  );
}

function answerProblem(problem: Problem, retryAfter?: number): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': `${retryAfter}` }),
    },
    body: JSON.stringify(problem),
  };
}
