import type { ApiHandlerName, handlers } from './handlers.ts';

/*
 * The addresses of the API, for all who call it. The table of routes is imported as a type, which costs a page's bundle
 * nothing: a call is spelled out where it is made, and one that the table does not have does not compile.
 */

/** Before every path of the API; the CDN sends what begins with it there. */
export const apiPrefix = '/api/';

/** Where the description of the API lies, as OpenAPI 3.1. A file of the site, not a route. */
export const descriptionPath = `${apiPrefix}openapi.json`;

type RouteAddress = (typeof handlers)[ApiHandlerName]['route'];

/** A route as callers spell it: the method, and the path behind the prefix. */
export type ApiCall<Of extends RouteAddress = RouteAddress> =
  Of extends `${infer Method} ${typeof apiPrefix}${infer Path}` ? `${Method} ${Path}` : never;

/** The names between braces: `hold` and `performance` of `performances/{performance}/holds/{hold}`. */
export type Parameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameter<Rest>
  : never;

type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

/** The address of a call, whatever its parameters are. */
export type Url<What extends ApiCall> = What extends `${string} ${infer Path}`
  ? `${typeof apiPrefix}${Filled<Path>}`
  : never;

type MethodOf<What extends string> = What extends `${infer Method} ${string}` ? Method : never;

export type Given<What extends string> = [Parameter<What>] extends [never]
  ? []
  : [given: Readonly<Record<Parameter<What>, string>>];

/** The method and the address of a call, e.g. `api('POST lines/{onSale}/join', { onSale })`. */
export function api<What extends ApiCall>(
  what: What,
  ...[given]: Given<What>
): { readonly method: MethodOf<What>; readonly url: string } {
  const [method, path = ''] = what.split(' ');
  const parameters = given as Readonly<Record<string, string>> | undefined;
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(`${parameters?.[name]}`));
  return { method: method as MethodOf<What>, url: apiPrefix + url };
}
