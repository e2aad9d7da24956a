import { type HandlerName, handlers } from '../../contracts/handlers.ts';

/*
 * Finds the handler that a request reaches, by the one table of them. It decides as an HTTP API does. A path is
 * compared part by part with its case. If two fit, the one that names more of it is taken.
 */

type RouteTable = typeof handlers;

/** The handlers that HTTP reaches. */
export type RoutedName = {
  [Name in HandlerName]: RouteTable[Name] extends { readonly route: string } ? Name : never;
}[HandlerName];

export interface FoundRoute {
  readonly name: RoutedName;
  readonly path: Readonly<Record<string, string>>;
}

interface RouteTemplate {
  readonly name: RoutedName;
  readonly method: string;
  readonly parts: readonly string[];
}

const templates: readonly RouteTemplate[] = Object.entries(handlers)
  .flatMap(([name, handler]) => {
    if (!('route' in handler) || handler.route === '$default') return [];
    const [method = '', path = ''] = handler.route.split(' ');
    return [{ name: name as RoutedName, method, parts: path.split('/') }];
  })
  .sort((one, other) => parametersOf(one) - parametersOf(other));

/** `path` without its query. */
export function findRoute(method: string, path: string): FoundRoute {
  const parts = path.split('/');
  for (const template of templates) {
    const found = template.method === method ? parametersIn(template.parts, parts) : undefined;
    if (found) return { name: template.name, path: found };
  }
  return { name: 'foundation/answer-unknown', path: {} };
}

function parametersOf({ parts }: RouteTemplate): number {
  return parts.filter(isParameter).length;
}

function parametersIn(template: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const given = parts[at] ?? '';
    if (isParameter(part)) found[part.slice(1, -1)] = decodeURIComponent(given);
    else if (part !== given) return undefined;
  }
  return found;
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}
