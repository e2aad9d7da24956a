import { describe, expect, test } from '@jest/globals';
import { isStillGood, readStamp } from '../../bin/built-from.ts';

const stamp = { sources: 'a', assembly: 'b', validated: true };

describe('an assembly that stands there', () => {
  test('is used again if it is what would be built', () => {
    expect(isStillGood(stamp, stamp)).toBe(true);
    expect(isStillGood(undefined, stamp)).toBe(false);
  });

  test('is built again when its sources have changed', () => {
    expect(isStillGood(stamp, { ...stamp, sources: 'other' })).toBe(false);
  });

  test('is built again when another stage was synthesized over it', () => {
    expect(isStillGood(stamp, { ...stamp, assembly: 'other' })).toBe(false);
  });

  test('that nobody checked is never taken for one that was; one that was checked serves either way', () => {
    expect(isStillGood({ ...stamp, validated: false }, stamp)).toBe(false);
    expect(isStillGood(stamp, { ...stamp, validated: false })).toBe(true);
  });

  test('remembers it in a file; what is not whole counts as none', () => {
    expect(readStamp(JSON.stringify(stamp))).toEqual(stamp);
    for (const text of [undefined, '', '{"sources":"a"', '{"sources":"a"}', 'null', '6f3a'])
      expect(readStamp(text)).toBeUndefined();
    expect(readStamp('{"sources":"a","assembly":"b"}')).toEqual({ ...stamp, validated: false });
  });
});
