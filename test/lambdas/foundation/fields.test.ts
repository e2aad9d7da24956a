import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldErrors } from '../../../lambdas/foundation/fields.ts';

const errorsOf = (schema: z.ZodType, value: unknown) =>
  fieldErrors(schema.safeParse(value).error?.issues as Parameters<typeof fieldErrors>[0]);

const schema = z.object({
  body: z.object({ buyer: z.object({ email: z.email('type an e-mail address') }), slips: z.array(z.string()).min(1) }),
});

describe('which fields are wrong', () => {
  test('in dotted form, with what to do', () => {
    expect(errorsOf(schema, { body: { buyer: { email: 'ada' }, slips: [1] } })).toEqual([
      { field: 'body.buyer.email', message: 'type an e-mail address' },
      { field: 'body.slips.0', message: 'write a text, in quotation marks' },
    ]);
  });

  test('the request itself, when it is not even an object', () => {
    expect(errorsOf(schema, null)).toEqual([{ field: 'request', message: 'write an object, in curly brackets' }]);
  });

  test('of a union, the branch that was meant', () => {
    const wish = z.union([
      z.object({ seats: z.array(z.string()).min(1, 'name at least one seat') }),
      z.object({ best: z.object({ count: z.number().min(1, 'ask for at least one seat') }) }),
    ]);
    expect(errorsOf(wish, { seats: [] })).toEqual([{ field: 'seats', message: 'name at least one seat' }]);
    expect(errorsOf(wish, { best: { count: 0 } })).toEqual([
      { field: 'best.count', message: 'ask for at least one seat' },
    ]);
  });

  test('of a discriminated union, the discriminator or the field', () => {
    const entry = z.discriminatedUnion('entry', [
      z.object({ entry: z.literal('open'), visitor: z.string().min(22, 'send 22 characters') }),
      z.object({ entry: z.literal('members'), member: z.string() }),
    ]);
    expect(errorsOf(entry, { entry: 'open', visitor: 'x' })).toEqual([
      { field: 'visitor', message: 'send 22 characters' },
    ]);
    expect(errorsOf(entry, { entry: 'vip' })).toEqual([{ field: 'entry', message: 'write one of "open", "members"' }]);
    expect(errorsOf(entry, {})).toEqual([{ field: 'entry', message: 'write one of "open", "members"' }]);
  });
});
