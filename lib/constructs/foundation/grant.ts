import { type IManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type HandlerName, handlers } from '../../../contracts/handlers.ts';

/**
 * A grant is the permission to do one thing and the address to do it at, in one value. A function is given one for each
 * variable of its row in the handlers table. So it never has an address without the permission, nor a permission
 * without the address. A missing or surplus grant does not compile.
 */
export interface Grant {
  /** The value of the function's variable: a name, a URL, an ARN. */
  readonly address: string;
  readonly allow: readonly PolicyStatement[];
  /** Permission that is written down once, beside what it is about, for all who are given it. */
  readonly policy?: IManagedPolicy;
}

/** A grant for every variable that the handler reads. */
export type Grants<Name extends HandlerName> = Readonly<Record<(typeof handlers)[Name]['env'][number], Grant>>;

/** Permission for the given actions on the given resources, and the address to use it at. */
export const grant = (address: string, resources: readonly string[], actions: readonly string[]): Grant => ({
  address,
  allow: [new PolicyStatement({ actions: [...actions], resources: [...resources] })],
});

/** A fact that needs no permission. */
export const fact = (text: string): Grant => ({ address: text, allow: [] });

/** The handlers that are reached in one way: `'operator'`, `'queue'`, `'schedule'`. */
export type HandlersBy<By extends 'operator' | 'queue' | 'schedule'> = {
  [Name in HandlerName]: (typeof handlers)[Name] extends { readonly by: By } ? Name : never;
}[HandlerName];

/** The handlers that a route of the API reaches. */
export type RoutedHandler = {
  [Name in HandlerName]: (typeof handlers)[Name] extends { readonly route: string } ? Name : never;
}[HandlerName];

/** `waiting-room/entry/join-line` is the construct `JoinLine`. */
export const constructId = (name: HandlerName): string =>
  (name.split('/').at(-1) ?? name).replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** The route of a handler: a method and a path, or `$default`. */
export const routeOf = (name: RoutedHandler): string => handlers[name].route;
