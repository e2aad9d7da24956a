import { describe, expect, test } from '@jest/globals';
import { published } from '../../../contracts/paths.ts';
import { challengeFor } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import type { Answered, Asked } from '../../../rehearsal/trial/patience.ts';
import { trialLines } from '../../../rehearsal/trial/report.ts';
import { stepSeconds, steps, type WalkDeps, walk } from '../../../rehearsal/trial/walk.ts';

const onSale = `trial-${'a'.repeat(26)}`;
const place = { v: 2, onSale, fan: 'f', mark: 'm', round: 1, shard: 0, index: 0, joinedAt: 1 };
const sheet = {
  v: 2,
  ...{ onSale, round: 1, bank: 0, closedAt: 1, drawnAt: 1, counts: [1], before: 0, size: 1, offset: 4 },
  seed: '00'.repeat(32),
};
const order = (more: object) => ({
  order: 'order0000001',
  key: 'the-key',
  state: 'confirmed',
  payment: { state: 'captured' },
  tickets: ['one'],
  ...more,
});

type Reply = Answered | ((asked: Asked, times: number) => Answered);
const json = (body: unknown, status = 200): Answered => ({ status, type: 'application/json', body });
const nothing: Answered = { status: 0, type: '', body: '' };

/** A site that is well, with some of its answers replaced; `<method> <path>`. */
function aSite(other: Readonly<Record<string, Reply>> = {}) {
  let now = 0;
  let isCancelled = false;
  const asked: string[] = [];
  const challenge = challengeFor('key', { onSale, visitor: 'v' }, { effort: 10, salt: 'ab', fraction: 0.5 }, 0);
  const well: Readonly<Record<string, Reply>> = {
    [`GET /api/lines/${onSale}/challenge`]: json(challenge),
    [`POST /api/lines/${onSale}/join`]: json({ place, receipt: 'receipt' }, 201),
    [`GET ${published.line(onSale)}`]: json({ roll: { tile: 1, bank: 1 } }),
    [`GET ${published.drawSheet(onSale, 1, 0)}`]: json(sheet),
    [`GET ${published.board(onSale)}`]: (_, times) => json({ calledUpTo: times > 2 ? 5 : 4 }),
    [`POST /api/lines/${onSale}/claim`]: json({ pass: 'pass' }, 201),
    [`POST /api/performances/${onSale}/holds`]: json({ hold: 'hold00000001', state: 'pending' }, 202),
    [`GET /api/performances/${onSale}/holds/hold00000001`]: json({ state: 'held', slip: 'slip' }),
    'POST /api/orders': json(order({ state: 'placed', tickets: [] }), 202),
    'GET /api/orders/order0000001': () =>
      json(isCancelled ? order({ state: 'cancelled', payment: { state: 'refunded' }, tickets: [] }) : order({})),
    'GET /api/orders/order0000001/tickets.pdf': { status: 200, type: 'application/pdf', body: '' },
    'POST /api/orders/order0000001/cancel': () => {
      isCancelled = true;
      return json(order({ state: 'confirmed', changing: true }), 202);
    },
    [`POST /api/lines/${onSale}/leave`]: { status: 204, type: '', body: '' },
  };
  const deps: WalkDeps = {
    open: async () => ({ onSale }),
    ask: async (given) => {
      const [path] = given.path.split('?');
      const name = `${given.method} ${path}`;
      asked.push(name);
      const reply = other[name] ?? well[name];
      if (!reply) throw new Error(`Nobody answers ${name}`);
      return typeof reply === 'function' ? reply(given, asked.filter((each) => each === name).length) : reply;
    },
    clock: {
      now: () => now,
      wait: async (ms) => {
        now += ms;
      },
    },
    chance: () => 'visitor000000000000000',
  };
  return { deps, asked };
}

test('goes through every step, asks again as a page does, and gives all back', async () => {
  const { deps, asked } = aSite();
  const walked = await walk(deps);
  expect(walked).toMatchObject({ ok: true });
  expect(walked.taken.map(({ step }) => step)).toEqual(steps);
  expect(asked.filter((each) => each === `GET ${published.board(onSale)}`)).toHaveLength(3);
  expect(asked.slice(-3)).toEqual([
    'POST /api/orders/order0000001/cancel',
    'GET /api/orders/order0000001',
    `POST /api/lines/${onSale}/leave`,
  ]);
});

describe('a step that fails is named, with what was answered', () => {
  const refused = json({ type: '/problems/line-closed', title: 'The line is closed' }, 410);
  test.each<[string, string, Reply, RegExp]>([
    [
      'join',
      `POST /api/lines/${onSale}/join`,
      refused,
      /asked for a place\. POST \S+join was answered 410 .*line-closed/,
    ],
    ['join', `POST /api/lines/${onSale}/join`, nothing, /waited in vain for a place\. POST \S+join nothing answered/],
    ['turn', `GET ${published.drawSheet(onSale, 1, 0)}`, json({}, 404), /in vain for the draw of round 1/],
    ['turn', `GET ${published.board(onSale)}`, json({ calledUpTo: 4 }), /in vain for the call of position 5/],
    ['claim', `POST /api/lines/${onSale}/claim`, json({}, 500), /in vain for a pass/],
    ['hold', `GET /api/performances/${onSale}/holds/hold00000001`, json({ state: 'pending' }), /the hold of it/],
    ['order', 'POST /api/orders', json({ title: 'No' }, 422), /an order\. POST \/api\/orders was answered 422/],
    ['ticket', 'GET /api/orders/order0000001/tickets.pdf', json({}), /tickets as a PDF/],
    ['leave', `POST /api/lines/${onSale}/leave`, json({}, 400), /an end of the place/],
  ])('%s: %s', async (step, address, reply, says) => {
    const { deps } = aSite({ [address]: reply });
    const walked = await walk(deps);
    expect(walked).toMatchObject({ ok: false, failed: step });
    if (walked.ok) throw new Error('It went through');
    expect(walked.says).toMatch(says);
    expect(trialLines(walked).at(-1)).toContain(`FAILS  ${step}`);
  });

  test('the trial cannot be opened', async () => {
    const { deps, asked } = aSite();
    const open = async () => {
      throw new Error('OpenTrial failed');
    };
    expect(await walk({ ...deps, open })).toMatchObject({ failed: 'open', says: expect.stringContaining('OpenTrial') });
    expect(asked).toEqual([]);
  });
});

test('what it bought is cancelled and its place given back, also when a later step fails', async () => {
  const { deps, asked } = aSite({ 'GET /api/orders/order0000001/tickets.pdf': json({}, 400) });
  expect(await walk(deps)).toMatchObject({ ok: false, failed: 'ticket' });
  expect(asked.slice(-2)).toEqual(['POST /api/orders/order0000001/cancel', `POST /api/lines/${onSale}/leave`]);
});

test('no step takes longer than its time', async () => {
  for (const [address, step] of [
    [`POST /api/lines/${onSale}/claim`, 'claim'],
    [`GET ${published.board(onSale)}`, 'turn'],
  ] as const) {
    const { deps } = aSite({ [address]: nothing });
    const began = deps.clock.now();
    await walk(deps);
    expect(deps.clock.now() - began).toBeLessThanOrEqual((stepSeconds[step] + 3) * 1000);
  }
});
