import { z } from 'zod';
import { busyAddressProblem, busyProblem, faultProblem, refusals } from '../../contracts/refusals.ts';
import { examples } from './examples.ts';
import { namedSchemas, type SchemaName } from './named-schemas.ts';
import type { Schema } from './open-api.ts';

/** Our zod schemas as JSON Schema, those with a name by reference. */

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedSchemas)) names.add(schema, { id });

export const schemaRef = (name: SchemaName): Schema => ({ $ref: `#/components/schemas/${name}` });

export function nameOf(schema: z.ZodType): SchemaName | undefined {
  return names.get(schema)?.id as SchemaName | undefined;
}

/** Says of a request what may be sent and of an answer what is given; what a reader needs not know is left out. */
const options = {
  io: 'input',
  override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
    delete jsonSchema.readOnly;
    delete jsonSchema.propertyNames;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    // The format says what an e-mail address is.
    if (jsonSchema.format === 'email') delete jsonSchema.pattern;
  },
} as const;

/** By its name if it has one, else spelled out. */
export function schemaOf(schema: z.ZodType): Schema {
  const name = nameOf(schema);
  return name ? schemaRef(name) : bare(z.toJSONSchema(schema, options));
}

/** All that have a name. A problem's `type` is one of those that the platform knows. */
export function schemasByName(): Readonly<Record<string, Schema>> {
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(names, { ...options, uri });
  const all = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { ...bare(schema), examples: [examples[name as SchemaName]] },
    ]),
  );
  return { ...all, Problem: withTypes(all.Problem) };
}

const known: readonly { readonly type: string; readonly title: string; readonly status: number }[] = [
  ...Object.entries(refusals).map(([code, { title, status }]) => ({ type: `/problems/${code}`, title, status })),
  busyAddressProblem,
  busyProblem,
  faultProblem,
];

function withTypes(problem: Schema = {}): Schema {
  const type: Schema = {
    type: 'string',
    description: 'Says in one word what is wrong.',
    oneOf: known.map((one) => ({ const: one.type, title: one.title, description: `Status ${one.status}.` })),
  };
  return { ...problem, properties: { ...problem.properties, type } };
}

function bare({ $schema: _dialect, $id: _id, ...schema }: Readonly<Record<string, unknown>>): Schema {
  return schema as Schema;
}
