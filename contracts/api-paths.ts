import { apiPrefix } from './api.ts';
import { type ApiHandlerName, handlers, type Needs } from './handlers.ts';

/*
 * The paths of the table, for those who stand before the API and see addresses rather than routes: the edge and the
 * firewall. They judge a path whatever the method, so that a method which no route has is no way past them.
 */

/** One route of the API, as the table has it. */
export interface ApiRoute {
  readonly name: ApiHandlerName;
  readonly method: string;
  /** From the prefix on, with its parameters in braces. */
  readonly path: string;
  readonly needs?: Needs;
  readonly repeats?: true;
  readonly countsAs?: 'join' | 'invite' | 'payment';
}

/** Every route of the API, in the order of the table. */
export const apiRoutes: readonly ApiRoute[] = Object.entries(handlers).flatMap(([name, row]) => {
  const [method = '', path = ''] = 'route' in row ? row.route.split(' ') : [];
  if (!path.startsWith(apiPrefix)) return [];
  const more = {
    ...('needs' in row && { needs: row.needs }),
    ...('repeats' in row && { repeats: row.repeats }),
    ...('countsAs' in row && { countsAs: row.countsAs }),
  };
  return [{ name: name as ApiHandlerName, method, path, ...more }];
});

/** A regular expression, without ends, of the paths of these routes, each once. */
export function pathPattern(routes: readonly ApiRoute[]): string {
  const patterns = routes.map(({ path }) => path.replace(/[.]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+'));
  const [first = '', ...others] = new Set(patterns);
  return others.length === 0 ? first : `(?:${[first, ...others].join('|')})`;
}
