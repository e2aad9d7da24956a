import { beforeEach, describe, expect, test } from '@jest/globals';
import type { LeverAct } from '../../../../contracts/levers.ts';
import type { LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { pullLever } from '../../../../lambdas/waiting-room/levers/pull-lever.ts';
import { sayMessage } from '../../../../lambdas/waiting-room/levers/say-message.ts';
import { showLevers } from '../../../../lambdas/waiting-room/levers/show-levers.ts';
import { joined, onSale, opensAt } from '../small-stage.ts';
import { LeverStage, member } from './lever-stage.ts';

let stage: LeverStage;
const [ops, owner, marketing] = [member('ops'), member('owner'), member('marketing')];

beforeEach(async () => {
  stage = new LeverStage();
  await stage.open();
});

const board = () => stage.files.get(published.board(onSale));

test('a pause is on the board and in the ledger with the next tick, by role, and in the audit by person', async () => {
  joined(await stage.join(1));
  await stage.run(opensAt + 3000);
  const paused = await stage.pull(ops, { act: 'pause', reason: 'the tills are down' });
  expect(paused).toMatchObject({ ok: true, pulled: { outcome: 'done', turns: 1, dials: { paused: true } } });
  await stage.run(stage.now + 1000);
  expect(board()).toMatchObject({ phase: 'paused', halt: 'staff' });
  const last = (await stage.acts()).at(-1);
  expect(last).toEqual({ act: 'paused', role: 'ops', reason: 'the tills are down', detail: { paused: true } });
  expect(JSON.stringify(await stage.acts())).not.toContain('example.org');
  expect(stage.audit.entries).toMatchObject([
    { person: 'ops@example.org', act: 'lever-pause', on: onSale, note: 'the tills are down' },
  ]);
  expect(await stage.pull(ops, { act: 'resume' })).toMatchObject({ ok: true, pulled: { dials: { paused: false } } });
});

test('the same act sent again is done once, and answered so', async () => {
  const act = { act: 'turn', key: 'a-key-that-is-sent-twice', seen: 0, dials: { perMinute: 90 } };
  expect(await stage.pull(ops, act)).toMatchObject({ pulled: { outcome: 'done', turns: 1 } });
  expect(await stage.pull(ops, act)).toMatchObject({ pulled: { outcome: 'stood', turns: 1 } });
  expect((await stage.acts()).filter(({ act: one }) => one === 'dials-turned')).toHaveLength(1);
});

test('of two at one dial the second is told what the first did, and nothing is turned twice', async () => {
  const wish = (perMinute: number) => ({ act: 'turn', seen: 0, dials: { perMinute } });
  const both = await Promise.all([stage.pull(ops, wish(90)), stage.pull(owner, wish(30))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = both.find(({ ok }) => !ok);
  expect(refused).toMatchObject({
    refusal: 'turned-meanwhile',
    detail: expect.stringContaining('did "turn" before you'),
  });
  expect((await stage.line()).turns).toBe(1);
});

test('the guard off: without what each had seen, the second would undo the first unseen', async () => {
  const { lines } = stage.stores;
  const blind = {
    ...stage.deps,
    lines: {
      ...lines,
      pull: async (line: never, pull: { seen: number }) =>
        lines.pull(line, { ...pull, seen: (await stage.line()).turns ?? 0 } as never),
    },
    // Each read sees what the person saw.
  };
  const seen = await stage.line();
  const asSeen = { ...blind, lines: { ...blind.lines, read: async () => seen } };
  const wish = (key: string, perMinute: number) =>
    ({ act: 'turn', key, seen: 0, reason: 'a test', dials: { perMinute } }) as LeverAct;
  await pullLever(asSeen, ops, { onSale, act: wish('first-of-two', 90) }, stage.now);
  await pullLever(asSeen, owner, { onSale, act: wish('second-of-two', 30) }, stage.now);
  expect((await stage.line()).dials.perMinute).toBe(30);
});

test('what stands so already is not noted', async () => {
  expect(await stage.pull(ops, { act: 'resume' })).toMatchObject({ pulled: { outcome: 'stood', turns: 0 } });
  expect(await stage.pull(ops, { act: 'turn', dials: { perMinute: 600 } })).toMatchObject({
    pulled: { outcome: 'stood' },
  });
  expect((await stage.acts()).map(({ act }) => act)).toEqual(['opened']);
  expect(stage.audit.entries).toEqual([]);
});

test.each([
  ['a steward', member('steward')],
  ['marketing', marketing],
  ['operations of another on-sale', member('ops', 'public')],
])('%s may not turn this line', async (_, asker) => {
  expect(await stage.pull(asker, { act: 'pause' })).toMatchObject({ ok: false, refusal: 'not-allowed' });
});

test('a line that is not there', async () => {
  const act = { act: 'pause', key: 'some-key-of-a-test', seen: 0, reason: 'a test' } as const;
  expect(await pullLever(stage.deps, member('ops', 'nowhere'), { onSale: 'nowhere', act }, 0)).toMatchObject({
    refusal: 'line-unknown',
  });
});

describe('the end', () => {
  test('waits for a second person, who must be another, and is then told in the ledger with both roles', async () => {
    joined(await stage.join(1));
    await stage.run(opensAt + 3000);
    const asked = await stage.pull(ops, {
      act: 'end',
      key: 'the-end-is-asked-for',
      reason: 'the bank is down for today',
    });
    expect(asked).toMatchObject({ ok: true, pulled: { outcome: 'asked' } });
    expect((await stage.line()).facts.closesAt).toBe(opensAt + 3_600_000);
    const confirm = { act: 'confirm', asked: 'the-end-is-asked-for', reason: undefined };
    expect(await stage.pull(ops, confirm)).toMatchObject({ refusal: 'second-person-needed' });
    const other = member('ops', onSale, 'other@example.org');
    expect(await stage.pull(other, confirm)).toMatchObject({ pulled: { outcome: 'done', closesAt: stage.now } });
    expect((await stage.acts()).at(-1)).toMatchObject({
      ...{ act: 'closed-early', role: 'ops', reason: 'the bank is down for today' },
      detail: { confirmedBy: 'ops', insteadOf: opensAt + 3_600_000 },
    });
    await stage.run(stage.now + 1000);
    expect(board()).toMatchObject({ phase: 'closed' });
    expect(await stage.pull(other, { act: 'pause' })).toMatchObject({ refusal: 'lever-not-now' });
  });

  test('is asked for in vain after ten minutes', async () => {
    await stage.pull(ops, { act: 'end', key: 'the-end-is-asked-for' });
    stage.now += 600_000;
    const confirm = { act: 'confirm', asked: 'the-end-is-asked-for', reason: undefined };
    expect(await stage.pull(owner, confirm)).toMatchObject({ refusal: 'lever-not-now' });
  });

  test('an owner decides it alone, and what the line promised stays what it promised', async () => {
    const promised = stage.files.get(published.line(onSale));
    expect(await stage.pull(owner, { act: 'end' })).toMatchObject({ pulled: { outcome: 'done' } });
    expect(await stage.open()).toMatchObject({ ok: true, isNew: false });
    expect(stage.files.get(published.line(onSale))).toEqual(promised);
  });
});

describe('the doors', () => {
  test('held: nobody is drawn at the promised time, and everybody at the new one', async () => {
    const { receipt, place } = joined(await stage.join(1));
    expect(receipt).toBeDefined();
    const later = opensAt + 600_000;
    expect(await stage.pull(ops, { act: 'move-doors', opensAt: later, reason: 'the bank is not ready' })).toMatchObject(
      {
        pulled: { outcome: 'done', opensAt: later },
      },
    );
    await stage.run(opensAt + 3000);
    expect(board()).toMatchObject({ phase: 'lobby', opensAt: later });
    expect(stage.position(place)).toBeUndefined();
    joined(await stage.join(2));
    await stage.run(later + 1000);
    expect(stage.position(place)).toBeDefined();
    expect(board()).toMatchObject({ phase: 'open' });
    expect((await stage.acts()).find(({ act }) => act === 'doors-moved')).toMatchObject({
      detail: { opensAt: later, insteadOf: opensAt },
    });
  });

  test('opened now: ten seconds later everybody is drawn', async () => {
    const { place } = joined(await stage.join(1));
    const opened = await stage.pull(ops, { act: 'move-doors', opensAt: 'now' });
    expect(opened).toMatchObject({ pulled: { outcome: 'done', opensAt: stage.now + 10_000 } });
    await stage.run(stage.now + 9000);
    expect(stage.position(place)).toBeUndefined();
    await stage.run(stage.now + 2000);
    expect(stage.position(place)).toBe(1);
  });

  test('are held, hurried and held again, and the file promises what it promised', async () => {
    const file = stage.files.get(published.line(onSale)) as LineFile;
    for (const after of [900_000, 300_000, 60_000])
      await stage.pull(ops, { act: 'move-doors', opensAt: opensAt + after });
    expect(await stage.stores.lines.read(onSale)).toMatchObject({
      facts: { opensAt: opensAt + 60_000, promised: { opensAt } },
    });
    expect(await stage.open()).toMatchObject({ ok: true });
    expect(stage.files.get(published.line(onSale))).toEqual(file);
  });

  test.each([
    ['in nine seconds', () => stage.now + 9000],
    ['after the end', () => opensAt + 3_600_000],
  ])('cannot be moved to %s', async (_, to) => {
    const moved = await stage.pull(ops, { act: 'move-doors', opensAt: to() });
    expect(moved).toMatchObject({ refusal: 'bad-request', errors: [{ field: 'body.opensAt' }] });
  });

  test('that are open stay open', async () => {
    joined(await stage.join(1));
    await stage.run(opensAt);
    expect(await stage.pull(ops, { act: 'move-doors', opensAt: opensAt + 60_000 })).toMatchObject({
      refusal: 'lever-not-now',
    });
  });

  test('the pacemaker is awake for doors that were moved to sooner', async () => {
    const soon = stage.now + 20_000;
    await stage.pull(ops, { act: 'move-doors', opensAt: soon });
    expect(await stage.stores.lines.live(stage.now)).toMatchObject([{ opensAt: soon }]);
  });
});

describe('the message', () => {
  const say = async (act: object, asker = marketing) =>
    sayMessage(
      stage.deps,
      asker,
      { onSale, act: { key: stage.key(), seen: await stage.turns(), ...act } as never },
      stage.now,
    );

  test('a text and a prepared one take each other’s place, and nothing takes both down', async () => {
    await say({ say: 'text', text: 'The bar is open' });
    await stage.tick();
    expect(board()).toMatchObject({ message: 'The bar is open' });
    await say({ say: 'prepared', prepared: 'payments-slow' });
    await stage.run(stage.now + 1000);
    expect(board()).toMatchObject({ prepared: 'payments-slow' });
    expect(board()).not.toHaveProperty('message');
    await say({ say: 'nothing' });
    await stage.run(stage.now + 1000);
    expect(board()).not.toHaveProperty('prepared');
    expect((await stage.acts()).slice(1)).toMatchObject([
      { act: 'message-set', role: 'marketing', detail: { message: 'The bar is open' } },
      { act: 'message-set', role: 'marketing', detail: { prepared: 'payments-slow' } },
      { act: 'message-set', role: 'marketing', detail: { message: '' } },
    ]);
  });

  test('is not for the box office', async () => {
    expect(await say({ say: 'nothing' }, member('box-office'))).toMatchObject({ refusal: 'not-allowed' });
  });
});

describe('what the page is shown', () => {
  const show = (asker = ops) =>
    showLevers(
      { ...stage.stores, readFile: async (path) => stage.files.get(path) as never, twoPeople: stage.twoPeople },
      asker,
      onSale,
      stage.now,
    );

  test('how the dials stand, who turned, and what this person may', async () => {
    await stage.pull(ops, { act: 'turn', dials: { shopping: 9 } });
    expect(await show()).toMatchObject({
      ok: true,
      levers: {
        ...{ turns: 1, dials: { shopping: 9 }, doors: 'closed', ended: false, twoPeople: ['end'] },
        hands: [{ act: 'turn', role: 'ops' }],
        may: { turn: true, say: true, judge: true, note: true },
        readings: { moving: false, waiting: 0 },
      },
    });
    expect(await show(owner)).toMatchObject({ levers: { twoPeople: [] } });
    expect(await show(member('auditor'))).toMatchObject({ levers: { may: { turn: false, say: false, note: false } } });
    expect(await show(member('steward'))).toMatchObject({ refusal: 'not-allowed' });
  });

  test('what somebody else asks for, but not who they are', async () => {
    await stage.pull(ops, { act: 'end', reason: 'enough' });
    expect(await show()).toMatchObject({ levers: { asked: { act: 'end', own: true } } });
    const other = await show(member('ops', onSale, 'other@example.org'));
    expect(other).toMatchObject({ levers: { asked: { act: 'end', role: 'ops', reason: 'enough', own: false } } });
    expect(JSON.stringify(other)).not.toContain('@');
  });
});
