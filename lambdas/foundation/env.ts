import { type HandlerEnv, type HandlerName, handlers } from '../../contracts/handlers.ts';

/**
 * The one reader of the environment. A handler reads its variables at cold start, typed by the
 * handlers table; a missing one is a fault of the deployment and stops the cold start by name.
 */
export function readEnv<Name extends HandlerName>(
  name: Name,
  source: Readonly<Record<string, string | undefined>>,
): HandlerEnv<Name> {
  const missing = handlers[name].env.filter((key) => !source[key]);
  if (missing.length > 0) throw new Error(`${name} was not told ${missing.join(', ')}: see contracts/handlers.ts`);
  return Object.fromEntries(handlers[name].env.map((key) => [key, source[key]])) as HandlerEnv<Name>;
}
