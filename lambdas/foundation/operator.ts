import { parse } from '@aws-lambda-powertools/parser';
import middy from '@middy/core';
import type { z } from 'zod';
import type { FieldError } from '../../contracts/refusals.ts';
import { everyInvocation } from './every-invocation.ts';
import { fieldErrors, type Issue } from './fields.ts';

/** The answer to an operator's call. Bad input comes back as a value that names the fields. */
export type OperatorReply<Done> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** The stack of handlers that operators reach by `lambda:InvokeFunction`, with a payload of the given shape. */
export function operator<Given, Done extends object>(
  schema: z.ZodType<Given>,
  act: (given: Given, now: number) => Promise<OperatorReply<Done>>,
) {
  return middy<unknown, OperatorReply<Done>>()
    .use(everyInvocation)
    .handler(async (payload) => {
      const parsed = parse(payload, undefined, schema, true);
      if (parsed.success) return await act(parsed.data as Given, Date.now());
      const errors = fieldErrors((parsed.error as Error).cause as readonly Issue[]);
      return { ok: false, detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors };
    });
}
