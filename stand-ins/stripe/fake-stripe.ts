import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { answerDispute, closeDispute, decide, dispute, listDisputes, showDispute } from './disputes.ts';
import { type Form, readForm, textIn } from './form.ts';
import { approve, cancel, capture, confirm, make, show, withdraw } from './ledger.ts';
import { messageOf, type PretendMessage, signatureOf } from './messages.ts';
import {
  emptyLedger,
  type PretendDispute,
  type PretendLedger,
  type PretendNews,
  type PretendOutcome,
} from './outcome.ts';
import { pretendScript } from './pretend-script.ts';
import { listRefunds, refund } from './refunds.ts';
import { type RememberedAnswer, rememberAnswers } from './remembered.ts';

/*
 * A pretend Stripe on this machine: its API, its messages, and a script in place of Stripe.js whose form says that it
 * is pretend. No money, no network beyond this machine.
 */

export interface FakeStripeOptions {
  /** 0, any free one, if left out. */
  readonly port?: number;
  /** File that keeps what it knows over a restart. */
  readonly file?: string;
  /** Milliseconds until a late card is approved. */
  readonly lateMs?: number;
  /** How often each message is sent, e.g. 2. */
  readonly times?: number;
}

/** The mishap of the next request: before or after it had its effect. */
export type PretendMishap = 'error-before' | 'error-after' | 'cut-before' | 'cut-after';

export interface FakeStripe {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret: string;
  /** The messages so far, the oldest first. */
  readonly messages: readonly PretendMessage[];
  /** Requests of the API, e.g. `POST /v1/payment_intents`. */
  readonly asked: readonly string[];
  readonly ledger: () => PretendLedger;
  /** Sends messages here from now on. */
  tell(url: string): void;
  /** Sends one message, now or as if at another time (seconds since the epoch), and answers with the status it met. */
  send(message: PretendMessage, to: string, at?: number): Promise<number>;
  /** The fan types a card. */
  pay(intent: string, card: string): Promise<RememberedAnswer>;
  /** Approves what is late. */
  approve(intent: string): void;
  /** The bank takes back what it authorised. */
  withdraw(intent: string): void;
  /** The buyer of this payment asks their bank for the money, or for a part. Answers with the dispute's id. */
  dispute(intent: string, more?: { readonly amount?: number; readonly reason?: string }): string;
  /** The bank decides, or goes on. */
  decide(dispute: string, status: PretendDispute['status']): void;
  /** The next request of this kind, `POST …/capture` say, goes wrong. */
  spoil(mishap: PretendMishap, kind?: RegExp): void;
  /** Forgets idempotency keys, as Stripe does after a day. */
  forgetKeys(): void;
  stop(): Promise<void>;
}

const version = '2026-10-28.endive';
const keys = {
  secretKey: 'rk_test_pretend',
  publishableKey: 'pk_test_pretend',
  webhookSecret: 'whsec_pretend',
};
const chance = {
  id: (kind: string) => `${kind}_${randomBytes(12).toString('hex')}`,
  now: () => Math.floor(Date.now() / 1000),
};

export async function startFakeStripe(options: FakeStripeOptions = {}): Promise<FakeStripe> {
  const { port = 0, file, lateMs = 15_000, times = 1 } = options;
  const remembered = rememberAnswers();
  const messages: PretendMessage[] = [];
  const asked: string[] = [];
  const mishaps: { readonly mishap: PretendMishap; readonly kind: RegExp }[] = [];
  const stopping = new AbortController();
  let hears: string | undefined;
  let ledger: PretendLedger =
    file && existsSync(file) ? { ...emptyLedger, ...JSON.parse(readFileSync(file, 'utf8')) } : emptyLedger;

  const take = (outcome: PretendOutcome): RememberedAnswer => {
    if (outcome.ledger) ledger = outcome.ledger;
    if (file) writeFileSync(file, JSON.stringify(ledger));
    for (const news of outcome.news ?? []) announce(news);
    if (!outcome.ok) return { status: outcome.fault.status, body: { error: outcome.fault.error } };
    if (outcome.later !== undefined) void approveLater(outcome.later);
    return { status: 200, body: outcome.answer };
  };
  const announce = (news: PretendNews) => {
    const message = messageOf(news, chance.id('evt'), chance.now(), version);
    messages.push(message);
    if (hears !== undefined) for (let n = 0; n < times; n += 1) void deliver(message, hears);
  };
  /** As Stripe does, until it is taken; in seconds, where Stripe takes hours. */
  const deliver = async (message: PretendMessage, to: string) => {
    for (let pause = 500; pause < 60_000; pause *= 2) {
      const status = await send(message, to).catch(() => 0);
      if (status >= 200 && status < 300) return;
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
    }
  };
  const send = async (message: PretendMessage, to: string, at = chance.now()): Promise<number> => {
    const body = JSON.stringify(message, undefined, 2);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signatureOf(body, keys.webhookSecret, at),
    };
    const { status } = await fetch(to, { method: 'POST', headers, body });
    return status;
  };
  const approveLater = async (intent: string) => {
    await wait(lateMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    if (!stopping.signal.aborted) take(approve(ledger, intent, chance));
  };

  const answerTo = (request: IncomingMessage, path: string, form: Form): PretendOutcome | undefined => {
    const [, , kind, id = '', act] = path.split('/');
    const method = request.method ?? '';
    if (kind === 'payment_intents') {
      if (method === 'POST' && id === '') return make(ledger, form, chance);
      if (method === 'GET' && !act) return show(ledger, id);
      if (method === 'POST' && act === 'confirm') return confirm(ledger, id, form, chance);
      if (method === 'POST' && act === 'capture') return capture(ledger, id, form, chance);
      if (method === 'POST' && act === 'cancel') return cancel(ledger, id, chance);
    }
    if (kind === 'refunds' && method === 'POST' && id === '') return refund(ledger, form, chance);
    if (kind === 'refunds' && method === 'GET') return listRefunds(ledger, textIn(form, 'payment_intent') ?? '');
    if (kind === 'disputes') {
      if (method === 'GET' && id === '') return listDisputes(ledger, textIn(form, 'payment_intent') ?? '');
      if (method === 'GET') return showDispute(ledger, id);
      if (method === 'POST' && act === 'close') return closeDispute(ledger, id);
      if (method === 'POST' && !act) return answerDispute(ledger, id, form);
    }
    return undefined;
  };

  const server = createServer((request, response) => {
    void serve(request, response).catch((fault: unknown) => {
      console.error(fault);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://stripe');
    const body = await text(request);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (pathname === '/v3/')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(pretendScript(url));
    const from = request.headers.authorization ?? '';
    const page = pathname.endsWith('/confirm');
    if (from !== `Bearer ${page ? keys.publishableKey : keys.secretKey}`)
      return reply(response, {
        status: 401,
        body: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } },
      });
    asked.push(`${request.method} ${pathname}`);
    const form = readForm(request.method === 'GET' ? search.slice(1) : body);
    const spoilt = mishaps.findIndex(({ kind }) => !page && kind.test(`${request.method} ${pathname}`));
    const mishap = spoilt < 0 ? undefined : mishaps.splice(spoilt, 1)[0]?.mishap;
    if (mishap === 'cut-before') return void response.destroy();
    let silent = false;
    const act = (): RememberedAnswer => {
      if (mishap === 'error-before') return broken;
      const outcome = answerTo(request, pathname, form);
      if (!outcome)
        return {
          status: 404,
          body: {
            error: {
              type: 'invalid_request_error',
              message: `Unrecognized request URL (${request.method}: ${pathname}).`,
            },
          },
        };
      silent = outcome.ok && outcome.silent === true;
      const answer = take(outcome);
      return mishap === 'error-after' ? broken : answer;
    };
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') return give(act());
    const { answer, replayed } = remembered.once(key, `${request.method} ${pathname} ${body}`, act);
    if (replayed) response.setHeader('idempotent-replayed', 'true');
    return give(answer);

    function give(answer: RememberedAnswer): void {
      if (silent || mishap === 'cut-after') response.destroy();
      else reply(response, answer);
    }
  }

  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...keys,
    url,
    messages,
    asked,
    ledger: () => ledger,
    tell: (to) => {
      hears = to;
    },
    send,
    pay: async (intent, card) => {
      const secret = ledger.intents[intent]?.client_secret ?? '';
      const answer = await fetch(`${url}/v1/payment_intents/${intent}/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys.publishableKey}` },
        body: new URLSearchParams({ client_secret: secret, 'payment_method_data[card][number]': card }),
      });
      return { status: answer.status, body: (await answer.json()) as object };
    },
    approve: (intent) => void take(approve(ledger, intent, chance)),
    withdraw: (intent) => void take(withdraw(ledger, intent, chance)),
    dispute: (intent, more) => {
      const paid = ledger.intents[intent];
      if (!paid?.latest_charge) throw new Error(`PaymentIntent ${intent} was not paid`);
      const { body } = take(dispute(ledger, paid, chance, more));
      return (body as PretendDispute).id;
    },
    decide: (id, status) => {
      const standing = ledger.disputes[id];
      if (!standing) throw new Error(`There is no dispute ${id}`);
      take(decide(ledger, standing, status));
    },
    spoil: (mishap, kind = /./) => void mishaps.push({ mishap, kind }),
    forgetKeys: () => remembered.forget(),
    stop: async () => {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const broken: RememberedAnswer = {
  status: 500,
  body: { error: { type: 'api_error', message: 'An unknown error occurred' } },
};

function reply(response: ServerResponse, { status, body }: RememberedAnswer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': chance.id('req'),
    'stripe-version': version,
  });
  response.end(JSON.stringify(body));
}
