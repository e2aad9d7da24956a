import { z } from 'zod';
import { faultProblem, type Problem, problemOf, type Refusal, refuse } from '../../contracts/refusals.ts';
import type { Answers, GoodStatus } from '../../contracts/routes/route-shape.ts';
import { fieldErrors } from './fields.ts';
import type { HttpAnswer, HttpRequest, Route, TokenClaims, Told } from './route.ts';
import { Spoilt } from './spoilt.ts';

/** Bodies are small here: the largest, an order of twenty slips, stays below this. */
const largestBody = 200_000;

/** The parts of a request that a route asks for. Anything left out is not read. */
export interface RequestShape {
  readonly body?: z.ZodType;
  /** The body is given as the text that was sent, for a sender who signs its very letters. JSON if left out. */
  readonly bodyAs?: 'text' | 'json';
  readonly path?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answers?: Answers;
}

export interface Request<Shape extends RequestShape> {
  readonly body: PartOfShape<Shape, 'body'>;
  readonly path: PartOfShape<Shape, 'path'>;
  readonly headers: PartOfShape<Shape, 'headers'>;
  readonly query: PartOfShape<Shape, 'query'>;
  /** Of the access token, if the API checked one. */
  readonly claims: TokenClaims | undefined;
  /** Milliseconds since the epoch, of the clock on this machine. */
  readonly now: number;
}

type PartOfShape<Shape, Name extends string> = Shape extends { readonly [Key in Name]: infer Schema extends z.ZodType }
  ? z.infer<Schema>
  : undefined;

/** The reply of a route of the API: a body or a file as its shape says for the status. */
export type Reply<Of extends Answers = Answers> = {
  [Status in keyof Of & GoodStatus]: Told & {
    readonly ok: true;
    readonly status: Status;
    /** `no-store` unless said otherwise. */
    readonly cacheControl?: string;
  } & ReplyContent<Of[Status]>;
}[keyof Of & GoodStatus];

type ReplyContent<Of> = Of extends { readonly body: infer Schema extends z.ZodType }
  ? { readonly body: z.infer<Schema>; readonly file?: never }
  : Of extends { readonly file: string }
    ? { readonly body?: never; readonly file: FileToKeep }
    : { readonly body?: unknown; readonly file?: FileToKeep };

export type ReplyTo<Shape> = Shape extends { readonly answers: infer Of extends Answers } ? Reply<Of> : Reply;

/** The name is plain letters, digits, hyphens and a dot. */
interface FileToKeep {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/**
 * A route of the API: JSON comes in by its shape, JSON or a file goes out, refusals and faults as problem documents.
 * The routes of the table are in `contracts/routes/`.
 */
export function apiRoute<const Shape extends RequestShape>(
  shape: Shape,
  act: (request: Request<Shape>) => Promise<ReplyTo<Shape> | Refusal>,
): Route {
  return guardedRoute(shape, async () => ({ ok: true }), act);
}

/** The same, for whom `letIn` lets in: it is asked before anything else of a request is looked at. */
export function guardedRoute<const Shape extends RequestShape, Guest extends { readonly ok: true }>(
  shape: Shape,
  letIn: (request: Pick<HttpRequest, 'claims'>, now: number) => Promise<Guest | Refusal>,
  act: (request: Request<Shape>, guest: Guest) => Promise<ReplyTo<Shape> | Refusal>,
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
      const guest = await letIn(request, now);
      if (!guest.ok) return answerRefusal(guest);
      const read = readParts(request, shape);
      if (!read.ok) return answerRefusal(read);
      const parsed = schema.safeParse(read.parts);
      if (!parsed.success) return answerRefusal(badRequest(parsed.error));
      const reply = await act(
        {
          ...(parsed.data as Omit<Request<Shape>, 'now' | 'claims'>),
          claims: request.claims,
          now,
        },
        guest,
      );
      return reply.ok ? answerReply(reply as Reply, shape.answers ?? {}) : answerRefusal(reply);
    },
    fault: (error, _request, _now, trace) => answerFault(error, trace),
    pastTheEdge: answerRefusal(
      refuse('not-through-the-edge', 'Use the address of the site; this one is not for direct use.'),
    ),
  };
}

/** The parts of the request that the shape asks for, the body as JSON; or why it cannot be read. */
function readParts(
  { body, path, headers, query }: HttpRequest,
  shape: RequestShape,
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

function answerReply(reply: Reply, answers: Answers): HttpAnswer {
  const { status, body, file, cacheControl = 'no-store', counted, noted } = reply;
  const told = { ...(counted && { counted }), ...(noted && { noted }) };
  if (file) {
    const headers = {
      'content-type': answers[status]?.file ?? 'application/octet-stream',
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
    ...answerProblem(problemOf(refusal), refusal.retryAfterMs),
    counted: [`Refused-${refusal.refusal}`],
  };
}

function answerFault(error: unknown, trace?: string): HttpAnswer {
  const problem = { ...faultProblem, ...(trace !== undefined && { trace }) };
  return answerProblem({ ...problem, ...(error instanceof Spoilt ? error.left : {}) }, 3000);
}

function answerProblem(problem: Problem, retryAfterMs?: number): HttpAnswer {
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterMs !== undefined && { 'retry-after': `${Math.ceil(retryAfterMs / 1000)}` }),
    },
    body: JSON.stringify(problem),
  };
}
