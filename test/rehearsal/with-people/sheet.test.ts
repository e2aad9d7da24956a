import { expect, test } from '@jest/globals';
import { sheetOf } from '../../../rehearsal/with-people/sheet.ts';

const opensAt = 1_800_000_000_000;
const trouble = {
  id: 'pacemaker-stands-still',
  title: 'The pacemaker stands still',
  seen: 'boards grow old',
  runbook: 'line-stands-still',
  beginsAt: opensAt + 65_000,
  endsAt: opensAt + 95_000,
};
const morning = {
  onSale: 'friends',
  opensAt,
  troubles: [trouble],
  people: [
    { at: opensAt - 30_000, person: 'mei@example.org', act: 'turn-dials', on: 'friends' },
    { at: opensAt + 70_000, person: 'dafydd@example.org', act: 'read-orders', on: 'the order book' },
    { at: opensAt + 90_000, person: 'mei@example.org', act: 'turn-dials', on: 'friends', note: 'boards are old' },
  ],
  ledger: [{ at: opensAt, act: 'opened', role: 'pacemaker', reason: 'the doors are open' }],
};

test('the sheet says of each trouble when it came, and what somebody did first', () => {
  const sheet = sheetOf(morning);
  expect(sheet).toContain(
    '| The pacemaker stands still | +1:05 | +1:35 | boards grow old | 0:25: mei@example.org, turn-dials (“boards are old”) | [line-stands-still](docs/runbooks/line-stands-still.md) |',
  );
});

test('and everything in the order in which it happened', () => {
  const log = sheetOf(morning)
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(log).toEqual([
    '- −0:30 mei@example.org: turn-dials friends',
    '- +0:00 ledger: opened by pacemaker, “the doors are open”',
    '- +1:05 **The pacemaker stands still**: begins',
    '- +1:10 dafydd@example.org: read-orders the order book',
    '- +1:30 mei@example.org: turn-dials friends, “boards are old”',
    '- +1:35 **The pacemaker stands still**: is over',
  ]);
});

test('a look is no answer, and an act long after is none either', () => {
  const late = { at: trouble.beginsAt + 6 * 60_000, person: 'mei@example.org', act: 'turn-dials', on: 'friends' };
  expect(sheetOf({ ...morning, people: [...morning.people.slice(0, 2), late] })).toContain('nobody did anything');
});
