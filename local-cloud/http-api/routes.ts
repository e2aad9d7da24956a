/**
 * Finds the route of an HTTP API that answers a request. A route is a method (or `ANY`) and a path whose segments may
 * be `{name}` (one segment) or, at the end, `{name+}` (one or more). The most specific path that matches wins: literal
 * before variable before greedy, segment by segment. If two routes have the same path, the one that names the method
 * wins. A request that no route matches goes to `$default`, if there is one.
 */

export interface RoutePattern {
  /** As it stands in the template, e.g. `GET /pets/{id}`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
}

export interface Match<R extends RoutePattern> {
  readonly route: R;
  /** Still percent-encoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export const defaultRoute = '$default';

/** The parts of a route key; undefined if it is not one. */
export const readRouteKey = (key: string): RoutePattern | undefined => {
  if (key === defaultRoute) return { key, method: 'ANY', segments: [] };
  const found = /^([A-Z]+) (\/.*)$/.exec(key);
  if (found === null) return undefined;
  return { key, method: found[1] ?? '', segments: segmentsOf(found[2] ?? '') };
};

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const isGreedy = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('+}');
const isVariable = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');

const parametersOf = (
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (isGreedy(expected)) {
      parameters[expected.slice(1, -2)] = segments.slice(index).join('/');
      return parameters;
    }
    if (isVariable(expected)) {
      if (segment === '') return undefined;
      parameters[expected.slice(1, -1)] = segment;
    } else if (expected !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
};

const rankOf = (segment: string | undefined): number => {
  if (segment === undefined) return 3;
  if (isGreedy(segment)) return 2;
  return isVariable(segment) ? 1 : 0;
};

/** Negative if `a` is more specific than `b`. */
const compare = (a: RoutePattern, b: RoutePattern): number => {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = rankOf(a.segments[index]) - rankOf(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
};

/** The most specific first, so that the first that matches is the one. */
export const sortRoutes = <R extends RoutePattern>(routes: readonly R[]): readonly R[] => [...routes].sort(compare);

/** @param routes sorted. @param path without query, still percent-encoded. */
export const matchRoute = <R extends RoutePattern>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined => {
  const segments = segmentsOf(path);
  for (const route of routes) {
    if (route.key === defaultRoute || (route.method !== 'ANY' && route.method !== method)) continue;
    const parameters = parametersOf(route.segments, segments);
    if (parameters !== undefined) return { route, parameters };
  }
  const otherwise = routes.find((route) => route.key === defaultRoute);
  return otherwise === undefined ? undefined : { route: otherwise, parameters: {} };
};
