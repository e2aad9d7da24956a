import { describe, expect, test } from '@jest/globals';
import { audit, findingLine } from '../../../rehearsal/audit/audit.ts';
import { mostAtOnce } from '../../../rehearsal/audit/audit-line.ts';
import type { Evidence, Witness } from '../../../rehearsal/audit/evidence.ts';
import { goodDay, type Open } from './evidence-fixture.ts';

type Day = ReturnType<typeof goodDay>;

const audited = ({ evidence, witness }: Day) => audit(evidence as Evidence, witness as Witness);

/** The one item there must be. */
function only<Item>(items: Item[] | undefined, index = 0): Item {
  const item = items?.[index];
  if (item === undefined) throw new Error('the fixture lost an item');
  return item;
}

/** Publishes the first tile otherwise. */
function respell(day: Day, change: (tile: string) => string): void {
  const roll = only(lineOf(day).rolls);
  roll.tiles = roll.tiles.map(change);
}

const lineOf = (day: Day) => only(day.evidence.lines);
const sectionOf = (day: Day) => only(only(day.evidence.houses).sections);
const orderOf = (day: Day) => only(day.evidence.orders);

/** Each breach as it would lie in the tables, files or notes, and the rule that must find it. */
const breaches: readonly (readonly [rule: string, what: string, plant: (day: Day) => void])[] = [
  ['W1', 'two fans with one place', (day) => (only(lineOf(day).fans, 1).index = 0)],
  ['W1', 'a fan with two places', (day) => (only(lineOf(day).fans, 1).fan = only(lineOf(day).fans).fan)],
  [
    'W1',
    'a round drawn over the positions of another',
    (day) => {
      only(lineOf(day).sheets, 1).offset = 2;
    },
  ],
  ['W2', 'a later round ahead of an earlier one', (day) => (only(lineOf(day).sheets, 1).offset = 0)],
  ['W2', 'positions left out between two rounds', (day) => (only(lineOf(day).sheets, 1).offset = 6)],
  [
    'W3',
    'more passes in use than the dial allows',
    (day) => (only(lineOf(day).passes).inUse = ['1.1', '2.1', '4.1', '5.1', '6.1']),
  ],
  ['W3', 'a pass given back and in use', (day) => void only(lineOf(day).passes).inUse.push('3.1')],
  ['W3', 'too many at once in what the fans saw', (day) => (lineOf(day).dials.shopping = 2)],
  ['W4', 'a place that is gone', (day) => void lineOf(day).fans.pop()],
  ['W4', 'a place that moved', (day) => (only(lineOf(day).fans, 3).round = 1)],
  ['W4', 'a receipt that nobody signed', spoilReceipt],
  [
    'W4',
    'another receipt for one who came back',
    (day) => (only(day.witness.notes.receipts).again = 'r2.other.receipt'),
  ],
  ['W5', 'a seed from outside the chain', (day) => (only(lineOf(day).sheets).seed = 'ab'.repeat(32))],
  ['W5', 'a sheet that is not the table’s', (day) => (only(lineOf(day).rounds, 1).sizes = [2])],
  ['W5', 'a sheet that counts otherwise than the roll', (day) => (only(lineOf(day).sheets, 1).counts = [2, 1])],
  ['W5', 'a drawn round without a commitment', (day) => void lineOf(day).rolls.pop()],
  ['W5', 'a mark added to the roll', (day) => respell(day, (tile) => tile.replace('[[', '[["ghost",'))],
  ['W5', 'a mark taken for another', (day) => respell(day, (tile) => tile.replace('mark-0-0-0', 'ghost-0-0-0'))],
  ['W5', 'a fan who is not in the roll', (day) => (only(lineOf(day).fans).mark = 'nobody')],
  ['W5', 'a drawn round without a sheet', (day) => void lineOf(day).sheets.pop()],
  ['W5', 'a fan told another position', (day) => (only(day.witness.notes.receipts).position = 99)],
  ['W5', 'a place that was never counted', (day) => (only(lineOf(day).fans, 7).index = 5)],
  [
    'W6',
    'a line that stood still with slots free',
    (day) => {
      const { boards } = day.witness.notes;
      const stuck = { phase: 'open', waiting: 4, drawn: 8, calledUpTo: 4 };
      boards.clear();
      for (const seconds of [0, 60, 150])
        boards.set(seconds, { ...stuck, writtenAt: day.evidence.readAt - 200_000 + seconds * 1000 });
    },
  ],
  [
    'W6',
    'a call that went back',
    (day) => {
      const { boards } = day.witness.notes;
      const later = day.evidence.readAt;
      boards.set(later, { phase: 'open', waiting: 4, drawn: 8, calledUpTo: 3, writtenAt: later });
    },
  ],
  [
    'ledger',
    'an entry that says something else',
    (day) =>
      (only(lineOf(day).ledger.entries, 1).text = only(lineOf(day).ledger.entries, 1).text.replace('good', 'fine')),
  ],
  ['ledger', 'an entry left out', (day) => void lineOf(day).ledger.entries.splice(1, 1)],
  ['ledger', 'a head on the board that the ledger has not', (day) => (lineOf(day).board.ledger.head = 'ab'.repeat(32))],
  ['S1', 'a seat held by two', (day) => (only(sectionOf(day).records, 1).seats = [1])],
  ['S1', 'a seat with two tickets', (day) => (only(orderOf(day).tickets, 1).seat = only(orderOf(day).tickets).seat)],
  ['S2', 'a hold with fewer seats than asked for', (day) => (only(sectionOf(day).records).seats = [0])],
  ['S2', 'a hold of which one part is missing', (day) => (only(sectionOf(day).records, 1).total = 2)],
  ['S3', 'a live hold that was taken', (day) => (only(sectionOf(day).records, 1).hold = 'hold-other-1')],
  ['S3', 'a live hold that vanished', (day) => void sectionOf(day).records.splice(1, 1)],
  ['S4', 'a fan beyond the limit', (day) => (only(day.evidence.houses).seatsPerFan = { friends: 2 })],
  ['S4', 'seats that nobody’s basket knows', (day) => void only(day.evidence.baskets).entries.splice(1, 1)],
  ['S5', 'one hold recorded twice', (day) => (only(sectionOf(day).records, 2).hold = 'hold-live-12')],
  [
    'S5',
    'one hold sold to two orders',
    (day) => void day.evidence.orders.push({ ...orderOf(day), order: 'order-other', tickets: [] }),
  ],
  ['S6', 'a blocked seat that was sold', (day) => (only(sectionOf(day).records).seats = [0, 5])],
  ['S6', 'a section with seats that the plan does not have', (day) => (sectionOf(day).seats = 7)],
  ['S6', 'a section that the plan does not know', (day) => (sectionOf(day).section = 'circle')],
  ['O1', 'an order without its tickets', (day) => void orderOf(day).tickets.pop()],
  ['O1', 'money not captured', (day) => (orderOf(day).payment = 'authorised')],
  ['O1', 'seats in an order that the house did not sell', (day) => (only(sectionOf(day).records).sold = false)],
  ['O1', 'sold seats in no order', (day) => void day.evidence.orders.pop()],
  [
    'O1',
    'a total that is not the sum',
    (day) => (only(day.witness.notes.orders).view = { ...only(day.witness.notes.orders).view, total: 1 }),
  ],
  ['O1', 'an order never decided', (day) => (orderOf(day).state = 'placed')],
  [
    'O1',
    'money for a refused order',
    (day) => Object.assign(orderOf(day), { state: 'refused', tickets: [], lines: [] }),
  ],
  ['O2', 'an order that is gone', (day) => (orderOf(day).order = 'order-another')],
  ['O2', 'an order there twice', (day) => void day.evidence.orders.push(orderOf(day))],
  ['O2', 'a confirmed order that changed its mind', (day) => (orderOf(day).state = 'refused')],
  ['O2', 'two clicks that made two orders', (day) => day.witness.notes.contradict('O2', 'two clicks made two orders')],
  [
    'O3',
    'an e-mail address in a published file',
    (day) => (only(day.evidence.texts).text = '{"by":"ada@example.org"}'),
  ],
  ['O3', 'a name in a log', (day) => (only(day.evidence.texts).text = 'sold to Quillfeather-0.')],
  ['O3', 'a member number in a URL', (day) => void day.witness.notes.paths.add('/join?member=FRIEND-0001')],
  ['O3', 'an encoded address in a URL', (day) => void day.witness.notes.paths.add('/me?e=ada%40example.org')],
  [
    'every fan',
    'a fan without an answer',
    (day) => void day.witness.notes.endings.set(1, { how: 'unanswered', step: 'hold', said: 'nothing' }),
  ],
  ['every fan', 'a fan who never came to an end', (day) => void day.witness.notes.endings.delete(1)],
  ['no 5xx', 'a fault', (day) => (only(day.witness.measures).statuses = { 201: 7, 500: 1 })],
  ['no 5xx', 'a request without an answer', (day) => (only(day.witness.measures).statuses = { 201: 7, 0: 1 })],
  [
    'answers',
    'a refusal nobody earned',
    (day) => day.witness.notes.contradict('answers', 'a claim was refused with receipt-forged'),
  ],
  [
    'answers',
    'a refusal in another form',
    (day) => (only(day.witness.measures).problems = { 'not-a-problem-document': 2 }),
  ],
];

function spoilReceipt(day: Day): void {
  const given: Open<Day['witness']['notes']['receipts'][number]> = only(day.witness.notes.receipts);
  given.receipt = given.receipt.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/\.[^.]{6}/, '.AAAAAA');
}

describe('the audit', () => {
  test('finds nothing on a good day, and counts what it looked at', () => {
    const findings = audited(goodDay());
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      ...['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'ledger'],
      ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6'],
      ...['O1', 'O2', 'O3', 'every fan', 'no 5xx', 'answers'],
    ]);
    const lines = findings.map(findingLine);
    expect(lines[0]).toBe('✓ W1        8 places, 8 positions: none held twice');
    expect(lines[12]).toBe('✓ S6        2 free + 1 held + 2 sold + 1 blocked = 6 seats in 1 plan');
    expect(lines[13]).toBe(
      '✓ O1        1 confirmed order with 2 tickets for 2 sold seats, and 0 others without money or seats',
    );
  });

  test.each(breaches)('%s finds %s', (rule, _, plant) => {
    const day = goodDay();
    plant(day);
    const found = audited(day).find((finding) => finding.rule === rule);
    expect(found?.ok).toBe(false);
    expect(found?.sentence.length).toBeGreaterThan(10);
  });

  test('a line may stand while a fault that was brought about lasts, and not for longer', () => {
    const stuckUntil = (outage: number) => {
      const day = goodDay();
      const plant = breaches.find(([, what]) => what === 'a line that stood still with slots free')?.[2];
      plant?.(day);
      const from = day.evidence.readAt - 200_000;
      day.witness.notes.outages.push({ from, until: from + outage * 1000 });
      return audited(day).find(({ rule }) => rule === 'W6')?.ok;
    };
    expect([stuckUntil(10), stuckUntil(70)]).toEqual([false, true]);
  });

  test('has a planted breach for every rule it prints', () => {
    const rules = new Set(audited(goodDay()).map(({ rule }) => rule));
    expect(new Set(breaches.map(([rule]) => rule))).toEqual(rules);
  });
});

test('passes in use at once: one given back at an instant frees its slot for another at that instant', () => {
  const pass = (givenAt: number, endsAt: number) => ({ fan: 0, fanKey: 'f', position: 1, givenAt, endsAt });
  expect(mostAtOnce([])).toBe(0);
  expect(mostAtOnce([pass(0, 10), pass(10, 20)])).toBe(1);
  expect(mostAtOnce([pass(0, 10), pass(9, 20), pass(5, 6)])).toBe(2);
});
