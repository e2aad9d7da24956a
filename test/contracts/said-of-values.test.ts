import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { routes } from '../../contracts/routes/routes.ts';
import { fieldErrors, type Issue } from '../../lambdas/foundation/fields.ts';
import { wrongFor } from './wrong-for.ts';

const errorsOf = (schema: z.ZodType, value: unknown) => {
  const read = schema.safeParse(value);
  return read.success ? [] : fieldErrors(read.error.issues as readonly Issue[]);
};

describe('what is said of a value', () => {
  test.each([
    [z.string(), 1, 'write a text, in quotation marks'],
    [z.string(), undefined, 'this is missing: write a text, in quotation marks'],
    [z.number(), '1', 'write a number, without quotation marks'],
    [z.number().int(), 1.5, 'write a whole number, without quotation marks'],
    [z.boolean(), 'yes', 'write true or false, without quotation marks'],
    [z.array(z.string()), 'a', 'write a list, in square brackets'],
    [z.strictObject({}), [], 'write an object, in curly brackets'],
    [z.enum(['a', 'b']), 'c', 'write one of "a", "b"'],
    [z.literal('open'), 'shut', 'write "open"'],
    [z.string().max(1), 'ab', 'write at most 1 character'],
    [z.string().min(2), 'a', 'write at least 2 characters'],
    [z.array(z.string()).min(1), [], 'name at least 1 entry'],
    [z.number().min(1), 0, 'write at least 1'],
    [z.number().lt(9), 9, 'write less than 9'],
    [z.email(), 'ada', 'write an e-mail address such as ada@example.org'],
    [z.string('say your name'), 1, 'say your name'],
  ] as const)('%# is what to send instead', (schema, value, message) => {
    expect(errorsOf(schema, value)).toEqual([{ field: 'request', message }]);
  });

  const parts = Object.entries(routes).flatMap(([name, route]) =>
    (['body', 'path', 'query', 'headers'] as const).flatMap((part) => {
      const schema = (route as Partial<Record<typeof part, z.ZodType>>)[part];
      return schema ? [{ name: `${part} of ${name}`, schema }] : [];
    }),
  );

  test('is in our words, whatever is wrong in whichever part of any request', () => {
    const tried = parts.flatMap(({ name, schema }) =>
      wrongFor(schema).flatMap((value) => errorsOf(schema, value).map(({ message }) => ({ name, value, message }))),
    );
    expect(tried.length).toBeGreaterThan(1000);
    const theirs =
      /^(?:Invalid|Too (?:big|small)|Unrecognized|Expected|Required)|expected|received|undefined|pattern|\/\^/;
    expect(tried.filter(({ message }) => theirs.test(message) || message.trim() === '').slice(0, 5)).toEqual([]);
    // Said where a form has no better words; a form in the table of routes has.
    expect(tried.filter(({ message }) => message.includes('/developers')).slice(0, 5)).toEqual([]);
  });
});
