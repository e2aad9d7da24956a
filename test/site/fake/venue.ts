import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import { languageFor } from '../../../contracts/languages.ts';
import { fileInLanguage } from '../../../contracts/pages.ts';
import type { Plan } from '../../../contracts/plan.ts';
import type { SiteConfig as Config } from '../../../contracts/site-config.ts';
import { pretendScript } from '../../../stand-ins/stripe/pretend-script.ts';
import { builtFunction } from '../../edge/built.ts';
import { theatrePlan } from '../theatre/plans.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';
import { FakeDoor } from './door.ts';
import { FakeHouses } from './house.ts';
import { FakeLine } from './line.ts';
import { FakeOrders } from './orders.ts';
import { type SeasonFiles, seasonFiles } from './season.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/** The policy of the deployed site, so that whatever it would refuse is refused in the tests. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A whole venue in one process, for the pages alone: everything in contracts/ that a page asks for, with
 * simple rules behind it, and the built site behind the built edge function and with its content policy.
 */
export class FakeVenue {
  readonly lines: Map<string, FakeLine>;
  readonly files: SeasonFiles;
  readonly houses: FakeHouses;
  readonly orders: FakeOrders;
  readonly door = new FakeDoor();
  readonly plan: Plan;
  /** Paths that answer 503, by how many more times. */
  readonly broken = new Map<string, number>();
  /** Paths whose answers are lost on the way back, though they were acted on, by how many more times. */
  readonly unheard = new Map<string, number>();
  readonly asked: string[] = [];
  /** What `/config.json` says besides. */
  config: Partial<Config> = {};
  readonly #dist: string;
  #edge: Awaited<ReturnType<typeof builtFunction>> | undefined;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(dist: string, options: { opensAt: number; plan?: Plan; firstNight?: number }) {
    const { opensAt, plan = theatrePlan(), firstNight = Date.UTC(2027, 5, 4, 18, 30) } = options;
    this.#dist = dist;
    this.plan = plan;
    this.lines = new Map([
      ['friends', new FakeLine('friends', 'Friends’ priority booking', opensAt, 'members')],
      ['public', new FakeLine('public', 'General booking', opensAt, 'open')],
    ]);
    const onSales = [...this.lines.values()].map(
      ({ file }): PublishedOnSale => ({
        id: file.onSale,
        title: file.title,
        audienceName: file.entry === 'members' ? 'Friends of the theatre' : 'everyone',
        opensAt: file.opensAt,
        closesAt: file.closesAt,
        entry: file.entry,
        seatsPerFan: 6,
        holdMinutes: 8,
      }),
    );
    this.files = seasonFiles(onSales, firstNight, plan.id);
    this.houses = new FakeHouses(plan, this.files.performances);
    this.orders = new FakeOrders(this.houses);
  }

  get friends(): FakeLine {
    return this.lines.get('friends') as FakeLine;
  }

  async open(): Promise<string> {
    this.#edge = await builtFunction('viewer-request-site');
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://venue');
    this.asked.push(`${request.method} ${url.pathname}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const answer = this.#answer({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers as Record<string, string | undefined>,
      body: text === '' ? undefined : bodyOf(text),
    });
    const lost = this.unheard.get(url.pathname) ?? 0;
    if (lost > 0) {
      this.unheard.set(url.pathname, lost - 1);
      response.destroy();
      return;
    }
    if (!answer) return this.#page(url, request, response);
    response.writeHead(answer.status, {
      'content-type': answer.type ?? 'application/json',
      'cache-control': answer.cacheControl ?? 'no-store',
    });
    response.end(answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
  }

  #answer(request: FakeRequest): FakeAnswer | undefined {
    const { path } = request;
    const left = this.broken.get(path) ?? 0;
    if (left > 0) {
      this.broken.set(path, left - 1);
      return { status: 503, body: {} };
    }
    if (path === '/config.json') return ok({ live: '', ...this.config });
    if (path === '/stripe.js') return { status: 200, type: 'text/javascript', text: pretendScript('') };
    if (path.startsWith('/v1/payment_intents/')) return this.#confirm(request);
    if (path.startsWith('/catalogue/') || path.startsWith('/lines/')) return this.#file(path);
    if (path.startsWith('/api/')) return this.#api(request);
    return undefined;
  }

  #file(path: string): FakeAnswer {
    const [, kind, second = '', third = '', fourth = ''] = path.replace('.json', '').split('/');
    const line = this.lines.get(second);
    const found =
      kind === 'lines'
        ? third === 'rounds' && fourth !== ''
          ? line?.sheets.get(Number(fourth))
          : line?.[third === 'line' ? 'file' : (third as 'board' | 'rounds' | 'ledger')]
        : second === 'season'
          ? this.files.season
          : second === 'shows'
            ? this.files.shows.get(third)
            : second === 'performances'
              ? this.files.performances.get(third)
              : this.plan.id === third
                ? this.plan
                : undefined;
    // As a bucket answers for a file that is not there.
    return found ? ok(found) : { status: 403, type: 'application/xml', body: 'AccessDenied' };
  }

  #api(request: FakeRequest): FakeAnswer {
    const { method, path } = request;
    const [, , noun, id = '', sub = '', subId = ''] = path.split('/');
    const route = `${method} ${noun}${sub ? `/${sub}` : ''}`;
    const line = this.lines.get(id);
    if (noun === 'lines' && !line) return no('line-unknown', 'See the season for what is on sale.');
    if (line && route === 'POST lines/join') return line.join(request);
    if (line && route === 'POST lines/claim') return line.claim(request);
    if (line && route === 'POST lines/leave') return line.leave(request);
    if (line && route === 'GET lines/challenge') return line.challenge(request);
    if (line && route === 'POST lines/invite') return line.invite(request);
    if (line && route === 'POST lines/appeal') return line.appeal(request);
    if (line && route === 'POST lines/extend') return line.extend(request);
    if (route === 'GET performances/availability') return this.houses.availability(id);
    if (route === 'POST performances/holds') return this.houses.hold(id, request);
    if (route === 'GET performances/holds') return this.houses.show(subId, request);
    if (route === 'DELETE performances/holds') return this.houses.release(subId);
    if (path === '/api/basket/extend') return this.houses.extend(request);
    if (route === 'GET basket') return this.houses.basket(request);
    if (path === '/api/basket/extend') return this.houses.extend(request);
    if (route === 'POST orders') return this.orders.place(request);
    if (route === 'GET orders') return this.orders.show(id, request);
    if (route === 'POST orders/cancel') return this.orders.cancel(id, request);
    if (route === 'POST orders/exchange') return this.orders.exchange(id, request);
    if (route === 'GET orders/tickets.pdf') return this.orders.tickets(id, request);
    if (path.startsWith('/api/staff/door/')) return this.door.answer(sub, request);
    if (path === '/api/staff/orders') return this.orders.book(request);
    if (path.startsWith('/api/staff/orders/'))
      return method === 'POST' ? this.orders.change(sub, request) : this.orders.audit(sub, request);
    return no('not-found', 'See the season for what is on.');
  }

  /** As the payment provider answers its own form: a card that is declined, and all others. */
  #confirm({ path, body }: FakeRequest): FakeAnswer {
    const order = path.split('/')[3]?.replace(/^pi_/, '') ?? '';
    if (`${body}`.includes('4000+0000+0000+0002'))
      return {
        status: 402,
        body: { error: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' } },
      };
    this.orders.decide(order, true);
    return ok({ status: 'requires_capture' });
  }

  /** As the CDN serves the site: what the edge makes of the address, and the page that says that there is none. */
  async #page(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { cookie = '', 'accept-language': accepted = '' } = request.headers;
    const decided = this.#edge?.({
      path: url.pathname,
      query: url.search.slice(1),
      headers: { cookie, 'accept-language': accepted },
    });
    if (decided?.go === 'back' && decided.response.status !== 404) {
      const { status, headers, cookies = [] } = decided.response;
      response.writeHead(status, { ...headers, 'set-cookie': [...cookies] });
      response.end();
      return;
    }
    const path = decided?.go === 'on' ? decided.request.path : '/nothing';
    const nothing = fileInLanguage('404', languageFor(undefined, accepted));
    const found = await readFile(join(this.#dist, path)).catch(() => undefined);
    const body = found ?? (await readFile(join(this.#dist, nothing)));
    const type = types[found ? extname(path) : '.html'] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    response.end(body);
  }
}

/** A form is what the payment provider's script sends; everything else sends JSON. */
function bodyOf(text: string): unknown {
  return text.startsWith('{') ? (JSON.parse(text) as unknown) : text;
}
