import { describe, expect, test } from '@jest/globals';
import {
  decodeSection,
  encodeSection,
  type SectionState,
  sold,
  untouched,
} from '../../../../lambdas/seating/house/section-codec.ts';
import fc from '../../../properties.ts';
import { holdName } from '../small-stage.ts';

/** Any state: seats dealt out to holds, some blocked, some holds parted. */
const states = fc
  .record({
    owners: fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 1000 }),
    ends: fc.array(
      fc.oneof(
        fc.constant(sold),
        fc.nat({ max: 0xffff_fffe }).map((seconds) => seconds * 1000),
      ),
      { minLength: 13, maxLength: 13 },
    ),
    elsewhere: fc.array(fc.nat({ max: 3 }), { minLength: 13, maxLength: 13 }),
  })
  .map(({ owners, ends, elsewhere }): SectionState => {
    const own = (owner: number) => owners.flatMap((one, seat) => (one === owner ? [seat] : [])).slice(0, 100);
    const records = Array.from({ length: 12 }, (_, n) => ({
      hold: holdName(n),
      lapsesAt: ends[n] ?? 0,
      seats: own(n),
      total: own(n).length + (elsewhere[n] ?? 0),
    }));
    return { seats: owners.length, blocked: own(12), records: records.filter(({ seats }) => seats.length > 0) };
  });

describe('a section as bytes', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(decodeSection(encodeSection(state))).toEqual(state);
      }),
    );
  });

  test('untouched it is four bytes, and 400 holds of one run stay below 7 KB', () => {
    expect(encodeSection(untouched(1000))).toHaveLength(4);
    const records = Array.from({ length: 400 }, (_, n) => ({
      hold: holdName(n),
      lapsesAt: 1000 * (1_800_000_000 + n),
      seats: [n * 2, n * 2 + 1],
      total: 2,
    }));
    const bytes = encodeSection({ seats: 1000, blocked: [], records });
    expect(bytes.length).toBe(4 + 400 * 17);
    expect(decodeSection(bytes).records).toEqual(records);
  });

  test('foreign or cut bytes are a fault, never a guess', () => {
    expect(() => decodeSection(new Uint8Array())).toThrow('not the state of a section');
    expect(() => decodeSection(Uint8Array.of(9, 0, 1, 0))).toThrow('not the state of a section');
    const whole = encodeSection({
      seats: 9,
      blocked: [],
      records: [{ hold: holdName(1), lapsesAt: 5000, seats: [2, 3], total: 2 }],
    });
    for (let length = 5; length < whole.length; length++)
      expect(() => decodeSection(whole.subarray(0, length))).toThrow();
    const outside = Buffer.from(whole);
    outside.writeUInt16BE(8, 18);
    expect(() => decodeSection(outside)).toThrow('a seat that the section does not have');
  });

  test('an id that is not twelve characters of base64url is a fault', () => {
    const records = [{ hold: 'short', lapsesAt: 5000, seats: [2], total: 1 }];
    expect(() => encodeSection({ seats: 9, blocked: [], records })).toThrow('not the id of a hold');
  });
});
