import { describe, expect, test } from '@jest/globals';
import { type ApiCall, api, type Given } from '../../../contracts/api.ts';
import { published } from '../../../contracts/paths.ts';
import { challengeFor } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import { trialLines } from '../../../rehearsal/trial/report.ts';
import type { TrialCall, TrialReply } from '../../../rehearsal/trial/step-patience.ts';
import { stepSeconds, steps, type WalkDeps, walk } from '../../../rehearsal/trial/walk.ts';

const onSale = `trial-${'a'.repeat(26)}`;
const called = <What extends ApiCall>(what: What, ...given: Given<What>) => {
  const { method, url } = api(what, ...given);
  return `${method} ${url}`;
};
const inLine = { onSale };
const ofOrder = { order: 'order0000001' };
const calls = {
  challenge: called('GET lines/{onSale}/challenge', inLine),
  join: called('POST lines/{onSale}/join', inLine),
  claim: called('POST lines/{onSale}/claim', inLine),
  leave: called('POST lines/{onSale}/leave', inLine),
  hold: called('POST performances/{performance}/holds', { performance: onSale }),
  heldSeat: called('GET performances/{performance}/holds/{hold}', { performance: onSale, hold: 'hold00000001' }),
  order: called('POST orders'),
  showOrder: called('GET orders/{order}', ofOrder),
  tickets: called('GET orders/{order}/tickets.pdf', ofOrder),
  cancel: called('POST orders/{order}/cancel', ofOrder),
};
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

type Reply = TrialReply | ((asked: TrialCall, times: number) => TrialReply);
const json = (body: unknown, status = 200): TrialReply => ({ status, type: 'application/json', body });
const nothing: TrialReply = { status: 0, type: '', body: '' };

/** A site that is well, with some of its answers replaced; `<method> <path>`. */
function aSite(other: Readonly<Record<string, Reply>> = {}) {
  let now = 0;
  let isCancelled = false;
  const asked: string[] = [];
  const challenge = challengeFor('key', { onSale, visitor: 'v' }, { effort: 10, salt: 'ab', fraction: 0.5 }, 0);
  const well: Readonly<Record<string, Reply>> = {
    [calls.challenge]: json(challenge),
    [calls.join]: json({ place, receipt: 'receipt' }, 201),
    [`GET ${published.line(onSale)}`]: json({ roll: { tile: 1, bank: 1 } }),
    [`GET ${published.drawSheet(onSale, 1, 0)}`]: json(sheet),
    [`GET ${published.board(onSale)}`]: (_, times) => json({ calledUpTo: times > 2 ? 5 : 4 }),
    [calls.claim]: json({ pass: 'pass' }, 201),
    [calls.hold]: json({ hold: 'hold00000001', state: 'pending' }, 202),
    [calls.heldSeat]: json({ state: 'held', slip: 'slip' }),
    [calls.order]: json(order({ state: 'placed', tickets: [] }), 202),
    [calls.showOrder]: () =>
      json(isCancelled ? order({ state: 'cancelled', payment: { state: 'refunded' }, tickets: [] }) : order({})),
    [calls.tickets]: { status: 200, type: 'application/pdf', body: '' },
    [calls.cancel]: () => {
      isCancelled = true;
      return json(order({ state: 'confirmed', changing: true }), 202);
    },
    [calls.leave]: { status: 204, type: '', body: '' },
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
  expect(asked.slice(-3)).toEqual([calls.cancel, calls.showOrder, calls.leave]);
});

describe('a step that fails is named, with what was answered', () => {
  const refused = json({ type: '/problems/line-closed', title: 'The line is closed' }, 410);
  test.each<[string, string, Reply, RegExp]>([
    ['join', calls.join, refused, /asked for a place\. POST \S+join was answered 410 .*line-closed/],
    ['join', calls.join, nothing, /waited in vain for a place\. POST \S+join nothing answered/],
    ['turn', `GET ${published.drawSheet(onSale, 1, 0)}`, json({}, 404), /in vain for the draw of round 1/],
    ['turn', `GET ${published.board(onSale)}`, json({ calledUpTo: 4 }), /in vain for the call of position 5/],
    ['claim', calls.claim, json({}, 500), /in vain for a pass/],
    ['hold', calls.heldSeat, json({ state: 'pending' }), /the hold of it/],
    ['order', calls.order, json({ title: 'No' }, 422), /an order\. POST \S+orders was answered 422/],
    ['ticket', calls.tickets, json({}), /tickets as a PDF/],
    ['leave', calls.leave, json({}, 400), /an end of the place/],
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
  const { deps, asked } = aSite({ [calls.tickets]: json({}, 400) });
  expect(await walk(deps)).toMatchObject({ ok: false, failed: 'ticket' });
  expect(asked.slice(-2)).toEqual([calls.cancel, calls.leave]);
});

test('no step takes longer than its time', async () => {
  for (const [address, step] of [
    [calls.claim, 'claim'],
    [`GET ${published.board(onSale)}`, 'turn'],
  ] as const) {
    const { deps } = aSite({ [address]: nothing });
    const began = deps.clock.now();
    await walk(deps);
    expect(deps.clock.now() - began).toBeLessThanOrEqual((stepSeconds[step] + 3) * 1000);
  }
});
