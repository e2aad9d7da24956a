import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { published } from '../../../../contracts/paths.ts';
import { type StaffBook, staffBookPath } from '../../../../lambdas/foundation/staff/staff-book.ts';
import { doorStore } from '../../../../lambdas/ordering/door/door.store.ts';
import { orderStore } from '../../../../lambdas/ordering/order/order.store.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { orderingKeys, orderKeyOf } from '../../../../lambdas/ordering/order/order-id.ts';
import { issueTickets } from '../../../../lambdas/ordering/ticket/ticket.ts';
import { dynalite, type RunningEngine } from '../../../engines.ts';
import { testMs } from '../../../patience.ts';
import { importHandler } from '../../import-handler.ts';
import { fakeAws, lambdaEnvironment } from '../fake-aws.ts';
import { performance } from '../small-stage.ts';
import { aTicketedOrder } from './ticketed.ts';

/* The handlers of tickets and of the door as Lambda runs them: events in, HTTP out, over a real table. */

type Answer = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded?: boolean };
type Handler = (event: unknown, context: Context) => Promise<Answer>;

const context = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => testMs } as Context;
const names = [
  'give-tickets',
  'give-calendar',
  'admit-tickets',
  'list-admissions',
  'list-guests',
  'pair-device',
  'list-devices',
  'change-devices',
  'tell-buyer',
] as const;
const keys = orderingKeys('ordering secret');
const paid = { method: 'sandbox-card', state: 'captured', paid: 16_250 } as const;
const unsigned = aTicketedOrder({ tickets: [], payment: paid });
const order: OrderRecord = { ...unsigned, version: 1, tickets: issueTickets(unsigned, keys) };
const key = orderKeyOf(keys.orderKey, order.id);

let aws: Awaited<ReturnType<typeof fakeAws>>;
let database: RunningEngine;
let handlers: Record<(typeof names)[number], Handler>;

beforeAll(async () => {
  aws = await fakeAws({
    ordering: 'ordering secret',
    origin: 'origin',
    stewards: JSON.stringify({ id: 'a', secret: 'the stewards’ key'.padEnd(40, '.') }),
  });
  const startsAt = Date.now() + 3_600_000;
  const file = JSON.stringify({ ...performance, startsAt });
  aws.objects.set(published.performance('storm-1'), { text: file, cacheControl: undefined });
  database = await dynalite.start();
  await database.createTable('Orders', { gsis: [{ name: 'by-time', pk: 'book', sk: 'placedAt' }] });
  await database.createTable('Audit');
  const book: StaffBook = { people: [{ email: 'olga@example.org', subject: 'olga', grants: [] }] };
  aws.objects.set(staffBookPath, { text: JSON.stringify(book), cacheControl: undefined });
  await orderStore(database.dynamo, 'Orders').put(order);
  Object.assign(process.env, lambdaEnvironment(aws.endpoint, database.endpoint), {
    ORDERS_TABLE: 'Orders',
    ORDERING_SECRET_ARN: 'ordering',
    ORIGIN_SECRET_ARNS: 'origin',
    STAFF_BUCKET: 'staff',
    STAFF_OWNERS: 'olga@example.org',
    AUDIT_TABLE: 'Audit',
    STEWARD_KEYS_ARN: 'stewards',
    UNPAID_AT_DOOR: 'amber',
    PUBLISHED_BUCKET: 'published',
    MAIL_SENDER: 'none',
    SITE_ADDRESS: 'https://tickets.example.org',
  });
  const loaded = names.map(async (name) => [name, await importHandler<Handler>(name)]);
  handlers = Object.fromEntries(await Promise.all(loaded));
});
afterAll(async () => {
  aws.stop();
  await database.stop();
});

const ask = (
  name: (typeof names)[number],
  path: object,
  { signedIn, ...headers }: { readonly signedIn?: string } & Readonly<Record<string, string>>,
  body?: unknown,
) =>
  handlers[name](
    {
      pathParameters: path,
      headers: { 'stampede-origin': 'origin', ...headers },
      isBase64Encoded: false,
      ...(signedIn !== undefined && { requestContext: { authorizer: { jwt: { claims: { sub: signedIn } } } } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    context,
  );
const withKey = { 'stampede-order-key': key };
/** Stands for what the API's authorizer adds to a request of somebody who signed in. */
const asStaff = { signedIn: 'olga' };

test('tickets and calendar come as files to whoever has the key', async () => {
  const pdf = await ask('give-tickets', { order: order.id }, withKey);
  expect(pdf).toMatchObject({ statusCode: 200, isBase64Encoded: true });
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename="tickets-[A-Z0-9]{3}-[A-Z0-9]{3}\.pdf"$/);
  expect(Buffer.from(pdf.body, 'base64').toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  const calendar = await ask('give-calendar', { order: order.id }, withKey);
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(Buffer.from(calendar.body, 'base64').toString()).toContain(`UID:${order.id}.storm-1@tickets.example.org`);
  for (const name of ['give-tickets', 'give-calendar'] as const) {
    expect((await ask(name, { order: order.id }, {})).statusCode).toBe(403);
    expect((await ask(name, { order: '…' }, withKey)).statusCode).toBe(400);
  }
});

/** What a device sends that took the code of a supervisor. */
async function pairedDevice(name: string) {
  const here = { performance: 'storm-1' };
  const { offer } = JSON.parse((await ask('change-devices', here, asStaff, { act: 'offer' })).body);
  const taken = await ask('pair-device', here, {}, { code: offer.code, device: `device-of-${name}-000001`, name });
  return { authorization: `Bearer ${JSON.parse(taken.body).right}` };
}

test('the door marks a ticket once, and its list says so', async () => {
  const [ticket] = order.tickets;
  const asDoor = await pairedDevice('bela');
  const scan = (door: string, scannedAt: number) =>
    ask('admit-tickets', { performance: 'storm-1' }, asDoor, { door, scans: [{ code: ticket?.code, scannedAt }] });
  const said = async (answer: Promise<Answer>) => JSON.parse((await answer).body).admissions;
  expect(await said(scan('Stalls', 1))).toMatchObject([{ state: 'admitted', label: 'Stalls, row C, seat 14' }]);
  expect(await said(scan('Circle', 2))).toMatchObject([{ state: 'used', usedAt: 1, door: 'Stalls' }]);
  const list = JSON.parse((await ask('list-admissions', { performance: 'storm-1' }, asDoor)).body);
  expect(list).toMatchObject({
    performance: 'storm-1',
    publicKey: keys.ticket.publicKey,
    used: { [`${ticket?.id}`]: { usedAt: 1, door: 'Stalls' } },
    void: [],
  });
  expect((await ask('list-admissions', { performance: 'storm-1' }, {})).statusCode).toBe(401);
  const wrong = await ask('admit-tickets', { performance: 'storm-1' }, asDoor, { door: '', scans: [] });
  expect(JSON.parse(wrong.body)).toMatchObject({
    status: 400,
    errors: [{ field: 'body.door' }, { field: 'body.scans' }],
  });
});

test('a device is paired by the code of a supervisor, reads the guests of its performance, and is ended', async () => {
  await doorStore(database.dynamo, 'Orders').expect('storm-1', order.id);
  const here = { performance: 'storm-1' };
  const told = async (answer: Promise<Answer>) => JSON.parse((await answer).body);
  const asAnna = await pairedDevice('anna');
  expect(await told(ask('list-guests', here, asAnna))).toMatchObject({
    unpaidAtDoor: 'amber',
    guests: [{ order: order.id, name: order.buyer.name, tickets: [{ seat: 'C-14' }, { seat: 'C-15' }] }],
  });
  expect((await ask('list-admissions', here, asAnna)).statusCode).toBe(200);
  expect(await told(ask('list-guests', { performance: 'storm-2' }, asAnna))).toMatchObject({ status: 403 });
  expect(await told(ask('list-devices', here, asAnna))).toMatchObject({ status: 401 });
  expect(await told(ask('list-devices', here, asStaff))).toMatchObject({
    devices: expect.arrayContaining([expect.objectContaining({ name: 'anna', state: 'paired' })]),
  });
  await ask('change-devices', here, asStaff, { act: 'end-all' });
  expect(await told(ask('list-guests', here, asAnna))).toMatchObject({ type: '/problems/door-right-ended' });
});

test('a stage without mail works its announcements off, and one that says nothing comes again', async () => {
  const record = (messageId: string, body: string) => ({ messageId, body, eventSource: 'aws:sqs', attributes: {} });
  const Records = [record('good', JSON.stringify({ order: order.id })), record('bad', '{"order":7}')];
  expect(await handlers['tell-buyer']({ Records }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }],
  });
});
