import type { z } from 'zod';
import type { ApiCall, Parameter } from '../api.ts';
import type { ApiHandlerName, handlers } from '../handlers.ts';
import type { RefusalCode } from '../refusals.ts';

/**
 * The request and the answers of a route. Its handler reads requests by it and may answer nothing else; the
 * description of the API is written from it.
 *
 * A pass, a receipt, a key or an `idempotency-key` that is missing is no mistake of form: it has a refusal of its own.
 * So among `headers` all are optional.
 */
export interface RouteShape {
  /** In a few words, e.g. `Join a line`. */
  readonly title: string;
  /** Says in plain sentences what it does, and what a caller should know. */
  readonly about: string;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is read as the text that was sent. JSON if left out. */
  readonly bodyAs?: 'text' | 'json';
  readonly answers: Answers;
  /** All that it may refuse, but for what every route refuses alike: see `formRefusals`. */
  readonly refusals: readonly RefusalCode[];
}

export type GoodStatus = 200 | 201 | 202 | 204;

export type Answers = { readonly [Status in GoodStatus]?: Answered };

/** `when` tells one status from another. */
export interface Answered {
  readonly when: string;
  /** Left out: no body, or a file. */
  readonly body?: z.ZodType;
  /** MIME type of a file. */
  readonly file?: string;
}

/** The parameters of a path as its route has them, no more and no fewer. */
export type PathShape<Name extends ApiHandlerName> =
  Parameter<ApiCall<(typeof handlers)[Name]['route']>> extends infer Names extends string
    ? [Names] extends [never]
      ? { readonly path?: never }
      : { readonly path: z.ZodObject<Readonly<Record<Names, z.ZodType>>> }
    : never;

/** The refusals that a request may meet before a route looks at it. */
export const formRefusals = {
  always: ['not-through-the-edge'],
  withParts: ['bad-request'],
  withBody: ['not-json', 'body-too-large'],
} as const satisfies Record<string, readonly RefusalCode[]>;
