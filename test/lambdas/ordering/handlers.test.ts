import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { api } from '../../../contracts/api.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import { makeSigned, readSigned } from '../../../lambdas/foundation/signing.ts';
import { type StaffBook, staffBookPath } from '../../../lambdas/foundation/staff/staff-book.ts';
import { dynalite, type RunningEngine } from '../../engines.ts';
import { testMs } from '../../patience.ts';
import { importHandler } from '../import-handler.ts';
import { fakeAws, lambdaEnvironment } from './fake-aws.ts';
import { buyer, performance, plan, requestOf } from './small-stage.ts';

/* Long because all handlers of an order share one table and one queue, which take seconds to set up. */

/* The handlers as Lambda runs them: events in, HTTP out, over a real table and the SDK. */

type Answer = { statusCode: number; headers: Record<string, string>; body: string };
type Handler = (event: unknown, context: Context) => Promise<Answer>;

const context = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => testMs } as Context;
const passKey = { id: 'a', secret: 'pass key'.padEnd(40, '.') };
const slipKey = { id: 'a', secret: 'slip key'.padEnd(40, '.') };
const voucherKey = { id: 'a', secret: 'voucher key'.padEnd(40, '.') };

/** The plan with the seats that slips here name. */
const rowC = Array.from({ length: 99 }, (_, n) => ({
  id: `C-${n + 1}`,
  number: `${n + 1}`,
  x: n,
  y: 2,
  category: 'band1',
}));
const withRowC = {
  ...plan,
  sections: plan.sections.map((section) => ({ ...section, rows: [...section.rows, { label: 'C', seats: rowC }] })),
};

let aws: Awaited<ReturnType<typeof fakeAws>>;
let database: RunningEngine;
let place: Handler;
let show: Handler;
let list: Handler;
let settle: Handler;
let cancel: Handler;
let exchange: Handler;
let change: Handler;
let audit: Handler;
let tend: Handler;

beforeAll(async () => {
  aws = await fakeAws({
    pass: JSON.stringify(passKey),
    slip: JSON.stringify({ keys: [{ ...slipKey, signsAt: 0 }] }),
    voucher: JSON.stringify(voucherKey),
    ordering: 'ordering secret',
    origin: 'origin',
  });
  database = await dynalite.start();
  await database.createTable('Orders', {
    gsis: [
      { name: 'by-time', pk: 'book', sk: 'placedAt' },
      { name: 'by-due', pk: 'due', sk: 'dueAt' },
      { name: 'by-fan', pk: 'fan', sk: 'placedAt' },
    ],
  });
  await database.createTable('Audit');
  const startsAt = Date.now() + 90 * 86_400_000;
  const file = JSON.stringify({ ...performance, startsAt });
  aws.objects.set(published.performance('storm-1'), { text: file, cacheControl: undefined });
  aws.objects.set(published.plan(plan.id), { text: JSON.stringify(withRowC), cacheControl: undefined });
  const book: StaffBook = { people: [{ email: 'olga@example.org', subject: 'olga', grants: [] }] };
  aws.objects.set(staffBookPath, { text: JSON.stringify(book), cacheControl: undefined });
  Object.assign(process.env, lambdaEnvironment(aws.endpoint, database.endpoint), {
    ORDERS_TABLE: 'Orders',
    HOUSE_QUEUE_URL: `${aws.endpoint}/1/house.fifo`,
    PUBLISHED_BUCKET: 'published',
    PASS_KEYS_ARN: 'pass',
    SLIP_KEYS_ARN: 'slip',
    VOUCHER_KEYS_ARN: 'voucher',
    ORDERING_SECRET_ARN: 'ordering',
    ORIGIN_SECRET_ARNS: 'origin',
    STAFF_BUCKET: 'staff',
    STAFF_OWNERS: 'olga@example.org',
    AUDIT_TABLE: 'Audit',
    PAYMENT_METHODS: 'box-office,sandbox-card',
    VENUE_LANGUAGE: 'cy',
    ANNOUNCEMENTS_QUEUE_URL: `${aws.endpoint}/1/announcements`,
    STRIPE: 'none',
    KEEP_PERSONS_DAYS: '730',
    LOCAL_CLOUD: '1',
  });
  [place, show, list, settle, cancel, exchange, change, audit, tend] = (await Promise.all(
    [
      'place-order',
      'show-order',
      'list-orders',
      'settle-order',
      'cancel-order',
      'exchange-seats',
      'change-order',
      'audit-order',
      'tend-orders',
    ].map((name) => importHandler<Handler>(name)),
  )) as [Handler, Handler, Handler, Handler, Handler, Handler, Handler, Handler, Handler];
});

afterAll(async () => {
  aws.stop();
  await database.stop();
});

let holds = 0;
function slip(more: object = {}): string {
  holds += 1;
  return makeSigned('s1', slipKey, {
    hold: `hold${`${holds}`.padStart(8, '0')}`,
    performance: 'storm-1',
    onSale: 'friends',
    fan: 'ada',
    seats: [`C-${holds}`],
    expiresAt: Date.now() + 600_000,
    ...more,
  });
}

function pass(): string {
  return makeSigned('p1', passKey, { o: 'friends', f: 'ada', i: 'one', x: Math.ceil(Date.now() / 1000) + 600 });
}

let keys = 0;
function event(more: Partial<APIGatewayProxyEventV2> & { body?: string } = {}): unknown {
  keys += 1;
  const headers = { 'stampede-origin': 'origin', 'stampede-pass': pass(), 'idempotency-key': `key-${1000 + keys}` };
  return {
    version: '2.0',
    rawPath: api('POST orders').url,
    isBase64Encoded: false,
    ...more,
    headers: { ...headers, ...more.headers },
  };
}

/** What the API's authorizer adds to a request of somebody who signed in. */
const bySomeone = (subject = 'olga') =>
  ({ requestContext: { authorizer: { jwt: { claims: { sub: subject }, scopes: null } } } }) as object;

const json = (answer: Answer) => JSON.parse(answer.body);

async function answers(hold: string, order: OrderView, outcome: string, more: object = {}) {
  const said = { order: order.order, hold, performance: 'storm-1', onSale: 'friends', fan: 'ada', seats: [] };
  const body = { ...said, outcome, ...more };
  return (await settle({ Records: [record('1', JSON.stringify(body))] }, context)) as unknown;
}

function record(messageId: string, body: string) {
  return { messageId, body, eventSource: 'aws:sqs', attributes: {}, messageAttributes: {}, receiptHandle: messageId };
}

describe('the way of an order', () => {
  test('placed, placed again, shown, settled, in the book', async () => {
    const body = JSON.stringify(requestOf([slip()], { method: 'sandbox-card', card: 'approved' }));
    const asked = event({ body });
    const first = await place(asked, context);
    expect([first.statusCode, first.headers['cache-control']]).toEqual([202, 'no-store']);
    const order: OrderView = json(first);
    expect(order).toMatchObject({ state: 'placed', total: 6500, payment: { state: 'authorised' } });
    const again = await place(asked, context);
    expect(again.statusCode).toBe(200);
    expect(json(again)).toEqual(order);
    const hold = order.items[0]?.hold ?? '';
    expect(aws.sent.at(-1)).toMatchObject({
      MessageGroupId: 'storm-1',
      MessageDeduplicationId: expect.stringMatching(new RegExp(`^sell-${order.order}-${hold}-\\d+$`)),
      MessageBody: { ask: 'sell', order: order.order, hold },
    });

    const headers = { 'stampede-order-key': order.key ?? '' };
    expect(await answers(hold, order, 'sold')).toEqual({ batchItemFailures: [] });
    const shown = await show(event({ pathParameters: { order: order.order }, headers }), context);
    expect(shown.statusCode).toBe(200);
    expect(json(shown)).toMatchObject({
      state: 'confirmed',
      payment: { state: 'captured' },
      tickets: [{ seat: 'C-1' }],
    });

    const book = await list(event(bySomeone()), context);
    expect(json(book)).toMatchObject({ orders: [{ order: order.order, buyer, tickets: 1 }] });
  });

  test('exchanged by the fan, audited and cancelled by staff, with its money back', async () => {
    const body = JSON.stringify(requestOf([slip()], { method: 'sandbox-card', card: 'approved' }));
    const order: OrderView = json(await place(event({ body }), context));
    const [line] = order.items;
    const hold = line?.hold ?? '';
    const headers = { 'stampede-order-key': order.key ?? '' };
    const pathParameters = { order: order.order };
    await answers(hold, order, 'sold');
    expect(aws.sent.at(-1)).toMatchObject({ MessageBody: { order: order.order } });

    const wish = { hold, from: [line?.seats[0]?.id], to: ['F-3'] };
    const exchanged = await exchange(event({ pathParameters, headers, body: JSON.stringify(wish) }), context);
    expect([exchanged.statusCode, json(exchanged)]).toMatchObject([202, { state: 'confirmed', changing: 'exchange' }]);
    expect(aws.sent.at(-1)).toMatchObject({
      MessageGroupId: 'storm-1',
      MessageDeduplicationId: expect.stringMatching(new RegExp(`^change-${order.order}-${hold}-1-\\d+$`)),
      MessageBody: { ask: 'change', to: ['F-3'] },
    });
    await answers(hold, order, 'changed', { change: 1, seats: ['F-3'] });
    const shown = json(await show(event({ pathParameters, headers }), context));
    expect(shown).toMatchObject({
      tickets: [{ seat: 'F-3' }],
      payment: { refunded: 2500 },
      may: { cancel: true, exchange: true },
    });

    const act = JSON.stringify({ act: 'cancel', reason: 'ill' });
    const cancelled = await change(event({ pathParameters, ...bySomeone(), body: act }), context);
    expect([cancelled.statusCode, json(cancelled)]).toMatchObject([202, { changing: 'cancel' }]);
    const again = await cancel(event({ pathParameters, headers }), context);
    expect([again.statusCode, json(again)]).toMatchObject([202, { changing: 'cancel' }]);
    await answers(hold, order, 'changed', { change: 2 });
    const audited = await audit(event({ pathParameters, ...bySomeone() }), context);
    expect([audited.statusCode, json(audited)]).toMatchObject([
      200,
      { state: 'cancelled', buyer, payment: { state: 'refunded', refunded: 6500 }, tickets: 0 },
    ]);
    expect(json(audited).history.at(-1)).toMatchObject({ by: 'staff', act: 'cancelled', note: 'ill' });
    expect(await tend({}, { ...context, getRemainingTimeInMillis: () => 20_000 } as Context)).toBeUndefined();
  });

  test('one bad message of a batch comes again alone', async () => {
    const { body } = await place(event({ body: JSON.stringify(requestOf([slip()])) }), context);
    const order: OrderView = JSON.parse(body);
    const hold = order.items[0]?.hold;
    const good = {
      outcome: 'sold',
      order: order.order,
      hold,
      performance: 'storm-1',
      onSale: 'friends',
      fan: 'ada',
      seats: [],
    };
    const unknown = { ...good, order: 'xxxxxxxxxxxxxxxxxxxx' };
    const records = [
      record('good', JSON.stringify(good)),
      record('not-json', '{'),
      record('wrong-form', '{"outcome":"maybe"}'),
      record('unknown-order', JSON.stringify(unknown)),
    ];
    expect(await settle({ Records: records }, context)).toEqual({
      batchItemFailures: ['not-json', 'wrong-form', 'unknown-order'].map((itemIdentifier) => ({ itemIdentifier })),
    });
    expect(await settle({ Records: records.slice(1, 2) }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'not-json' }],
    });
  });
});

describe('a fault of ours', () => {
  test('leaves the fan a voucher for the pass, in the problem document', async () => {
    aws.objects.set(published.performance('broken'), { text: 'no JSON', cacheControl: undefined });
    const body = JSON.stringify(requestOf([slip({ performance: 'broken' })]));
    const answer = await place(event({ body }), context);
    expect([answer.statusCode, json(answer).type]).toEqual([500, '/problems/fault']);
    const { voucher } = json(answer);
    expect(readSigned('v1', [voucherKey], voucher)).toMatchObject({ o: 'friends', f: 'ada', i: 'one', w: 'fault' });
  });

  test('before there is a pass leaves nothing', async () => {
    const answer = await place(event({ body: '{}', headers: { 'stampede-pass': 'p1.a.e30.x' } }), context);
    expect(answer.statusCode).toBe(400);
    expect(json(answer)).not.toHaveProperty('voucher');
  });
});

describe('case 28: bad input gets a problem document that names the field', () => {
  const good = () => requestOf([slip()]);
  const bodies: readonly [string, () => string | undefined, number, string][] = [
    ['no body', () => undefined, 400, 'body'],
    ['not JSON', () => '{"slips":', 400, 'body'],
    ['an array', () => '[]', 400, 'body'],
    ['null', () => 'null', 400, 'body'],
    ['no slips', () => JSON.stringify({ ...good(), slips: [] }), 400, 'body.slips'],
    ['21 slips', () => JSON.stringify({ ...good(), slips: Array(21).fill('s') }), 400, 'body.slips'],
    ['a slip that is a number', () => JSON.stringify({ ...good(), slips: [1] }), 400, 'body.slips.0'],
    ['a slip of 70,000 letters', () => JSON.stringify({ ...good(), slips: ['x'.repeat(70_000)] }), 400, 'body.slips.0'],
    ['no name', () => JSON.stringify({ ...good(), buyer: { ...buyer, name: '  ' } }), 400, 'body.buyer.name'],
    ['no e-mail', () => JSON.stringify({ ...good(), buyer: { ...buyer, email: 'ada' } }), 400, 'body.buyer.email'],
    [
      'a method of its own',
      () => JSON.stringify({ ...good(), payment: { method: 'shells' } }),
      400,
      'body.payment.method',
    ],
    [
      'a card of its own',
      () => JSON.stringify({ ...good(), payment: { method: 'sandbox-card', card: '4242' } }),
      400,
      'body.payment.card',
    ],
    [
      'a slip of our form, not ours',
      () => JSON.stringify({ ...good(), slips: [`s1.a.e30.${'A'.repeat(43)}`] }),
      401,
      'body.slips.0',
    ],
    ['300,000 letters', () => JSON.stringify({ ...good(), slips: ['x'.repeat(300_000)] }), 413, 'body'],
  ];
  test.each(bodies)('%s', async (_what, body, status, field) => {
    const text = body();
    const answer = await place(event(text === undefined ? {} : { body: text }), context);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    expect(json(answer)).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) });
    expect(json(answer).errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  test.each([
    [
      'a hostile string loses no letter, and stands on one line',
      { name: `'; DROP TABLE--\u202e\u0000<img onerror=x>`, email: 'a@example.org' },
      `'; DROP TABLE-- <img onerror=x>`,
    ],
    ['a name in any script is kept', { name: ' 李 小龍 🎭 Ωμέγα', email: 'a@example.org' }, '李 小龍 🎭 Ωμέγα'],
  ])('%s', async (_what, buyer, kept) => {
    const answer = await place(event({ body: JSON.stringify({ ...good(), buyer }) }), context);
    expect(answer.statusCode).toBe(202);
    const book = await list(event(bySomeone()), context);
    expect(json(book).orders.map((order: { buyer: { name: string } }) => order.buyer.name)).toContain(kept);
  });

  test.each(['x', '../../etc/passwd', '%00', 'a b', 'x'.repeat(33), "'or''='"])('order id %j', async (order) => {
    const answer = await show(event({ pathParameters: { order }, headers: { 'stampede-order-key': 'x' } }), context);
    expect([answer.statusCode, json(answer).errors[0].field]).toEqual([400, 'path.order']);
  });

  test('an unknown order, a wrong key and nobody of the house', async () => {
    const wrong = await show(event({ pathParameters: { order: 'xxxxxxxxxxxxxxxxxxxx' } }), context);
    expect([wrong.statusCode, json(wrong).type]).toEqual([403, '/problems/order-key-wrong']);
    const closed = await list(event(), context);
    expect([closed.statusCode, json(closed).type]).toEqual([401, '/problems/sign-in-missing']);
    const page = { ...bySomeone(), queryStringParameters: { from: 'x' } };
    const nowhere = await list(event(page), context);
    expect([nowhere.statusCode, json(nowhere).errors[0].field]).toEqual([400, 'query.from']);
  });

  const changes: readonly [string, () => Handler, object | string, string][] = [
    ['an exchange of nothing', () => exchange, { hold: 'hold00000001', from: [], to: [] }, 'body.from'],
    ['an exchange of a hold that is none', () => exchange, { hold: '../x', from: ['A'], to: ['B'] }, 'body.hold'],
    ['an exchange that is no JSON', () => exchange, '{', 'body'],
    ['a cancellation by staff without a reason', () => change, { act: 'cancel', reason: '  ' }, 'body.reason'],
    ['an act of its own', () => change, { act: 'burn' }, 'body.act'],
  ];
  test.each(changes)('%s', async (_what, handler, body, field) => {
    const pathParameters = { order: 'xxxxxxxxxxxxxxxxxxxx' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await handler()(event({ pathParameters, ...bySomeone(), body: text }), context);
    expect([answer.statusCode, json(answer).errors[0].field]).toEqual([400, field]);
  });

  test('changes of an order that there is not, or with the wrong key', async () => {
    const pathParameters = { order: 'xxxxxxxxxxxxxxxxxxxx' };
    const act = JSON.stringify({ act: 'take-payment' });
    const wish = JSON.stringify({ hold: 'hold00000001', from: ['A'], to: ['B'] });
    const asked: readonly [Handler, object, number][] = [
      [cancel, { pathParameters }, 403],
      [exchange, { pathParameters, body: wish }, 403],
      [change, { pathParameters, body: act }, 401],
      [change, { pathParameters, ...bySomeone(), body: act }, 404],
      [audit, { pathParameters }, 401],
      [audit, { pathParameters, ...bySomeone() }, 404],
    ];
    for (const [handler, given, status] of asked)
      expect((await handler(event(given), context)).statusCode).toBe(status);
  });

  test('past the edge', async () => {
    for (const handler of [place, show, list, cancel, change, audit]) {
      const answer = await handler(event({ headers: { 'stampede-origin': 'guess' } }), context);
      expect([answer.statusCode, json(answer).type]).toEqual([403, '/problems/not-through-the-edge']);
    }
  });
});
