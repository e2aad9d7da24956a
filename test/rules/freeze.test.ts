import { describe, expect, test } from '@jest/globals';
import type { FreezeFile } from '../../contracts/freeze.ts';
import {
  type FreezeChange,
  frozenBy,
  liftEnded,
  lifted,
  liftedUntil,
  noFreeze,
  scheduled,
  unscheduled,
} from '../../rules/freeze.ts';
import fc from '../properties.ts';

const six = Date.UTC(2027, 1, 23, 18);
const hour = 3_600_000;
const night = { from: six, until: six + 12 * hour };
const fileOf = (change: FreezeChange): FreezeFile => {
  if (!change.ok) throw new Error(change.why);
  return change.file;
};
const set = fileOf(scheduled(noFreeze, 'friends', night, six - hour));
const isFrozen = (file: FreezeFile, now: number) => frozenBy(file, now) !== undefined;

describe('a freeze', () => {
  test('holds from its beginning on, and no more at its end', () => {
    expect([six - 1, six, six + 12 * hour - 1, six + 12 * hour].map((now) => isFrozen(set, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('can be moved and taken back before it begins, and only be made longer from then on', () => {
    const later = { from: six + hour, until: six + 2 * hour };
    expect(fileOf(scheduled(set, 'friends', later, six - 1)).windows).toMatchObject([later]);
    expect(fileOf(unscheduled(set, 'friends', six - 1))).toEqual(noFreeze);
    expect(scheduled(set, 'friends', later, six)).toEqual({ ok: false, why: 'begun' });
    expect(scheduled(set, 'friends', { ...night, until: night.until - 1 }, six)).toEqual({ ok: false, why: 'begun' });
    expect(unscheduled(set, 'friends', six)).toEqual({ ok: false, why: 'begun' });
    const longer = { ...night, until: night.until + hour };
    expect(fileOf(scheduled(set, 'friends', longer, six)).windows).toMatchObject([longer]);
  });

  test('is refused backwards, in the past, and for longer than two weeks', () => {
    const why = (from: number, until: number) => scheduled(noFreeze, 'friends', { from, until }, six);
    expect(why(six, six)).toMatchObject({ why: 'backwards' });
    expect(why(six - 2, six - 1)).toMatchObject({ why: 'over' });
    expect(why(six, six + 15 * 24 * hour)).toMatchObject({ why: 'too-long' });
  });

  test('of another on-sale stands beside it, and one that is long over is forgotten', () => {
    const both = fileOf(scheduled(set, 'public', { from: six + hour, until: six + 40 * hour }, six));
    expect(both.windows.map(({ onSale }) => onSale)).toEqual(['friends', 'public']);
    expect(fileOf(unscheduled(both, 'public', six)).windows.map(({ onSale }) => onSale)).toEqual(['friends']);
    const longAfter = six + 60 * hour;
    const next = fileOf(scheduled(both, 'winter', { from: longAfter, until: longAfter + hour }, longAfter));
    expect(next.windows.map(({ onSale }) => onSale)).toEqual(['public', 'winter']);
  });
});

describe('an owner', () => {
  test('lifts it for hours, and it freezes again by itself', () => {
    const lift = fileOf(lifted(set, six + 2 * hour, six + hour));
    expect([six, six + hour, six + 2 * hour].map((now) => isFrozen(lift, now))).toEqual([true, false, true]);
    expect(liftedUntil(lift, six + hour)).toBe(six + 2 * hour);
    expect(liftedUntil(lift, six)).toBeUndefined();
    expect(isFrozen(fileOf(liftEnded(lift, six + 1.5 * hour)), six + 1.5 * hour)).toBe(true);
  });

  test('lifts nothing that is not frozen, and nothing for longer than four hours', () => {
    expect(lifted(set, six, six - hour)).toEqual({ ok: false, why: 'not-frozen' });
    expect(lifted(set, six, six)).toEqual({ ok: false, why: 'over' });
    expect(lifted(set, six + 4 * hour + 1, six)).toEqual({ ok: false, why: 'too-long' });
  });

  test('who lifts it again makes the lift as long as is asked now', () => {
    const first = fileOf(lifted(set, six + 3 * hour, six + hour));
    const second = fileOf(lifted(first, six + 2 * hour, six + 1.5 * hour));
    expect(liftedUntil(second, six + 1.5 * hour)).toBe(six + 2 * hour);
    expect(isFrozen(second, six + 2.5 * hour)).toBe(true);
  });

  test('no lift ever outlasts the freeze, and none makes it longer', () => {
    fc.assert(
      fc.property(fc.nat(11 * 60), fc.integer({ min: 1, max: 240 }), fc.nat(20 * 60), (at, minutes, look) => {
        const now = six + at * 60_000;
        const file = fileOf(lifted(set, now + minutes * 60_000, now));
        const seen = six + look * 60_000;
        if (isFrozen(file, seen)) expect(isFrozen(set, seen)).toBe(true);
        expect(isFrozen(set, seen) && !isFrozen(file, seen)).toBe(
          seen >= now && seen < now + minutes * 60_000 && seen < night.until,
        );
      }),
    );
  });
});
