import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ApiRoute, apiRoutes } from '../../contracts/api-paths.ts';
import { handlers } from '../../contracts/handlers.ts';
import { header } from '../../contracts/paths.ts';
import { type RefusalCode, refusals } from '../../contracts/refusals.ts';
import type { RouteShape } from '../../contracts/routes/route-shape.ts';
import { routes } from '../../contracts/routes/routes.ts';
import { namedSchemas } from '../../site/developers/named-schemas.ts';

/* The page about the API, held against the table of routes. */

const text = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');

/** The rows that begin with a method and a path. */
const rows = [...text.matchAll(/^\| `(GET|POST|DELETE) (\/[^`?]*)(?:\?[^`]*)?` \|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, method = '', path = '', needs = '', answers = '']) => ({ method, path, needs, answers }),
);
const key = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;

const proofs: Readonly<Record<string, string>> = {
  receipt: header.receipt,
  pass: header.pass,
  'order-key': header.orderKey,
  signature: 'stripe-signature',
  staff: 'authorization',
  'sign-in': 'authorization',
  'door-right': 'authorization',
};

const nameOf = (schema: unknown) => Object.entries(namedSchemas).find(([, named]) => named === schema)?.[0];
const statusesIn = (said: string) => [...new Set(said.match(/\b[2-5]\d\d\b/g))].sort();

test('every route is on the page once, and no other', () => {
  const plain = Object.values(handlers).flatMap((row) =>
    'route' in row && row.route.includes('/plain') ? [row.route] : [],
  );
  // The page without JavaScript has a row for each act of its one form.
  expect([...new Set(rows.map(key))].sort()).toEqual([...apiRoutes.map(key), ...plain].sort());
  const ofApi = rows.map(key).filter((route) => !route.includes('/plain'));
  expect(new Set(ofApi).size).toBe(ofApi.length);
});

describe.each(apiRoutes.map((route) => [key(route), route] as const))('%s', (_, route: ApiRoute) => {
  const shape: RouteShape = routes[route.name];
  const row = rows.find((one) => key(one) === key(route));

  test('needs what the table says', () => {
    const { needs } = route;
    const proof = needs && proofs[typeof needs === 'object' ? 'staff' : needs];
    const named = [...new Set(Object.values(proofs))].filter((name) => row?.needs.includes(name));
    expect(named).toEqual(proof === undefined ? [] : [proof]);
    expect(row?.needs.includes(header.idempotencyKey)).toBe(header.idempotencyKey in (shape.headers?.shape ?? {}));
    expect(row?.needs.includes(header.voucher)).toBe(header.voucher in (shape.headers?.shape ?? {}));
    const body = nameOf(shape.body);
    if (body !== undefined) expect(row?.needs).toContain(`body \`${body}\``);
    else expect(row?.needs).not.toContain('body');
  });

  test('answers what the table says, by status and shape', () => {
    const good = Object.entries(shape.answers);
    expect(statusesIn(row?.answers ?? '').filter((status) => status.startsWith('2'))).toEqual(
      good.map(([status]) => status).sort(),
    );
    for (const [, { body }] of good) {
      const name = nameOf(body);
      if (name !== undefined) expect(row?.answers).toContain(`\`${name}\``);
    }
    for (const [, code = ''] of (row?.answers ?? '').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)) {
      expect(shape.refusals).toContain(code);
    }
  });
});

test('a code that the page names is one of ours, with its status', () => {
  const said = [...text.matchAll(/\b(\d{3})\s+`([a-z]+(?:-[a-z]+)+)`/g)];
  expect(said.length).toBeGreaterThan(3);
  for (const [, status, code = ''] of said) {
    expect([code, refusals[code as RefusalCode]?.status]).toEqual([code, Number(status)]);
  }
});
