import { randomBytes, randomUUID } from 'node:crypto';
import { type ApiCall, api, type Given } from '../../contracts/api.ts';
import type { Availability, Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Challenge, Claimed, Joined } from '../../contracts/line-requests.ts';
import type { OrderRequest, OrderView } from '../../contracts/order.ts';
import { published } from '../../contracts/paths.ts';
import type { Problem } from '../../contracts/refusals.ts';
import { solveWork } from '../../lambdas/waiting-room/entry/solve-work.ts';
import { positionOf } from '../../rules/draw.ts';
import { bankOf } from '../../rules/roll.ts';
import { until } from '../until.ts';

/** An answer of the site: its status, and the body as JSON (or the text where it is none). */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly type: string;
  readonly body: Body;
}

/** The headers of a browser. A request without any of them is taken for a program, and kept back. */
const browser = { 'accept-language': 'en-GB,en;q=0.9', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' };

/** One request. A local cloud that is full does nothing for whom it refuses: they come again, as pages do. */
export async function ask<Body = unknown>(url: string, init: RequestInit = {}): Promise<Answer<Body>> {
  const response = await until(`an answer from ${new URL(url).pathname}`, async () => {
    const answer = await fetch(url, { ...init, headers: { ...browser, ...init.headers } });
    return answer.status === 503 && answer.headers.has('retry-after') ? undefined : answer;
  }, [500, 16_000]);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: (/json/.test(type) && text ? JSON.parse(text) : text) as Body };
}

const json = { 'content-type': 'application/json' };

/** A fan with a program instead of a browser: each method is one request, as the pages make it. */
export class Fan {
  readonly site: string;
  readonly onSale: string;
  receipt = '';
  pass = '';

  constructor(site: string, onSale: string) {
    this.site = site;
    this.onSale = onSale;
  }

  /** The whole address of a call. */
  #at<What extends ApiCall>(what: What, ...given: Given<What>): string {
    return `${this.site}${api(what, ...given).url}`;
  }

  /** As given, or as a visitor who does the work first. */
  async join(given?: object): Promise<Answer<Joined>> {
    const body = given ?? (await this.visitor());
    const answer = await ask<Joined>(this.#at('POST lines/{onSale}/join', this), {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    this.receipt = answer.body.receipt ?? this.receipt;
    return answer;
  }

  /** Many who join at once are more than a busy machine answers in time: as their pages do, they ask again, and wait. */
  joinInTheCrowd(given: object): Promise<Answer<Joined>> {
    const answered = async () => {
      const answer = await this.join(given);
      return answer.status < 500 ? answer : undefined;
    };
    return until('the join is answered', answered, [500, 16_000]);
  }

  /** The request of a visitor who joins: the challenge of the line, solved. */
  async visitor(visitor: string = randomBytes(16).toString('base64url')): Promise<object> {
    const { status, body } = await ask<Challenge>(
      `${this.#at('GET lines/{onSale}/challenge', this)}?visitor=${visitor}`,
    );
    return { entry: 'open', visitor, work: status === 200 ? solveWork(body) : 'none' };
  }

  async board(): Promise<Board> {
    return (await ask<Board>(`${this.site}${published.board(this.onSale)}`)).body;
  }

  /** The position, computed as a browser does, once the round is drawn. */
  async position({ place }: Joined): Promise<number> {
    const { roll } = (await ask<LineFile>(`${this.site}${published.line(this.onSale)}`)).body;
    const bank = bankOf(roll, place.shard);
    const sheet = await until(`round ${place.round} of ${this.onSale} is drawn`, async () => {
      const { status, body } = await ask<DrawSheet>(
        `${this.site}${published.drawSheet(this.onSale, place.round, bank)}`,
      );
      return status === 200 ? body : undefined;
    });
    return positionOf(sheet, place, roll);
  }

  async claim(): Promise<Answer<Claimed & Problem>> {
    const answer = await ask<Claimed & Problem>(this.#at('POST lines/{onSale}/claim', this), {
      method: 'POST',
      headers: { ...json, 'stampede-receipt': this.receipt },
      body: '{}',
    });
    this.pass = answer.body.pass ?? this.pass;
    return answer;
  }

  /** Joins, waits for the turn, and takes the pass. */
  async enter(body?: object): Promise<this> {
    const joined = await this.joinInTheCrowd(body ?? (await this.visitor()));
    const position = await this.position(joined.body);
    await until(`position ${position} is called`, async () =>
      (await this.board()).calledUpTo >= position ? true : undefined,
    );
    await this.takePass();
    return this;
  }

  /** Claims until the pass is given, as a page does that was called. */
  async takePass(): Promise<void> {
    let last: Answer | undefined;
    await until('the claim is granted', async () => {
      last = await this.claim();
      return last.status === 200 ? true : undefined;
    }).catch(async ({ message }: Error) => {
      throw new Error(`${message}: ${JSON.stringify({ last, board: await this.board() })}`);
    });
  }

  leave(): Promise<Answer> {
    return ask(this.#at('POST lines/{onSale}/leave', this), {
      method: 'POST',
      headers: { 'stampede-receipt': this.receipt },
    });
  }

  askHold(performance: string, wish: HoldRequest, key: string = randomUUID()): Promise<Answer<HoldView & Problem>> {
    return ask<HoldView & Problem>(this.#at('POST performances/{performance}/holds', { performance }), {
      method: 'POST',
      headers: { ...json, 'stampede-pass': this.pass, 'idempotency-key': key },
      body: JSON.stringify(wish),
    });
  }

  showHold(performance: string, hold: string): Promise<Answer<HoldView & Problem>> {
    return ask<HoldView & Problem>(this.#at('GET performances/{performance}/holds/{hold}', { performance, hold }), {
      headers: { 'stampede-pass': this.pass },
    });
  }

  releaseHold(performance: string, hold: string): Promise<Answer<HoldView & Problem>> {
    return ask<HoldView & Problem>(this.#at('DELETE performances/{performance}/holds/{hold}', { performance, hold }), {
      method: 'DELETE',
      headers: { 'stampede-pass': this.pass },
    });
  }

  /** Asks for seats and waits for the house's decision. */
  async hold(performance: string, wish: HoldRequest, key?: string): Promise<HoldView> {
    const asked = await this.askHold(performance, wish, key);
    if (asked.status !== 202) throw new Error(`hold: ${asked.status} ${JSON.stringify(asked.body)}`);
    return until(`hold ${asked.body.hold} is decided`, async () => {
      const { body } = await this.showHold(performance, asked.body.hold);
      return body.state !== 'pending' ? body : undefined;
    });
  }

  async basket(): Promise<Basket> {
    return (await ask<Basket>(this.#at('GET basket'), { headers: { 'stampede-pass': this.pass } })).body;
  }

  placeOrder(order: OrderRequest, key: string = randomUUID()): Promise<Answer<OrderView & Problem>> {
    return ask<OrderView & Problem>(this.#at('POST orders'), {
      method: 'POST',
      headers: { ...json, 'stampede-pass': this.pass, 'idempotency-key': key },
      body: JSON.stringify(order),
    });
  }

  /** Orders these holds and waits until the order is settled, one way or the other. */
  async buy(
    holds: readonly HoldView[],
    payment: OrderRequest['payment'] = { method: 'sandbox-card', card: 'approved' },
  ): Promise<OrderView> {
    const placed = await this.placeOrder(orderOf(holds, payment));
    if (placed.status !== 202) throw new Error(`order: ${placed.status} ${JSON.stringify(placed.body)}`);
    return this.settled(placed.body);
  }

  /** The order once nothing of it is under way any more. */
  settled(order: OrderView): Promise<OrderView> {
    return until(`order ${order.reference} is settled`, async () => {
      const { body } = await this.showOrder(order);
      return ['paying', 'placed'].includes(body.state) || body.changing || body.payment.state === 'refunding'
        ? undefined
        : { ...body, ...(order.key !== undefined && { key: order.key }) };
    });
  }

  cancelOrder(order: OrderView): Promise<Answer<OrderView & Problem>> {
    return ask<OrderView & Problem>(this.#at('POST orders/{order}/cancel', order), {
      method: 'POST',
      headers: { 'stampede-order-key': order.key ?? '' },
    });
  }

  showOrder(order: OrderView): Promise<Answer<OrderView & Problem>> {
    return ask<OrderView & Problem>(this.#at('GET orders/{order}', order), {
      headers: { 'stampede-order-key': order.key ?? '' },
    });
  }
}

/** Slips of what is held, as an order takes them. */
export function orderOf(
  holds: readonly HoldView[],
  payment: OrderRequest['payment'] = { method: 'sandbox-card', card: 'approved' },
): OrderRequest {
  const slips = holds.flatMap((view) => ('slip' in view ? [view.slip] : []));
  return { slips, buyer: { name: 'Ada Byron', email: 'ada@example.org' }, payment };
}

export const seatsOf = (view: HoldView): readonly string[] => ('seats' in view ? view.seats.map(({ id }) => id) : []);

export function availability(site: string, performance: string): Promise<Answer<Availability>> {
  return ask<Availability>(`${site}${api('GET performances/{performance}/availability', { performance }).url}`);
}
