import { type HandlerName, handlers, type Needs } from '../../../contracts/handlers.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { guardedRoute, type ReplyTo, type Request, type RequestShape } from '../api-route.ts';
import type { Route } from '../route.ts';
import type { ActingMember, WhoAsks } from './who-asks.ts';

/** The handlers that a permission opens. */
export type StaffHandler = {
  [Name in HandlerName]: (typeof handlers)[Name] extends { readonly needs: Extract<Needs, object> } ? Name : never;
}[HandlerName];

/**
 * A route of staff, for whoever may do what the table of handlers says that it needs: nothing else of the request is
 * looked at before. What the act is about is known to the act alone: it asks the asker whether that is allowed too.
 */
export function staffRoute<const Shape extends RequestShape>(
  name: StaffHandler,
  shape: Shape,
  { whoAsks }: { readonly whoAsks: WhoAsks },
  act: (request: Request<Shape>, asker: ActingMember) => Promise<ReplyTo<Shape> | Refusal>,
): Route {
  const permission = handlers[name].needs.staff;
  return guardedRoute(
    shape,
    ({ claims }, now) => whoAsks(claims, permission, now),
    (request, { asker }) => act(request, asker),
  );
}
