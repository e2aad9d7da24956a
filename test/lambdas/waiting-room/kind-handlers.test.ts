import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Joined } from '../../../contracts/line-requests.ts';
import { makeSigned, readSigned } from '../../../lambdas/foundation/signing.ts';
import { rollStore } from '../../../lambdas/waiting-room/draw/roll.store.ts';
import { roundStore } from '../../../lambdas/waiting-room/draw/round.store.ts';
import { gateStore } from '../../../lambdas/waiting-room/entry/gate.store.ts';
import { ledgerTwin } from '../../../lambdas/waiting-room/line/ledger.twin.ts';
import { lineStore } from '../../../lambdas/waiting-room/line/line.store.ts';
import { markStore } from '../../../lambdas/waiting-room/line/mark.store.ts';
import { shoppersStore } from '../../../lambdas/waiting-room/line/shoppers.store.ts';
import { tickLine } from '../../../lambdas/waiting-room/pace/tick-line.ts';
import { appealStore } from '../../../lambdas/waiting-room/place/appeal.store.ts';
import { fanStore } from '../../../lambdas/waiting-room/place/fan.store.ts';
import { handoverStore } from '../../../lambdas/waiting-room/place/handover.store.ts';
import { dynalite, type RunningEngine } from '../../engines.ts';
import { noReceipts } from '../../forged.ts';
import { testMs } from '../../patience.ts';
import { importHandler } from '../import-handler.ts';
import { fakeAws, lambdaEnvironment } from '../ordering/fake-aws.ts';
import { anOpening, asVisitor, SmallStage } from './small-stage.ts';

/*
 * More time, the slower lane, appeals and judgements through their handlers, as Lambda runs them; the line
 * itself is kept by the test, over the same table.
 */

type Answer = { statusCode: number; headers: Record<string, string>; body: string };
const context = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => testMs };
const passKey = { id: 'a', secret: 'pass key'.padEnd(40, '.') };
const voucherKey = { id: 'a', secret: 'voucher key'.padEnd(40, '.') };
const line = 'kind';

let aws: Awaited<ReturnType<typeof fakeAws>>;
let database: RunningEngine;
let stage: SmallStage;
const handlers = new Map<string, (event: unknown, context: unknown) => Promise<unknown>>();

beforeAll(async () => {
  aws = await fakeAws({
    line: 'line-secret',
    origin: 'origin',
    pass: JSON.stringify(passKey),
    voucher: JSON.stringify(voucherKey),
  });
  database = await dynalite.start();
  await database.createTable('Lines');
  Object.assign(process.env, lambdaEnvironment(aws.endpoint, database.endpoint), {
    LINES_TABLE: 'Lines',
    LINE_SECRET_ARN: 'line',
    ORIGIN_SECRET_ARNS: 'origin',
    PASS_KEYS_ARN: 'pass',
    VOUCHER_KEYS_ARN: 'voucher',
  });
  for (const name of ['join-line', 'claim-pass', 'extend-pass', 'appeal-slower-lane', 'judge-place', 'list-appeals']) {
    handlers.set(name, await importHandler(name));
  }
  const { dynamo } = database;
  stage = new SmallStage({
    lines: lineStore(dynamo, 'Lines'),
    rolls: rollStore(dynamo, 'Lines'),
    rounds: roundStore(dynamo, 'Lines'),
    marks: markStore(dynamo, 'Lines'),
    fans: fanStore(dynamo, 'Lines'),
    shoppers: shoppersStore(dynamo, 'Lines'),
    ledger: ledgerTwin(),
    gate: gateStore(dynamo, 'Lines'),
    appeals: appealStore(dynamo, 'Lines'),
    handovers: handoverStore(dynamo, 'Lines'),
  });
  const now = Date.now();
  stage.now = now - 60_000;
  await stage.open(anOpening({ onSale: line, opensAt: now - 30_000, closesAt: now + 3_600_000 }));
});

afterAll(async () => {
  aws.stop();
  await database.stop();
});

const run = async (name: string, event: unknown): Promise<unknown> => {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`there is no handler ${name}`);
  return handler(event, context);
};

async function call(
  name: string,
  {
    receipt,
    headers = {},
    body,
    onSale = line,
  }: { receipt?: string; headers?: object; body?: unknown; onSale?: string },
) {
  const answer = (await run(name, {
    version: '2.0',
    rawPath: '/',
    isBase64Encoded: false,
    headers: { 'stampede-origin': 'origin', ...(receipt && { 'stampede-receipt': receipt }), ...headers },
    pathParameters: { onSale },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })) as Answer;
  return { status: answer.statusCode, headers: answer.headers, json: JSON.parse(answer.body) };
}

const browser = { 'user-agent': 'Mozilla/5.0', 'accept-language': 'en', 'x-forwarded-for': '203.0.113.9, x' };
const script = { 'user-agent': 'python-requests/2.32', 'x-forwarded-for': '203.0.113.9, x' };

async function join(fan: number, headers: object, needs?: string[]): Promise<Joined> {
  const body = { ...asVisitor(fan, Date.now(), line), ...(needs && { needs }) };
  const { status, json } = await call('join-line', { headers, body });
  expect(status).toBe(201);
  return json as Joined;
}

describe('the kind side of the line', () => {
  let person: Joined;
  let program: Joined;

  test('a program hears of the slower lane at the join, a person has none', async () => {
    person = await join(1, browser, ['more-time']);
    program = await join(2, script);
    expect(person).not.toHaveProperty('slowerLane');
    expect(program.slowerLane).toEqual({ state: 'slower', why: 'not-a-browser' });
  });

  test('a pass with what the fan needs, extended', async () => {
    await callEverybody();
    const { status, json } = await call('claim-pass', { receipt: person.receipt });
    expect([status, json.extensions]).toEqual([201, 10]);
    expect(readSigned('p1', [passKey], json.pass)).toMatchObject({ i: '1', n: ['more-time'] });
    const later = await call('extend-pass', { receipt: person.receipt });
    expect(later.status).toBe(200);
    expect(later.json).toMatchObject({ extensions: 9, expiresAt: json.expiresAt + 120_000 });
    expect((await call('claim-pass', { receipt: person.receipt })).json).toEqual(later.json);
    expect(JSON.stringify(later.json)).not.toContain('more-time');
  });

  test('the slower lane: refused with its reason, appealed, listed, restored, let in', async () => {
    const refused = await call('claim-pass', { receipt: program.receipt });
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({
      type: '/problems/slower-lane',
      slowerLane: { state: 'slower', why: 'not-a-browser' },
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    const said = await call('appeal-slower-lane', {
      receipt: program.receipt,
      body: { message: ' My browser is odd. ' },
    });
    expect([said.status, said.json.slowerLane.why]).toEqual([202, 'not-a-browser']);
    const { fan } = program.place;
    const listed = {
      ok: true,
      appeals: [{ fan, against: 'slower', why: 'not-a-browser', message: 'My browser is odd.' }],
    };
    expect(await run('list-appeals', { onSale: line })).toMatchObject(listed);
    const judged = { onSale: line, fan, judgement: 'restore', role: 'box-office-supervisor', reason: 'a person' };
    expect(await run('judge-place', judged)).toEqual({ ok: true, onSale: line, fan, judged: 'ordinary' });
    expect(await run('list-appeals', { onSale: line })).toEqual({ ok: true, appeals: [] });
    expect((await call('claim-pass', { receipt: program.receipt })).status).toBe(201);
    const again = await call('appeal-slower-lane', { receipt: program.receipt, body: { message: 'thanks' } });
    expect([again.status, again.json.type]).toEqual([409, '/problems/nothing-to-appeal']);
  });

  test('a voucher that is not the fan’s, and one that is', async () => {
    const { fan } = person.place;
    await stage.stores.fans.endPass(line, fan, 1, Date.now());
    const x = Math.ceil(Date.now() / 1000) + 600;
    // Everybody shops who can at once.
    for (let position = 100; position < 110; position += 1) {
      await stage.stores.shoppers.count(line, { position, number: 1, expiresAt: x * 1000 }, false);
    }
    const voucher = (of: string) => makeSigned('v1', voucherKey, { o: line, f: of, i: '1', x, w: 'fault' });
    const showing = (text: string) =>
      call('claim-pass', { receipt: person.receipt, headers: { 'stampede-voucher': text } });
    const wrong = await showing(voucher(program.place.fan));
    expect([wrong.status, wrong.json.type]).toEqual([403, '/problems/voucher-wrong']);
    expect((await showing(voucher(fan))).status).toBe(201);
  });

  test('removed: 403 with the reason, for claim and for more time', async () => {
    const { fan } = program.place;
    expect(await run('judge-place', { onSale: line, fan, judgement: 'remove' })).toMatchObject({
      ok: true,
      judged: { state: 'removed', why: 'staff' },
    });
    for (const name of ['claim-pass', 'extend-pass']) {
      const { status, json } = await call(name, { receipt: program.receipt });
      expect([status, json.type, json.slowerLane.why]).toEqual([403, '/problems/place-removed', 'staff']);
    }
    const { acts = [] } = (await stage.stores.lines.read(line)) ?? {};
    const judged = acts.filter(({ act }) => act.startsWith('place-')).map(({ act, role }) => `${act} by ${role}`);
    // The first was moved into the ledger by a tick since.
    const [entered] = (await stage.stores.ledger.read(line, 1, 100)).filter(({ text }) => text.includes('place-'));
    expect(JSON.parse(entered?.text ?? '')).toMatchObject({ act: 'place-slowed', role: 'gatekeeper' });
    expect(judged).toEqual(['place-restored by box-office-supervisor', 'place-removed by ops']);
  });
});

/** Draws and calls, as a pacemaker does. */
async function callEverybody(): Promise<void> {
  for (let second = 0; second < 3; second += 1) {
    stage.now = Date.now();
    await tickLine(stage.tickDeps(), line, stage.now);
  }
}

let newcomers = 0;

describe('bad input is a problem document, never a fault', () => {
  test.each([
    ['no JSON', '{"message":', 'not-json'],
    ['an empty message', { message: '   ' }, 'bad-request'],
    ['a long one', { message: 'x'.repeat(501) }, 'bad-request'],
    ['an object for a message', { message: { $gt: '' } }, 'bad-request'],
    ['null', 'null', 'bad-request'],
    ['too much', { message: 'x'.repeat(300_000) }, 'body-too-large'],
  ])('an appeal with %s', async (_, body, code) => {
    const { status, json } = await call('appeal-slower-lane', { receipt: 'r2.x.y', body });
    expect(json).toMatchObject({ type: `/problems/${code}`, status });
  });

  test.each(noReceipts)('a receipt %s', async (_, receipt) => {
    for (const name of ['extend-pass', 'appeal-slower-lane', 'claim-pass']) {
      const { status, json } = await call(name, { receipt, body: { message: 'hello' } });
      expect([status, json.status]).toEqual([401, 401]);
    }
  });

  test.each(['nowhere', 'UPPER', '../etc/passwd', '', '💺'])('a line called %j', async (onSale) => {
    for (const name of ['extend-pass', 'appeal-slower-lane']) {
      const { status } = await call(name, { onSale, receipt: 'r2.x.y', body: { message: 'hello' } });
      expect([400, 404]).toContain(status);
    }
  });

  test.each([
    ['that is empty', ''],
    ['without payload', 'v1'],
    ['signed with a letter', 'v1.a.e30.x'],
    ['of null', `v1.a.bnVsbA.${'A'.repeat(43)}`],
    ['of 9,000 letters', 'x'.repeat(9000)],
    ['of a null character', '\u0000'],
    ['of another alphabet', '💺'],
  ])('a voucher %s', async (_, voucher) => {
    newcomers += 1;
    const { receipt } = await join(1000 + newcomers, browser);
    const { status } = await call('claim-pass', { receipt, headers: { 'stampede-voucher': voucher } });
    expect(status).toBe(409);
  });

  test('judges and readers who ask wrongly hear the field', async () => {
    const fan = 'x'.repeat(43);
    const ask = { onSale: line, fan, judgement: 'remove' };
    expect(await run('judge-place', { ...ask, fan: 'ada' })).toMatchObject({ ok: false, errors: [{ field: 'fan' }] });
    expect(await run('judge-place', { ...ask, judgement: 'ban' })).toMatchObject({ errors: [{ field: 'judgement' }] });
    expect(await run('judge-place', { ...ask, role: 'gatekeeper' })).toMatchObject({ errors: [{ field: 'role' }] });
    expect(await run('judge-place', ask)).toMatchObject({ ok: false, errors: [{ field: 'fan' }] });
    expect(await run('list-appeals', { onSale: '../' })).toMatchObject({ ok: false, errors: [{ field: 'onSale' }] });
    expect(await run('list-appeals', null)).toMatchObject({ ok: false });
  });
});
