import { expect, test } from '@jest/globals';
import { formOf } from '../../../../site/control-room/levers/lever-form.ts';
import { type LeversState, tendLevers } from '../../../../site/control-room/levers/levers.ts';

/* Whoever takes an act back at once is heard: what takes it back is there as soon as it can be pressed, and not before. */

const levers = (turns: number) => ({ turns, dials: { shopping: 60, perMinute: 30 }, opensAt: 1 });
const heard = (body: unknown) => ({ ok: true, status: 200, body, seen: { sentAt: 1, gotAt: 1, ageMs: 0 } });

test('an act that can be taken back is said once its button works', async () => {
  Object.assign(globalThis, {
    window: { setInterval: () => 0 },
    document: { querySelector: () => null, visibilityState: 'visible' },
  });
  let state = {
    onSale: 'friends',
    read: levers(1),
    busy: false,
    wrong: {},
    note: '',
    open: 'pause',
    form: { ...formOf(levers(1) as never, 'UTC'), reason: 'The bank is silent' },
  } as unknown as LeversState;
  const answers: ((body: unknown) => void)[] = [];
  const asked: number[] = [];
  let early = 0;
  const acts = tendLevers({
    ask: () => new Promise((done) => asked.push(answers.push((body) => done(heard(body) as never)))),
    state: () => state,
    turn: (turned) => {
      state = turned;
      if (state.done && state.busy) early += 1;
    },
    timeZone: () => 'UTC',
  });
  const answerNext = async (body: unknown) => {
    answers.shift()?.(body);
    for (let turn = 0; turn < 10; turn += 1) await undefined;
  };

  acts.pull();
  await answerNext({ outcome: 'done', levers: levers(2) });
  expect({ busy: state.busy, done: state.done }).toEqual({ busy: true, done: undefined });
  await answerNext(levers(2));
  await answerNext({ entries: [] });
  expect(state.done?.undo).toBeDefined();
  expect(early).toBe(0);
  const before = asked.length;
  acts.undo(state.done?.undo as never);
  expect(asked).toHaveLength(before + 1);
});
