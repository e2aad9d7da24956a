import { describe, expect, test } from '@jest/globals';
import {
  comesInByItself,
  foundLine,
  type Known,
  mayBeDrawn,
  mayLeave,
  type Standing,
  standing,
} from '../../rules/standing.ts';
import fc from '../properties.ts';

const line = { opensAt: 100_000, closesAt: 900_000 };
const before: Known = { line, calledUpTo: 0, now: 50_000 };
const during: Known = { line, calledUpTo: 0, now: 150_000, board: { phase: 'open' } };
const placed: Known = { ...during, place: { round: 0 } };
const called: Known = { ...placed, position: 8, calledUpTo: 8 };
const over = { expiresAt: 150_000 };

describe('where a fan stands', () => {
  test.each<[string, Known, Standing['at']]>([
    ['before anything was heard', { ...before, line: 'unheard' }, 'unheard'],
    ['at a line there is not', { ...before, line: 'unknown' }, 'unknown'],
    ['at a line that nobody opened yet', { ...before, line: 'announced' }, 'announced'],
    ['nobody yet, before the doors', before, 'outside'],
    ['in the lobby', { ...before, place: { round: 0 } }, 'lobby'],
    ['in the lobby when the doors open', placed, 'drawing'],
    ['in a later round, not drawn', { ...during, place: { round: 4 } }, 'drawing'],
    ['behind the call', { ...placed, position: 9, calledUpTo: 8 }, 'waiting'],
    ['called', called, 'called'],
    ['called, removed', { ...called, slowerLane: 'removed' }, 'called'],
    ['with a pass', { ...called, pass: { expiresAt: 150_001 } }, 'shopping'],
    [
      'with a pass, while the line is not heard',
      { ...during, line: 'unheard', pass: { expiresAt: 150_001 } },
      'shopping',
    ],
    ['with a pass that is over', { ...called, pass: over }, 'called'],
    ['with a pass that is over, and a board from before the call', { ...placed, position: 8, pass: over }, 'called'],
    ['with a pass that is over, before the number is known here', { ...placed, pass: over }, 'called'],
    ['with a pass that is over, without a place', { ...during, pass: over }, 'outside'],
    ['when the line is closed', { ...placed, board: { phase: 'closed' }, position: 8 }, 'over'],
    ['after the last moment, with an old board', { ...during, now: 900_000 }, 'over'],
    ['with a pass when the line closes', { ...during, now: 900_000, pass: { expiresAt: 900_001 } }, 'shopping'],
  ])('%s', (_name, known, at) => {
    expect(standing(known).at).toBe(at);
  });

  test('the board’s word on the doors counts before any clock', () => {
    const doorsAt = 100_000;
    expect(standing({ ...before, now: 150_000, board: { phase: 'lobby' } })).toEqual({
      at: 'outside',
      doors: 'before',
      doorsAt,
      left: false,
    });
    expect(standing({ ...before, board: { phase: 'open' } })).toMatchObject({ at: 'outside', doors: 'open' });
  });

  test('without the board’s word the doors are open from their moment on', () => {
    expect(standing({ ...before, now: 99_999 })).toMatchObject({ doors: 'before' });
    expect(standing({ ...before, now: 100_000 })).toMatchObject({ doors: 'open' });
  });

  test('a fan who has left is outside, and hears so', () => {
    expect(standing({ ...during, left: true })).toMatchObject({ at: 'outside', left: true });
    expect(standing({ ...during, left: true, now: 900_000 })).toEqual({ at: 'over' });
    expect(standing({ ...placed, left: true })).toEqual({ at: 'drawing' });
  });

  test('says how many are ahead', () => {
    const known = { ...placed, position: 11, calledUpTo: 5 };
    expect(standing(known)).toEqual({ at: 'waiting', position: 11, ahead: 5 });
  });

  test.each<[string, Partial<Known>, string, boolean]>([
    ['the first turn is taken by itself', {}, 'first', true],
    ['in the slower lane too', { slowerLane: 'slower' }, 'slower', true],
    ['another turn is asked for', { pass: over }, 'again', false],
    ['with a voucher as well', { pass: over, voucher: 'v1.x' }, 'voucher', false],
    [
      'a removed place is let in by nobody but staff',
      { slowerLane: 'removed', pass: over, voucher: 'v1.x' },
      'removed',
      false,
    ],
  ])('%s', (_name, more, turn, byItself) => {
    const stand = standing({ ...called, ...more });
    expect(stand).toEqual({ at: 'called', position: 8, turn });
    expect(comesInByItself(stand)).toBe(byItself);
  });

  test('a place can be given up while it lasts, and a pass is given back instead', () => {
    const at = (known: Known) => mayLeave(standing(known));
    expect([{ ...before, place: { round: 0 } }, { ...called, position: 9 }, called].map(at)).toEqual([
      true,
      true,
      true,
    ]);
    expect([before, placed, { ...called, pass: { expiresAt: 150_001 } }].map(at)).toEqual([false, false, false]);
  });

  test('a line without a file is unheard, announced or unknown', () => {
    expect(foundLine(line, true, true)).toBe(line);
    expect(foundLine(undefined, false, true)).toBe('unheard');
    expect(foundLine(undefined, true, true)).toBe('announced');
    expect(foundLine(undefined, true, false)).toBe('unknown');
  });
});

/** Everything that can be known of a line, in every combination, also such as should never come. */
const anything: fc.Arbitrary<Known> = fc.record({
  line: fc.oneof(fc.constantFrom('unheard', 'unknown', 'announced'), fc.constant(line)) as fc.Arbitrary<Known['line']>,
  board: fc.option(
    fc.record({ phase: fc.constantFrom('lobby', 'open', 'paused', 'sold-out', 'closed') }) as fc.Arbitrary<
      NonNullable<Known['board']>
    >,
    { nil: undefined },
  ),
  place: fc.option(fc.record({ round: fc.constantFrom(0, 1, 70_000) }), { nil: undefined }),
  position: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  calledUpTo: fc.nat(40),
  pass: fc.option(fc.record({ expiresAt: fc.integer({ min: 0, max: 1_000_000 }) }), { nil: undefined }),
  slowerLane: fc.constantFrom(undefined, 'slower' as const, 'removed' as const),
  voucher: fc.constantFrom(undefined, 'v1.x'),
  left: fc.boolean(),
  now: fc.integer({ min: 0, max: 1_000_000 }),
});

describe('whatever is known', () => {
  const all: readonly Standing['at'][] = [
    'unheard',
    'unknown',
    'announced',
    'outside',
    'lobby',
    'drawing',
    'waiting',
    'called',
    'shopping',
    'over',
  ];

  test('a fan stands somewhere, and every state is reached', () => {
    const reached = new Set<Standing['at']>();
    fc.assert(
      fc.property(anything, (known) => {
        const stand = standing(known);
        reached.add(stand.at);
        if (stand.at === 'waiting') expect(stand.ahead).toBeGreaterThanOrEqual(0);
        // A pass that lasts is a right that nothing else takes away.
        if (known.pass && known.now < known.pass.expiresAt) expect(stand.at).toBe('shopping');
        // A fan with a place in a line that goes on is never shown the door.
        if (known.place && typeof known.line === 'object') expect(stand.at).not.toBe('outside');
        if (comesInByItself(stand)) expect(known.pass).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
    expect([...reached].toSorted()).toEqual(all.toSorted());
  });

  /** How near the seats; over comes after all. */
  const rank = (stand: Standing) =>
    ({ lobby: 1, drawing: 2, waiting: 3, called: 4, shopping: 4, over: 5 })[stand.at as 'lobby'];

  test('a place never seems lost: in whatever order boards come in, a fan only gets nearer', () => {
    const learned = fc.record({
      board: fc.record({
        phase: fc.constantFrom('lobby' as const, 'open' as const, 'paused' as const, 'sold-out' as const),
        calledUpTo: fc.nat(60),
      }),
      later: fc.nat(20_000),
      claims: fc.boolean(),
      forgetsBoard: fc.boolean(),
    });
    const way = fc.record({
      round: fc.constantFrom(0, 3),
      position: fc.integer({ min: 1, max: 60 }),
      drawnAt: fc.integer({ min: line.opensAt, max: 300_000 }),
      looks: fc.array(learned, { maxLength: 40 }),
    });
    fc.assert(
      fc.property(way, ({ round, position, drawnAt, looks }) => {
        let known: Known = { ...before, place: { round } };
        let last = standing(known);
        for (const { board, later, claims, forgetsBoard } of looks) {
          const now = known.now + later;
          const isDrawn = known.position !== undefined || now >= drawnAt;
          known = {
            ...known,
            now,
            board: forgetsBoard ? undefined : board,
            ...(isDrawn && { position, calledUpTo: Math.max(known.calledUpTo, board.calledUpTo) }),
          };
          if (claims && standing(known).at === 'called') known = { ...known, pass: { expiresAt: now + 5_000 } };
          const next = standing(known);
          expect(rank(next)).toBeGreaterThanOrEqual(rank(last));
          if (last.at === 'waiting' && next.at === 'waiting') expect(next.ahead).toBeLessThanOrEqual(last.ahead);
          if (next.at === 'waiting') expect(next.position).toBe(position);
          last = next;
        }
      }),
    );
  });
});

test('a sheet is asked for once it may be there: not while the beacon of the round closed last is waited for', () => {
  const place = { round: 4 };
  expect([4, 5, 6].map((round) => mayBeDrawn({ round }, place))).toEqual([false, true, true]);
  expect([4, 5, 6].map((round) => mayBeDrawn({ round, awaits: 900 }, place))).toEqual([false, false, true]);
});
