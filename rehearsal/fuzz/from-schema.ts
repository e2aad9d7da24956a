import fc from 'fast-check';
import type { JsonSchema } from './description.ts';

/*
 * Values that a schema allows, as far as its form goes: small ones, large ones, and those at its bounds.
 */

/** Deeper than any schema of ours; what refers to itself ends here. */
const deepest = 8;

export function valuesOf(
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
  depth = 0,
): fc.Arbitrary<unknown> {
  const within = (one: JsonSchema) => valuesOf(one, named, depth + 1);
  if (depth > deepest) return fc.constant(null);
  if (schema.$ref !== undefined) {
    const found = named[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    if (!found) throw new Error(`The description of the API has no schema ${schema.$ref}`);
    return within(found);
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.oneOf ?? schema.anyOf;
  if (either) return fc.oneof(...either.map(within));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(within)).map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return objectsOf(schema, named, depth);
    case 'array': {
      const { minItems = 0, maxItems = 20 } = schema;
      return fc.array(within(schema.items ?? {}), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 5) });
    }
    case 'string':
      return textsOf(schema);
    case 'integer':
      return fc.integer(between(schema));
    case 'number':
      return fc.double({ ...between(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectsOf(
  { properties = {}, required = [] }: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
  depth: number,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(
    ([name, schema]) => [name, valuesOf(schema, named, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function between({ minimum = -1_000_000, maximum = 1_000_000_000 }: JsonSchema) {
  return { min: Math.max(minimum, Number.MIN_SAFE_INTEGER), max: Math.min(maximum, Number.MAX_SAFE_INTEGER) };
}

function textsOf({ pattern, format, minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  const most = Math.min(maxLength, minLength + 200);
  return fc.oneof(
    fc.string({ minLength, maxLength: most }),
    fc.string({ minLength, maxLength: most, unit: 'grapheme' }),
    fc.string({ minLength: most, maxLength: most }),
  );
}
