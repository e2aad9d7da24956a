import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../../contracts/api.ts';
import type { Admissions } from '../../../contracts/door.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import { turn } from '../../../simulation/stage/run-virtual.ts';
import type { Browser } from '../../../site/api.ts';
import { doorLog } from '../../../site/door/door-log.store.ts';
import { type DoorWork, type Found, openDoor } from '../../../site/door/door-work.ts';
import { contactOf } from '../../../site/door/judge.ts';
import { otherCodeOf } from '../../../site/door/other-codes.ts';
import { doorWords } from '../../../words/en/door.ts';
import { asStaff, keyOf, openSeason, type SeasonOnSale } from '../../lambdas/catalogue/open-season/season-on-sale.ts';
import { pairedRight } from '../theatre/staff.ts';

/*
 * One evening at two doors, over a stage: tickets that are paid, promised, given back, exchanged, moved, of a cancelled
 * performance, used, of another evening, and codes that are no tickets. The first door is the page's own work, whose
 * network can go away and whose clock can be wrong; the second is whoever else scans.
 */

const hour = 3_600_000;
let open: SeasonOnSale;
let isAway = false;
/** Of this phone, in milliseconds. */
let wrongBy = 0;
let north: DoorWork;
let answersSeen = 0;
const learn = () => {
  answersSeen += 1;
};

const browser: Browser = {
  async send(url, { method = 'GET', headers = {}, body }) {
    if (isAway) throw new TypeError('no network');
    const { pathname } = new URL(url, 'http://theatre');
    const file = open.stage.platform.files.get(pathname);
    if (file !== undefined) return Response.json(file);
    const named = Object.fromEntries(new Headers(headers).entries());
    const answer = await open.stage.answer({ method, path: pathname, headers: named, body: `${body ?? ''}` });
    return new Response(answer.body === undefined ? null : Buffer.from(answer.body), answer);
  },
  wait: (milliseconds) => open.time.wait(milliseconds),
  chance: () => 0,
  now: () => open.time.now + wrongBy,
};

/** Signatures are checked in real time, and all else happens in virtual time, of which only so much may pass. */
async function done<Result>(work: Promise<Result>): Promise<Result> {
  let isOver = false;
  const finished = work.finally(() => {
    isOver = true;
  });
  finished.catch(() => {});
  for (;;) {
    await turn();
    if (isOver) return finished;
    if ((open.time.next ?? Number.POSITIVE_INFINITY) < open.time.now + 5000) open.time.step();
  }
}

/** Of one device at each performance. */
const rights = new Map<string, string>();
async function rightOf(performance: string): Promise<string> {
  const right =
    rights.get(performance) ??
    (await pairedRight((...asked) => open.run(open.stage.ask(...asked)), asStaff, performance));
  rights.set(performance, right);
  return right;
}
const doorOf = async (performance: string, door: string) => {
  const right = await rightOf(performance);
  return openDoor({
    browser,
    right,
    performance,
    door,
    theatreTime: () => open.time.now,
    learnTime: learn,
    onClosed: () => {},
  });
};
const scan = async (code: string | undefined, at = north) => {
  const found = await done(at.scan({ text: code ?? '', keys: '' }));
  // Two scans of one door are a moment apart.
  open.time.now += 1000;
  return found;
};
/** At another door, on another device. */
const scanSouth = async (code: string | undefined, performance = 'storm-1', more: object = {}) => {
  const { url } = api('POST staff/door/{performance}', { performance });
  const body = { door: 'South', scans: [{ code, scannedAt: open.time.now, ...more }] };
  const headers = { authorization: `Bearer ${await rightOf(performance)}` };
  const { body: said } = await open.run(open.stage.ask<Admissions>('POST', url, { headers, body }));
  return said.admissions[0];
};
const asStaffDo = (order: string, body: object) =>
  open.run(open.stage.ask('POST', api('POST staff/orders/{order}', { order }).url, { headers: asStaff, body }));

let fans = 0;
/** Somebody has tickets, paid or promised. */
async function buy(performance: string, seats: readonly string[], isPaid = true): Promise<OrderView> {
  const { order } = await open.order(await open.hold(`fan-${++fans}`, performance, { seats: [...seats] }));
  if (isPaid) await asStaffDo(order, { act: 'take-payment' });
  return open.seen(order);
}
/** Until nothing moves. */
const settled = async (order: string) => {
  for (;;) {
    const view = await open.seen(order);
    if (!view.changing) return view;
    await open.run(open.time.wait(5));
  }
};
const codesOf = ({ tickets }: Pick<OrderView, 'tickets'>) => tickets.map(({ code }) => code);

beforeAll(async () => {
  open = await openSeason();
  north = await doorOf('storm-1', 'North');
  await done(north.catchUp());
});

test('a paid ticket is admitted once; the second time it says when and where', async () => {
  const [one, other] = codesOf(await buy('storm-1', ['Stalls-A-1', 'Stalls-A-2']));
  const at = open.time.now;
  expect(await scan(one)).toMatchObject({ state: 'admitted', place: 'Stalls, row A, seat 1', here: false });
  expect(await scan(one)).toMatchObject({ state: 'used', said: { door: 'North' } });
  expect(await scanSouth(one)).toMatchObject({ state: 'used', door: 'North' });
  expect(await scanSouth(other)).toMatchObject({ state: 'admitted' });
  const used = (await scan(other)) as Extract<Found, { readonly said: unknown }>;
  expect(used).toMatchObject({ state: 'used', said: { door: 'South' } });
  expect(used.said.state === 'used' && used.said.usedAt).toBeGreaterThanOrEqual(at);
});

test('the time is learnt from each list and each scan, so that a door opened with old files has the right one', async () => {
  const [code] = codesOf(await buy('storm-2', ['Stalls-A-4']));
  const west = await doorOf('storm-2', 'West');
  const before = answersSeen;
  await done(west.catchUp());
  expect(answersSeen).toBe(before + 1);
  expect(await scan(code, west)).toMatchObject({ state: 'admitted' });
  expect(answersSeen).toBe(before + 2);
});

test('a promise is told of, let in by a second word, and after that used', async () => {
  const [code] = codesOf(await buy('storm-1', ['Stalls-A-3'], false));
  const found = await scan(code);
  expect(found).toMatchObject({ state: 'unpaid', said: { owed: { amount: 5000 }, may: 'amber' } });
  if (found?.state !== 'unpaid' || !found.entry) throw new Error('nothing to let in');
  expect(await done(north.letIn(found.entry))).toMatchObject({
    state: 'admitted',
    said: { owed: { amount: 5000 } },
  });
  expect(await scanSouth(code)).toMatchObject({ state: 'used' });
});

test('a promise that was paid meanwhile is admitted by the same scan', async () => {
  const order = await buy('storm-1', ['Stalls-A-4'], false);
  expect(await scan(codesOf(order)[0])).toMatchObject({ state: 'unpaid' });
  await asStaffDo(order.order, { act: 'take-payment' });
  expect(await scan(codesOf(order)[0])).toMatchObject({ state: 'admitted' });
});

test('a ticket that was given back is void, and so is one that was exchanged; its successor is not', async () => {
  const back = await buy('storm-1', ['Stalls-A-5']);
  await asStaffDo(back.order, { act: 'cancel', reason: 'ill' });
  await settled(back.order);
  expect(await scan(codesOf(back)[0])).toMatchObject({ state: 'void' });
  const order = await buy('storm-1', ['Stalls-A-6']);
  const [item] = order.items;
  await asStaffDo(order.order, { act: 'exchange', hold: item?.hold, from: ['Stalls-A-6'], to: ['Stalls-A-7'] });
  const next = await settled(order.order);
  expect(await scan(codesOf(order)[0])).toMatchObject({ state: 'void' });
  expect(await scan(codesOf(next)[0])).toMatchObject({ state: 'admitted', place: 'Stalls, row A, seat 7' });
});

test('a ticket of another evening says which, and stays good there', async () => {
  const [code] = codesOf(await buy('storm-2', ['Stalls-A-1']));
  expect(await scan(code)).toMatchObject({ state: 'elsewhere', said: { performance: 'storm-2' } });
  expect(await scanSouth(code, 'storm-2')).toMatchObject({ state: 'admitted' });
});

describe('without a network', () => {
  test('a door lets in whom it cannot ask about, and hears later that another door was first', async () => {
    const [code, free] = codesOf(await buy('storm-1', ['Circle-A-1', 'Circle-A-2']));
    await done(north.catchUp());
    isAway = true;
    expect(await scanSouth(code)).toMatchObject({ state: 'admitted' });
    expect(await scan(code)).toMatchObject({ state: 'admitted', here: true });
    expect(await scan(free)).toMatchObject({ state: 'admitted', here: true });
    expect(await scan(free)).toMatchObject({ state: 'used', said: { door: 'North' } });
    isAway = false;
    expect(await scanSouth(free)).toMatchObject({ state: 'admitted' });
    await done(north.catchUp());
    expect(doorLog.conflicts('storm-1').map(({ seat, said }) => [seat, said.state])).toEqual([
      ['Circle-A-1', 'used'],
      ['Circle-A-2', 'used'],
    ]);
  });

  test('a promise is known from the list of guests that was read before', async () => {
    const [code] = codesOf(await buy('storm-1', ['Circle-A-3'], false));
    open.time.now += 2 * 60_000;
    await done(north.catchUp());
    isAway = true;
    expect(await scan(code)).toMatchObject({ state: 'unpaid', here: true, said: { owed: { amount: 3000 } } });
    isAway = false;
  });
});

describe('a phone whose clock is put right by an hour', () => {
  test.each([-hour, hour])('by %i ms: it goes on hearing of guests, and knows that it is alone', async (by) => {
    const [code] = codesOf(await buy('storm-1', [by < 0 ? 'Circle-A-4' : 'Circle-A-5'], false));
    open.time.now += 2 * 60_000;
    wrongBy = by;
    await done(north.catchUp());
    const heardAt = north.heardAt() ?? 0;
    wrongBy = 0;
    // The network goes with it.
    expect(contactOf(heardAt, true, browser.now())).toBe('too-long');
    isAway = true;
    expect(await scan(code)).toMatchObject({ state: 'unpaid' });
    isAway = false;
    await done(north.catchUp());
    expect(contactOf(north.heardAt(), north.failing(), browser.now())).toBe('connected');
  });

  test('a door whose phone is an hour fast lets in, and no other door says that it was later than now', async () => {
    const [code] = codesOf(await buy('storm-1', ['Circle-A-6']));
    expect(await scanSouth(code, 'storm-1', { scannedAt: open.time.now + hour })).toMatchObject({ state: 'admitted' });
    const found = (await scan(code)) as Extract<Found, { readonly said: unknown }>;
    expect(found.said.state === 'used' && found.said.usedAt).toBeLessThanOrEqual(open.time.now);
    await done(north.catchUp());
    for (const { usedAt } of Object.values(north.list()?.used ?? {})) expect(usedAt).toBeLessThanOrEqual(open.time.now);
  });
});

describe('a code that is no ticket', () => {
  const stranger = new SigningKey(Buffer.alloc(32, 9)).seal('t1', { i: 'a', p: 'storm-1', s: 'Stalls-A-1', o: 'o' });
  test.each([
    ['', 'nothing'],
    [' \u200b\n', 'nothing'],
    ['https://tickets.example.org/order#order=abc&key=def', 'address'],
    ['HTTPS://EXAMPLE.ORG/', 'address'],
    ['www.example.org', 'address'],
    ['https://tickets.example.org/door#pair=storm-1.AAAAAAAAAAAAAAAAAAAAAA', 'pairing'],
    [stranger, 'unsigned'],
    ['4006381333931', 'other'],
    ['{"ticket":1}', 'other'],
    ['WIFI:T:WPA;S:Foyer;P:secret;;', 'other'],
  ] as const)('%j is told apart as %s, with what to do', async (code, kind) => {
    expect(otherCodeOf(code)).toBe(kind);
    expect(await scan(code)).toMatchObject({ state: 'forged', isOther: kind });
    expect(doorWords.otherCodes[kind]).toMatch(/box office|again|by name|not here/);
  });

  test('a ticket of ours with a letter changed is unsigned', async () => {
    const [code = ''] = codesOf(await buy('storm-1', ['Circle-A-7']));
    expect(await scan(`${code.slice(0, -3)}AAA`)).toMatchObject({ state: 'forged', isOther: 'unsigned' });
    expect(await scan(code)).toMatchObject({ state: 'admitted' });
  });
});

test('a performance that is moved has the same tickets; one that is cancelled lets nobody in, used or not', async () => {
  const order = await buy('storm-2', ['Stalls-A-2', 'Stalls-A-3']);
  const [one, other] = codesOf(order);
  const circle = await doorOf('storm-2', 'Circle');
  await done(circle.catchUp());
  await open.stage.operators.movePerformance({ performance: 'storm-2', venue: 'Town Hall', reason: 'Flood.' });
  open.time.now += 6000;
  expect(await scan(one, circle)).toMatchObject({ state: 'admitted' });
  await open.stage.operators.cancelPerformance({ performance: 'storm-2', reason: 'Fire.' });
  open.time.now += 6000;
  for (const code of [one, other])
    expect(await scanSouth(code, 'storm-2')).toMatchObject({ state: 'void', why: 'performance-cancelled' });
  await done(circle.catchUp());
  isAway = true;
  expect(await scan(other, circle)).toMatchObject({ state: 'void', said: { why: 'performance-cancelled' } });
  isAway = false;
});

test('a ticket that opened the door is not given back', async () => {
  const order = await buy('storm-1', ['Circle-A-8']);
  const [code] = codesOf(order);
  expect(await scan(code)).toMatchObject({ state: 'admitted' });
  const { url } = api('POST orders/{order}/cancel', { order: order.order });
  const asked = await open.run(open.stage.ask('POST', url, { headers: { [header.orderKey]: keyOf(order.order) } }));
  expect(asked).toMatchObject({ status: 409, body: { type: '/problems/ticket-used' } });
  expect(await settled(order.order)).toMatchObject({ state: 'confirmed', tickets: [{ code }] });
  expect(await scanSouth(code)).toMatchObject({ state: 'used' });
});
