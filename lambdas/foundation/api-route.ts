import { z } from 'zod';
import { type Problem, problemOf, type Refusal, refuse } from '../../contracts/refusals.ts';
import { fieldErrors } from './fields.ts';
import type { HttpAnswer, HttpRequest, Route, Told } from './route.ts';
import { Spoilt } from './spoilt.ts';

/** Bodies are small here: the largest, an order of twenty slips, stays below this. */
const largestBody = 200_000;

/** What a route asks of a request. Anything left out is not read. */
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

/** What a route of the API replies; a refusal becomes its problem document. */
export interface Reply extends Told {
  readonly ok: true;
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  /** A file to keep, in place of `body`. The name is plain letters, digits, hyphens and a dot. */
  readonly file?: { readonly bytes: Uint8Array; readonly type: string; readonly name: string };
  /** `no-store` unless said otherwise. */
  readonly cacheControl?: string;
}

/** A route of the API: JSON comes in by its shape, JSON or a file goes out, refusals and faults as problem documents. */
export function apiRoute<Body = undefined, Path = undefined, Headers = undefined, Query = undefined>(
  shape: RequestShape<Body, Path, Headers, Query>,
  act: (request: Request<Body, Path, Headers, Query>) => Promise<Reply | Refusal>,
): Route {
  const absent = z.undefined().optional();
  const schema = z.object({
    body: shape.body ?? absent,
    path: shape.path ?? absent,
    headers: shape.headers ?? absent,
    query: shape.query ?? absent,
  });
  return {
    answer: async (request, now) => {
      const read = readParts(request, shape);
      if (!read.ok) return answerRefusal(read);
      const parsed = schema.safeParse(read.parts);
      if (!parsed.success) return answerRefusal(badRequest(parsed.error));
      const reply = await act({ ...(parsed.data as Omit<Request<Body, Path, Headers, Query>, 'now'>), now });
      return reply.ok ? answerReply(reply) : answerRefusal(reply);
    },
    fault: (error) => answerFault(error),
    pastTheEdge: answerRefusal(
      refuse('not-through-the-edge', 'Use the address of the site; this one is not for direct use.'),
    ),
  };
}

/** The parts of the request that the shape asks for, the body as JSON; or why it cannot be read. */
function readParts(
  { body, path, headers, query }: HttpRequest,
  shape: RequestShape<unknown, unknown, unknown, unknown>,
): { readonly ok: true; readonly parts: object } | Refusal {
  const parts = {
    ...(shape.path && { path }),
    ...(shape.headers && { headers }),
    ...(shape.query && { query }),
  };
  if (!shape.body) return { ok: true, parts };
  if (body.length > largestBody) {
    return refuse('body-too-large', `Send at most ${largestBody.toLocaleString('en')} characters.`, {
      errors: [{ field: 'body', message: `has ${body.length.toLocaleString('en')} characters` }],
    });
  }
  if (shape.bodyAs === 'text') return { ok: true, parts: { ...parts, body } };
  try {
    return { ok: true, parts: { ...parts, body: JSON.parse(body) as unknown } };
  } catch {
    return refuse('not-json', 'Send the body as JSON, with content-type application/json.', {
      errors: [{ field: 'body', message: 'is not JSON' }],
    });
  }
}

function badRequest({ issues }: z.ZodError): Refusal {
  const errors = fieldErrors(issues);
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return refuse('bad-request', `Correct and send again. ${detail}`.slice(0, 1000), { errors: errors.slice(0, 20) });
}

function answerReply({ status, body, file, cacheControl = 'no-store', counted, noted }: Reply): HttpAnswer {
  const told = { ...(counted && { counted }), ...(noted && { noted }) };
  if (file) {
    const headers = {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': cacheControl,
    };
    return { status, headers, body: file.bytes, ...told };
  }
  const headers = { 'content-type': 'application/json', 'cache-control': cacheControl };
  return { status, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...told };
}

function answerRefusal(refusal: Refusal): HttpAnswer {
  return {
    ...answerProblem(problemOf(refusal), refusal.retryAfter),
    counted: [`Refused-${refusal.refusal}`],
  };
}

function answerFault(error: unknown): HttpAnswer {
  return answerProblem(
    {
      type: '/problems/fault',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Nothing of yours is lost. Try again in a few seconds with the same idempotency key.',
      ...(error instanceof Spoilt ? error.left : {}),
    },
    3,
  );
}

function answerProblem(problem: Problem, retryAfter?: number): HttpAnswer {
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': `${retryAfter}` }),
    },
    body: JSON.stringify(problem),
  };
}
