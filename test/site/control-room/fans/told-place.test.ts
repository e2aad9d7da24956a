import { describe, expect, test } from '@jest/globals';
import type { FoundFan } from '../../../../contracts/find-fan.ts';
import type { Board, DrawSheet, LineFile } from '../../../../contracts/line.ts';
import { peopleFound } from '../../../../site/control-room/fans/people-found.ts';
import { drawnNumber, helpsNow, type LineNews, toldPlace } from '../../../../site/control-room/fans/told-place.ts';
import { whatHappened } from '../../../../site/control-room/fans/what-happened.ts';

/** Nine o'clock in London, on a day in winter. */
const opensAt = Date.UTC(2027, 0, 15, 9, 0);
const minute = 60_000;
const zone = 'Europe/London';

const line = { opensAt, closesAt: opensAt + 600 * minute, roll: { cap: 32, tile: 32, bank: 1024 } } as LineFile;
const sheet = {
  ...{ bank: 0, before: 0, counts: [9413], size: 9413, offset: 0, seed: '00'.repeat(32) },
  drawnAt: opensAt,
} as unknown as DrawSheet;
const board = (more: Partial<Board> = {}) =>
  ({ phase: 'open', calledUpTo: 3120, rate: 60, waiting: 6293, round: 1, ...more }) as Board;

const fan: FoundFan = {
  fan: 'f'.repeat(43),
  onSale: 'friends',
  joinedAt: opensAt - 2 * minute,
  place: { round: 0, shard: 0, index: 0 },
  readmissions: { used: 0, most: 2 },
  devices: [],
  devicesEnded: 0,
  codes: 0,
};
const number = drawnNumber(fan, { line, sheet }) as number;
const news = (more: Partial<LineNews> = {}): LineNews => ({ line, board: board(), sheet, ...more });
const told = (of: Partial<FoundFan>, at: Partial<LineNews> = {}, now = opensAt + 5 * minute) =>
  toldPlace({ ...fan, ...of }, news(at), now, zone);

describe('the place in sentences', () => {
  test('tells who waits when they joined, how many others did, their number, who is before them, and how long', () => {
    const calledUpTo = Math.max(0, number - 600);
    expect(told({}, { board: board({ calledUpTo }) })).toEqual([
      'You joined at 08:58, in the lobby with 9,412 others.',
      `The draw at 09:00 gave you number ${number.toLocaleString('en')}.`,
      'It is a draw by chance, so it does not matter how early you came. You can check it yourself.',
      `${calledUpTo.toLocaleString('en')} have been called so far.`,
      '599 people are before you.',
      expect.stringMatching(/^Your turn comes in about 10 minutes/),
      expect.stringContaining('Keep the page open'),
    ]);
  });

  test('before the doors there is no number, and no promise', () => {
    const lobby = told(
      {},
      { sheet: undefined, board: board({ phase: 'lobby', calledUpTo: 0, waiting: 413 }) },
      opensAt - minute,
    );
    expect(lobby.slice(0, 2)).toEqual([
      'You joined at 08:58, in the lobby with 412 others.',
      expect.stringMatching(/^The doors open at 09:00\. Then a draw/),
    ]);
  });

  test('a halted line is said in place of a wait', () => {
    const halted = told({}, { board: board({ calledUpTo: 0, halt: 'staff', phase: 'paused' }) });
    expect(halted).toContain('The line is paused for a moment. Nobody loses a place.');
    expect(halted.join(' ')).not.toContain('Your turn comes');
  });

  test('a called fan hears until when, what to press, and what happens if they are late', () => {
    const called = { board: board({ calledUpTo: number }) };
    const call = { calledAt: opensAt + 4 * minute, claimBy: opensAt + 7 * minute };
    expect(told({ call }, called)).toContain('You were called at 09:04. Your slot is kept until 09:07:00.');
    expect(told({ call }, called, opensAt + 8 * minute).join(' ')).toContain('You stand first among the next');
    expect(told({ slotUntil: opensAt + 6 * minute }, called).join(' ')).toContain('press the button');
    expect(told({ readmissions: { used: 0, most: 2, until: opensAt + 15 * minute } }, called)).toContain(
      'We let you in once more without waiting. On the line’s page, press “Come in” before 09:15.',
    );
  });

  test('a pass in use, one that is over, and one that was given back', () => {
    const called = { board: board({ calledUpTo: number }) };
    const pass = { number: 1, expiresAt: opensAt + 20 * minute, extended: 0 };
    expect(told({ pass }, called)).toContain('You are in: you may choose and pay until 09:20:00.');
    expect(told({ pass }, called, opensAt + 30 * minute)).toContain(
      'Your time to shop ended at 09:20. Your place is not lost.',
    );
    expect(told({ pass: { ...pass, endedAt: opensAt + 3 * minute } }, called)).toContain(
      'Your time to shop ended at 09:03. Your place is not lost.',
    );
  });

  test('a join that was cut short, a place that was given up, a removed one, and the end', () => {
    const { place: _, ...cut } = fan;
    expect(toldPlace(cut, news(), opensAt, zone).at(-1)).toContain('join again');
    expect(told({ leftAt: opensAt + minute }).at(-1)).toBe(
      'You left the line at 09:01. Join again, and the same place is yours.',
    );
    expect(told({ slowerLane: { state: 'removed', why: 'staff' } }).at(-1)).toContain('Your place was removed');
    expect(told({}, {}, line.closesAt).at(-1)).toBe('This on-sale is over.');
  });

  test('who came after the doors was in no lobby', () => {
    const late = { place: { round: 4, shard: 0, index: 0 }, joinedAt: opensAt + 3 * minute };
    expect(told(late, { sheet: undefined })[0]).toBe('You joined at 09:03, after the doors had opened.');
  });
});

test('help is offered where it helps: a slot to those who are called, and the end of a place to any', () => {
  const ways = (of: Partial<FoundFan>, calledUpTo: number) =>
    helpsNow({ ...fan, ...of }, news({ board: board({ calledUpTo }) }), opensAt + minute);
  expect(ways({}, 0)).toEqual(['hand-over', 'remove']);
  expect(ways({}, number)).toEqual(['nudge', 'readmit', 'hand-over', 'remove']);
  expect(ways({ slowerLane: { state: 'slower', why: 'staff' } }, number)).toContain('restore');
  expect(ways({ slowerLane: { state: 'removed', why: 'staff' } }, number)).toEqual(['restore']);
  const shops = { pass: { number: 1, expiresAt: opensAt + 9 * minute, extended: 0 } };
  expect(ways(shops, number)).toEqual(['hand-over', 'remove']);
});

test('a place and orders of one fan are one person, and an order that was found twice is one', () => {
  const order = { order: 'a', fan: fan.fan } as never;
  const other = { order: 'b', fan: 'g' } as never;
  expect(peopleFound([fan], [order, other, order])).toEqual([
    { fan: fan.fan, found: fan, orders: [order] },
    { fan: 'g', found: undefined, orders: [other] },
  ]);
});

test('what happened stands in its order, from every room', () => {
  const history = [{ happenedAt: opensAt + 9 * minute, by: 'fan', act: 'placed' }] as const;
  const orders = [{ reference: 'K7M-4QX', history }] as never;
  const holds = [
    { hold: 'h', performance: 'lear-3', state: 'held', decidedAt: opensAt + 7 * minute, seats: 2 },
  ] as const;
  const pass = { number: 1, expiresAt: opensAt + 20 * minute, extended: 0 };
  const happened = whatHappened(
    { found: { ...fan, pass }, orders },
    news(),
    opensAt,
    holds,
    new Map([['lear-3', 'King Lear']]),
  );
  expect(happened.map(({ what }) => what)).toEqual([
    'Joined the line',
    `Drawn: number ${number.toLocaleString('en')}`,
    'Seats: 2 seats of King Lear: held',
    'K7M-4QX: Order placed',
    'Pass ends',
  ]);
});
