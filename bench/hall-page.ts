import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { PerformanceFile } from '../contracts/catalogue.ts';
import type { Availability } from '../contracts/house.ts';
import { type Plan, seatsInOrder } from '../contracts/plan.ts';
import { generators } from '../examples/plans/generate.ts';
import { chances } from '../examples/random.ts';
import { planLayout } from '../lambdas/catalogue/plan-layout.ts';
import { readPlan } from '../lambdas/catalogue/read-plan.ts';

const plan = arena();

/** The plan of the example world `arena`. */
function arena(): Plan {
  const read = readPlan(planLayout.parse(generators.arena(11)));
  if (!read.ok) throw new Error(`The arena is no plan: ${read.errors[0]?.message}`);
  return read.plan;
}

/** The hall page and the four files it reads; other seats are gone at every look. */
export function serveHall(dist: string): Promise<{ readonly base: string; readonly server: Server }> {
  const chance = chances(3);
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const performance: PerformanceFile = {
    v: 1,
    id: 'arena-1',
    show: 'arena',
    title: 'The arena',
    venue: 'The arena',
    startsAt: Date.UTC(2027, 5, 4, 19),
    plan: plan.id,
    prices: Object.fromEntries(plan.categories.map(({ id }, index) => [id, 4_000 + 1_500 * index])),
    currency: 'GBP',
    timeZone: 'Europe/London',
    onSales: [],
  };
  const gone = new Set(
    plan.sections.flatMap((section) => seatsInOrder(section).map(({ id }) => id)).filter(() => chance() < 0.4),
  );
  const availability = (): Availability => ({
    v: 1,
    performance: performance.id,
    plan: plan.id,
    at: Date.now(),
    sections: Object.fromEntries(
      plan.sections.map((section) => {
        const seats = seatsInOrder(section);
        const bits = Buffer.alloc(Math.ceil(seats.length / 8));
        seats.forEach(({ id }, index) => {
          if (chance() < 0.002) gone.add(id);
          if (gone.has(id)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
        });
        return [section.id, { free: seats.length, taken: bits.toString('base64') }] as const;
      }),
    ),
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hall');
    const json = pathname.endsWith('/availability')
      ? availability()
      : pathname.includes('/performances/')
        ? performance
        : pathname.includes('/plans/')
          ? plan
          : pathname === '/config.json'
            ? { live: '' }
            : undefined;
    if (json) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json));
      return;
    }
    const file = join(dist, pathname === '/hall' ? 'hall.html' : pathname);
    const body = await readFile(file).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  });
  return new Promise((listening) =>
    server.listen(0, '127.0.0.1', () =>
      listening({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }),
    ),
  );
}
