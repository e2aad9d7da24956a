import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { apiRoutes } from '../../contracts/api-paths.ts';
import type { ApiHandlerName } from '../../contracts/handlers.ts';
import { header } from '../../contracts/paths.ts';
import type { RefusalCode } from '../../contracts/refusals.ts';
import { formRefusals, type RouteShape } from '../../contracts/routes/route-shape.ts';
import { routes } from '../../contracts/routes/routes.ts';
import { refusalsReached } from './refusals-reached.ts';

const home = join(import.meta.dirname, '../..');
const shapeOf = (name: ApiHandlerName): RouteShape => routes[name];

test('each route of the table has a shape, and each shape a route', () => {
  expect(Object.keys(routes).sort()).toEqual(apiRoutes.map(({ name }) => name).sort());
});

describe.each(apiRoutes)('$method $path', ({ name, path, needs }) => {
  const shape = shapeOf(name);
  const file = `lambdas/${name}.route.ts`;

  test('lists each code that its handler can refuse with, and no other', () => {
    expect(existsSync(join(home, file))).toBe(true);
    const exported = /^export const (\w+Route)\b/m.exec(readFileSync(join(home, file), 'utf8'))?.[1] ?? '';
    // Said of every route whose shape has parts or a body.
    const alike: readonly RefusalCode[] = [...formRefusals.always, ...formRefusals.withParts, ...formRefusals.withBody];
    // The edge looks at a pass first, and tells a day after its end what its handler would not.
    const atTheEdge = needs === 'pass' ? ['pass-expired'] : [];
    // Of staff the edge looks at the token first, and then the book is asked, before the handler's own rules.
    const ofStaff =
      typeof needs === 'object'
        ? ['sign-in-over', ...refusalsReached('lambdas/foundation/staff/who-asks.ts', 'whoAsks')]
        : [];
    const reached = [...refusalsReached(file, exported), ...atTheEdge, ...ofStaff].filter(
      (code) => !alike.includes(code as RefusalCode),
    );
    expect([...shape.refusals].sort()).toEqual([...new Set(reached)].sort());
  });

  test('has a parameter for each name in its path', () => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(Object.keys(shape.path?.shape ?? {})).toEqual(names);
  });

  test('reads the header of what it needs', () => {
    const headers = Object.keys(shape.headers?.shape ?? {});
    const wanted = {
      receipt: header.receipt,
      pass: header.pass,
      'order-key': header.orderKey,
      signature: 'stripe-signature',
      staff: 'authorization',
      'sign-in': 'authorization',
      'door-right': 'authorization',
    };
    const proofs: readonly string[] = Object.values(wanted);
    const proof = needs && wanted[typeof needs === 'object' ? 'staff' : needs];
    // A receipt is a help to whoever joins again, and no need.
    const helps = name === 'waiting-room/entry/join-line' ? [header.receipt] : [];
    expect(headers.filter((one) => proofs.includes(one))).toEqual(proof ? [proof] : helps);
  });

  test('is the shape that its handler reads requests by', () => {
    expect(readFileSync(join(home, file), 'utf8')).toContain(`Routes['${name}']`);
  });
});

test('what a handler refuses is found wherever it is said', () => {
  const reached = refusalsReached('lambdas/ordering/buy/place-order.route.ts', 'placeOrderRoute');
  expect(reached).toEqual(expect.arrayContaining(['pass-forged', 'slip-lapsed', 'idempotency-key-reused']));
  expect(refusalsReached('lambdas/ordering/buy/show-order.route.ts', 'showOrderRoute')).not.toContain('ticket-used');
});
