import type { z } from 'zod';
import { type ApiRoute, apiRoutes } from '../../contracts/api-paths.ts';
import type { Needs } from '../../contracts/handlers.ts';
import { header } from '../../contracts/paths.ts';
import { busyAddressProblem, busyProblem, faultProblem, type Problem, refusals } from '../../contracts/refusals.ts';
import { formRefusals, type RouteShape } from '../../contracts/routes/route-shape.ts';
import { routes, topics } from '../../contracts/routes/routes.ts';
import { schemaOf, schemaRef, schemasByName } from './describe-schemas.ts';
import { given } from './examples.ts';
import type { Content, OpenApi, OpenApiParameter, OpenApiResponse, Operation, Schema } from './open-api.ts';

/** The description of the API, written from the table of routes and the schemas. */
export function describeApi(): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { name: tag, routes: ofTopic } of topics) {
    for (const route of apiRoutes.filter(({ name }) => name in ofTopic)) {
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, tag) };
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Stampede',
      version: '1',
      description:
        'Join a line, choose seats, buy them. A request that was refused is answered with a problem document (RFC 9457). ' +
        'An act that may be repeated carries an `idempotency-key` that the caller makes up: the same key again gives the ' +
        'same hold or order, so a client that got no answer simply asks again. Every moment is in milliseconds since ' +
        '1970, every price in minor units of its currency.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The site that this file is from.' }],
    tags: topics.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: { securitySchemes, schemas: schemasByName() },
  };
}

const inHeader = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description }) as const;

const securitySchemes = {
  receipt: inHeader(header.receipt, 'Shows whose place it is. It is in the answer to a join.'),
  pass: inHeader(header.pass, 'The right to shop for a while. It is in the answer to a claim.'),
  'order-key': inHeader(header.orderKey, 'Opens one order. It is in the answer to the request that placed it.'),
  signature: inHeader('stripe-signature', 'Made by Stripe over the very letters of its message.'),
  'sign-in': {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of somebody who signed in with this stage’s issuer, which /config.json names.',
  },
  staff: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The access token of somebody who signed in with this stage’s issuer, and whose roles allow the named permission.',
  },
  'door-right': {
    type: 'http',
    scheme: 'bearer',
    description: 'The right of a paired device, to one performance. It is in the answer to a pairing.',
  },
} as const;

function operationOf({ name, needs }: ApiRoute, tag: string): Operation {
  const shape: RouteShape = routes[name];
  const parameters = parametersOf(shape);
  return {
    operationId: name.split('/').at(-1) ?? name,
    tags: [tag],
    summary: shape.title,
    description: shape.about,
    security: needs ? [securityOf(needs)] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(shape.body && { requestBody: { required: true, content: contentOfRequest(shape) } }),
    responses: { ...goodResponses(shape), ...problemResponses(shape) },
  };
}

function securityOf(needs: Needs): Readonly<Record<string, readonly string[]>> {
  return typeof needs === 'object' ? { staff: [needs.staff] } : { [needs]: [] };
}

/** Headers that prove something are said by the scheme. */
const proofs: readonly string[] = [
  ...Object.values(securitySchemes).flatMap((scheme) => ('name' in scheme ? [scheme.name] : [])),
  'authorization',
];

function parametersOf({ path, query, headers }: RouteShape): readonly OpenApiParameter[] {
  const some = (place: OpenApiParameter['in'], parts: z.ZodObject | undefined) =>
    Object.entries(parts?.shape ?? {})
      .filter(([name]) => !proofs.includes(name))
      .map(([name, schema]) => parameterOf(place, name, schema as z.ZodType));
  return [...some('path', path), ...some('query', query), ...some('header', headers)];
}

function parameterOf(place: OpenApiParameter['in'], name: string, zod: z.ZodType): OpenApiParameter {
  const { description, ...schema } = schemaOf(zod);
  return {
    name,
    in: place,
    // One that is missing has a refusal of its own; to whoever calls it is required all the same.
    required: name === header.idempotencyKey || !zod.safeParse(undefined).success,
    ...(description !== undefined && { description }),
    schema,
    ...(given[name] !== undefined && { example: given[name] }),
  };
}

function contentOfRequest({ body, bodyAs }: RouteShape): Content {
  if (!body) return {};
  if (bodyAs === 'text') return { 'application/json': { schema: { type: 'object' } } };
  return { 'application/json': { schema: schemaOf(body) } };
}

function goodResponses({ answers }: RouteShape): Readonly<Record<string, OpenApiResponse>> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { when, body, file }]) => [
      status,
      {
        description: when,
        ...(body && { content: { 'application/json': { schema: schemaOf(body) } } }),
        ...(file !== undefined && { content: { [file.replace(/;.*/, '')]: {} } }),
      },
    ]),
  );
}

/** By status: the codes with their titles. */
function problemResponses(shape: RouteShape): Readonly<Record<string, OpenApiResponse>> {
  const hasParts = shape.path ?? shape.query ?? shape.headers ?? shape.body;
  const codes = [
    ...(hasParts ? formRefusals.withParts : []),
    ...(shape.body ? formRefusals.withBody : []),
    ...shape.refusals,
  ];
  const problems: readonly Omit<Problem, 'detail'>[] = [
    ...codes.map((code) => ({ type: `/problems/${code}`, ...refusals[code] })),
    busyAddressProblem,
    busyProblem,
    faultProblem,
  ];
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries([...byStatus].map(([status, some]) => [`${status}`, problemResponse(some)]));
}

function problemResponse(some: readonly Omit<Problem, 'detail'>[]): OpenApiResponse {
  const type: Schema = { enum: some.map((problem) => problem.type) };
  const patient = some.some(({ status }) => status === 429 || status >= 500);
  return {
    description: some.map(({ title }) => `${title}.`).join(' '),
    ...(patient && {
      headers: {
        'retry-after': { description: 'Seconds until trying again makes sense.', schema: { type: 'integer' } },
      },
    }),
    content: {
      'application/problem+json': {
        schema: { allOf: [schemaRef('Problem'), { type: 'object', properties: { type } }] },
      },
    },
  };
}
