import type { UnpaidAtDoor } from '../../contracts/door.ts';
import { handlers, needsSignIn } from '../../contracts/handlers.ts';
import type { Message, SendMail } from '../../lambdas/foundation/mail.ts';
import type { HttpAnswer, HttpRequest, Route } from '../../lambdas/foundation/route.ts';
import type { FailedRefund } from '../../lambdas/ordering/order/order.ts';
import { ticketPdf } from '../../lambdas/ordering/ticket/ticket-pdf.ts';
import { chanceOf } from '../../rehearsal/fans/chance.ts';
import type { BeaconSource } from '../../rules/beacon.ts';
import { Chronicle } from '../audit/chronicle.ts';
import { disputed, hear, refundFailed, settle } from '../ordering.ts';
import { Bank } from './bank.ts';
import { BuyersPost } from './buyers-post.ts';
import { Cloud } from './cloud.ts';
import { findRoute, type RoutedName } from './find-route.ts';
import { Operators } from './operators.ts';
import { PlatformInMemory } from './platform.ts';
import { Pool } from './pool.ts';
import { routesOf } from './routes.ts';
import { twins } from './stores.ts';
import type { StripeAtHand } from './stripe-at-hand.ts';
import { Tending } from './tending.ts';
import { ticketFonts } from './ticket-fonts.ts';
import type { Time } from './time.ts';
import { claimsIn, stageUserinfo } from './tokens.ts';
import { fair } from './weather.ts';

/**
 * A stage: the whole platform in memory, by its real use cases, for whoever wants to ask it something: a rehearsal, a
 * page in a browser. Requests come in by the real routes, as the API hands them to the functions; operators act through
 * `operators`; `tending` does what schedules do. The weather is fair: what is to fail is said (`cloud.spoil`).
 *
 *     request ─▶ findRoute ─▶ a warm process ─▶ its route ─▶ stores, queues, files ─▶ answer
 */
export interface StageOf {
  readonly time: Time;
  readonly seed?: number;
  /** Address of the site, for links in mails. */
  readonly site?: string;
  readonly stripe?: StripeAtHand;
  /** Left out, lines are trusted, and are drawn at once. */
  readonly beacon?: BeaconSource;
  /** False: this stage sends no mail, as one may be deployed. */
  readonly mails?: boolean;
  /** The setting of the venue; `amber` if left out. */
  readonly unpaidAtDoor?: UnpaidAtDoor;
}

export interface StageRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
}

export interface SentMail extends Message {
  readonly to: string;
}

const apiTimeoutMs = 10_000;

function asksForSignIn(name: RoutedName): boolean {
  const row = handlers[name];
  return needsSignIn('needs' in row ? row.needs : undefined);
}

export class Stage {
  readonly time: Time;
  readonly cloud: Cloud;
  readonly platform: PlatformInMemory;
  readonly operators: Operators;
  readonly tending: Tending;
  /** Sent, the oldest first. */
  readonly mailbox: SentMail[] = [];
  /** Faults of ours, whether a fan met them or not. */
  readonly faults: unknown[] = [];
  /** Of the site, for links in mails. */
  site: string;
  readonly send: SendMail | undefined;
  readonly #functions: Pool<Readonly<Record<RoutedName, Route>>>;
  #salts = 0;

  constructor(of: StageOf) {
    const { time, seed = 1, site = 'https://tickets.example.org', stripe, beacon, mails = true } = of;
    this.time = time;
    this.site = site;
    const chronicle = new Chronicle(false, time.now);
    this.cloud = new Cloud({ time, chance: chanceOf(seed), weather: fair, chronicle, saw: () => {} });
    const report = (error: unknown) => void this.faults.push(error);
    const bank = new Bank({ announce: (order, decidesAt) => this.#hearLater(order, decidesAt), taken: () => {} });
    this.send = mails ? (to, message) => this.#post(to, message) : undefined;
    const post = new BuyersPost({
      cloud: this.cloud,
      platform: () => this.platform,
      sender: () => this.send,
      draw: (view) => ticketPdf(view, ticketFonts()),
      site: () => this.site,
      report,
    });
    this.platform = new PlatformInMemory({
      cloud: this.cloud,
      stores: twins(),
      bank,
      ...(stripe && { payments: stripe.payments }),
      beacon,
      spoils: {},
      settle,
      announced: post.announced,
      report,
    });
    const listener = stripe && {
      secrets: async () => stripe.webhookSecrets,
      hear: (order: string, now: number) => hear(this.platform.api(this.cloud.start('stripe')), order, now),
      refundFailed: (order: string, refund: FailedRefund, now: number) =>
        refundFailed(this.platform.api(this.cloud.start('stripe')), order, refund, now),
      disputed: (reference: string, now: number) =>
        disputed(this.platform.api(this.cloud.start('stripe')), stripe.account, reference, now),
    };
    this.#functions = new Pool(this.cloud, {
      role: 'api',
      timeoutMs: apiTimeoutMs,
      make: (by) =>
        routesOf(this.platform.api(by), {
          userinfo: stageUserinfo,
          send: this.send,
          site: () => this.site,
          stripe: listener,
          salt: () => this.#salt(),
          unpaidAtDoor: of.unpaidAtDoor ?? 'amber',
          report,
        }),
    });
    this.operators = new Operators(this);
    this.tending = new Tending(this);
  }

  /** As the API answers what the edge let through. */
  async answer({ method, path, headers = {}, cookies = [], body = '' }: StageRequest): Promise<HttpAnswer> {
    const url = new URL(path, 'http://stage');
    const found = findRoute(method, url.pathname);
    const request: HttpRequest = {
      path: found.path,
      query: Object.fromEntries(url.searchParams),
      headers: { 'x-forwarded-for': '192.0.2.7', ...headers },
      cookies,
      body,
      // As the API's authorizer: on the routes that have one, and without claims the handler refuses.
      ...(asksForSignIn(found.name) && { claims: claimsIn(headers.authorization, this.time.now) }),
    };
    const invoked = await this.#functions.invoke((routes, now) => this.#answer(routes[found.name], request, now));
    // The answer of an HTTP API for a function that died or ran out of time.
    return invoked.ended === 'well'
      ? invoked.result
      : { status: 503, headers: { 'content-type': 'application/json' }, body: '{"message":"Service Unavailable"}' };
  }

  /** `answer`, of JSON and with JSON. */
  async ask<Body>(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: StageRequest['headers'] } = {},
  ): Promise<{ readonly status: number; readonly body: Body }> {
    const answer = await this.answer({
      method,
      path,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = answer.body === undefined ? undefined : Buffer.from(answer.body).toString('utf8');
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as Body };
  }

  async #post(to: string, message: Message): Promise<'sent'> {
    this.mailbox.push({ to, ...message });
    return 'sent';
  }

  async #answer(route: Route, request: HttpRequest, now: number): Promise<HttpAnswer> {
    try {
      return await route.answer(request, now);
    } catch (error) {
      this.faults.push(error);
      return route.fault(error, request, now);
    }
  }

  #hearLater(order: string, decidesAt: number): void {
    this.time.after(decidesAt - this.time.now, () => {
      void this.platform.pool
        .invoke((api, now) => hear(api, order, now))
        .then((invoked) => invoked.ended === 'failed' && this.faults.push(invoked.error));
    });
  }

  #salt(): string {
    this.#salts += 1;
    return this.#salts.toString(16).padStart(24, '0');
  }
}
