import type { OpenApi, Operation, Schema } from './open-api.ts';

/** Reads the description of the API for those who show it. */

export interface ShownRoute extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The routes of each topic, in the order of the description. */
export function routesByTopic(api: OpenApi): readonly {
  readonly name: string;
  readonly description: string;
  readonly routes: readonly ShownRoute[];
}[] {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return api.tags.map(({ name, description }) => ({
    name,
    description,
    routes: all.filter(({ tags }) => tags.includes(name)),
  }));
}

/** `Joined` of `#/components/schemas/Joined`. */
export function nameIn(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.split('/').at(-1);
}

/** The codes that a route's problem documents may have, by status. */
export function problemsOf({ responses }: Operation): readonly { readonly status: string; readonly type: string }[] {
  return Object.entries(responses).flatMap(([status, { content }]) => {
    const types = content?.['application/problem+json']?.schema?.allOf?.at(-1)?.properties?.type?.enum ?? [];
    return types.map((type) => ({ status, type: `${type}` }));
  });
}

/** Each problem's title, by its type. */
export function problemTitles(api: OpenApi): ReadonlyMap<string, string> {
  const known = api.components.schemas.Problem?.properties?.type?.oneOf ?? [];
  return new Map(known.map(({ const: type, title = '' }) => [`${type}`, title]));
}

/** The example of a schema, its own or that of the one it names. */
export function exampleOf(api: OpenApi, schema: Schema | undefined): unknown {
  const name = nameIn(schema);
  return name ? api.components.schemas[name]?.examples?.[0] : schema?.examples?.[0];
}

/** The call as one types it: method, address with the example's parameters, headers, body. */
export function requestText(api: OpenApi, route: ShownRoute): string {
  const { method, path, parameters = [], security, requestBody } = route;
  const value = (name: string) => parameters.find((parameter) => parameter.name === name)?.example ?? name;
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const url =
    path.replace(/\{(\w+)\}/g, (_, name: string) => value(name)) +
    query.map(({ name, example = '' }, index) => `${index === 0 ? '?' : '&'}${name}=${example}`).join('');
  const schemes = security.flatMap((one) => Object.keys(one)).map((name) => api.components.securitySchemes[name]);
  const headers = [
    ...schemes.map((scheme) => (scheme?.type === 'http' ? 'authorization: Bearer …' : `${scheme?.name}: …`)),
    ...parameters
      .filter((one) => one.in === 'header' && one.required)
      .map(({ name, example }) => `${name}: ${example}`),
    ...(requestBody ? ['content-type: application/json'] : []),
  ];
  const body = exampleOf(api, requestBody?.content['application/json']?.schema);
  return [`${method} ${url}`, ...headers, ...(body === undefined ? [] : ['', pretty(body)])].join('\n');
}

export const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
