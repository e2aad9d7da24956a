import fc from 'fast-check';
import { apiPrefix } from '../../contracts/api.ts';
import { type ApiDescription, type AskedOperation, type JsonSchema, operationsOf } from './description.ts';
import { valuesOf } from './from-schema.ts';
import { hostileBodies, hostileTexts, hostileValues } from './hostile.ts';

/*
 * Requests made of the API's own description: right ones, right ones with one thing spoilt, and such as no client would
 * send. All of them follow from the seed.
 */

export interface FuzzRequest {
  /** The operation that was meant. */
  readonly operation: string;
  readonly method: string;
  /** With the query, as it goes over the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is really there, by the name of the parameter that would carry it. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** By header: proofs of who asks that are genuine, of anyone and of any kind. */
export type AskerProofs = Readonly<Record<string, string>>;

/**
 * `proofs`: what is asked with, now and then spoilt, left out, or taken for another. `bodies` are made once: a schema takes
 * longer to read than a request to make.
 */
export function requestsOf(
  operations: readonly AskedOperation[],
  bodies: Bodies,
  { known, proofs }: { readonly known: KnownValues; readonly proofs: AskerProofs },
): fc.Arbitrary<FuzzRequest> {
  const each = operations.map((operation) =>
    fc
      .record({
        path: pathsOf(operation, known),
        query: queriesOf(operation),
        headers: headersOf(operation, known, proofs),
        body: bodies.get(operation.name) ?? noBodies,
      })
      .map(({ path, query, headers, body }) => ({
        operation: operation.name,
        method: operation.method,
        path: `${path}${query}`,
        headers,
        ...(body !== undefined && { body }),
      })),
  );
  return fc.oneof(...each);
}

/** By the name of the operation. */
export type Bodies = ReadonlyMap<string, fc.Arbitrary<string | undefined>>;

export function bodiesOf(description: ApiDescription): Bodies {
  return new Map(
    operationsOf(description).flatMap(({ name, body }) =>
      body ? [[name, bodiesOfSchema(body, description.components.schemas)] as const] : [],
    ),
  );
}

export function allOperations(description: ApiDescription): {
  readonly ofFans: readonly AskedOperation[];
  readonly ofStaff: readonly AskedOperation[];
} {
  const all = operationsOf(description);
  const isStaff = ({ path }: AskedOperation) => path.startsWith(`${apiPrefix}staff/`);
  return { ofFans: all.filter((one) => !isStaff(one)), ofStaff: all.filter(isStaff) };
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

function pathsOf({ path }: AskedOperation, known: KnownValues): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const value = (name: string) => {
    const real = known[name] ?? [];
    const made = fc
      .oneof(
        fc.constantFrom(...hostileTexts.filter(({ length }) => length < 1000)),
        fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      )
      .map(encoded);
    return real.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, made) : made;
  };
  return fc
    .tuple(...names.map(value))
    .map((values) => names.reduce((whole, name, at) => whole.replace(`{${name}}`, values[at] ?? ''), path));
}

function queriesOf({ query }: AskedOperation): fc.Arbitrary<string> {
  const names = [...query, 'x'];
  // CloudFront itself takes no address of more than 8,192 letters.
  const texts = hostileTexts.map((text) => [...text].slice(0, 100).join(''));
  const one = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...texts));
  const some = fc.array(one, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    some.map((pairs) => `?${pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`),
  );
}

/** What a header can carry at all. */
const carried = (text: string) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 4000);

function headersOf(
  { headers, body }: AskedOperation,
  known: KnownValues,
  proofs: AskerProofs,
): fc.Arbitrary<AskerProofs> {
  const others = Object.values(proofs);
  const fields = headers.map((name) => {
    const genuine = proofs[name] ?? known[name]?.[0];
    const wrong = [
      fc.constantFrom(...hostileTexts).map(carried),
      ...(others.length > 0 ? [fc.constantFrom(...others)] : []),
      ...(genuine === undefined ? [] : [spoilt(genuine)]),
    ];
    const right = genuine === undefined ? [] : [{ weight: 9, arbitrary: fc.constant(genuine) }];
    return [name, fc.option(fc.oneof(...right, ...wrong), { freq: 12, nil: undefined })] as const;
  });
  const type = fc.oneof(
    { weight: 15, arbitrary: fc.constant('application/json') },
    fc.constantFrom(
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/json; charset=utf-16',
      '',
    ),
  );
  const language = fc.constantFrom('en-GB,en;q=0.9', 'de', '*', 'x'.repeat(500), ';;;q=9');
  return fc
    .record({ ...Object.fromEntries(fields), ...(body && { 'content-type': type }), 'accept-language': language })
    .map((given) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
}

/** One letter is another, one is missing, or the end. */
function spoilt(text: string): fc.Arbitrary<string> {
  return fc.tuple(fc.nat({ max: Math.max(0, text.length - 1) }), fc.nat({ max: 2 })).map(([at, how]) => {
    const before = text.slice(0, at);
    if (how === 0) return before;
    return how === 1 ? before + text.slice(at + 1) : `${before}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  });
}

const noBodies: fc.Arbitrary<string | undefined> = fc.option(fc.constantFrom(...hostileBodies), {
  freq: 1,
  nil: undefined,
});

function bodiesOfSchema(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<string | undefined> {
  const right = valuesOf(schema, schemas);
  const text = (value: unknown) => JSON.stringify(value);
  const spoiltOnce = fc.tuple(right, fc.nat(), hostileValues);
  return fc.oneof(
    { weight: 5, arbitrary: right.map(text) },
    { weight: 5, arbitrary: spoiltOnce.map(([value, at, wrong]) => text(withOne(value, at, wrong))) },
    { weight: 1, arbitrary: hostileValues.map(text) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileBodies) },
  );
}

/** With one of its parts, by their order in the text, replaced. */
export function withOne(value: unknown, nth: number, instead: unknown): unknown {
  const count = partsIn(value);
  let left = nth % count;
  const walk = (part: unknown): unknown => {
    if (left-- === 0) return instead;
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one)]));
  };
  return walk(value);
}

function partsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, one) => sum + partsIn(one), 1);
}
