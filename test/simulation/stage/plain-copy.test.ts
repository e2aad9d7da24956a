import { expect, test } from '@jest/globals';
import { plainCopy } from '../../../simulation/stage/plain-copy.ts';
import fc from '../../properties.ts';

test('copies what the built-in copies, to the same', () => {
  fc.assert(
    fc.property(fc.object({ withMap: true, withSet: true, withTypedArray: false }), (value) => {
      expect(plainCopy(value)).toEqual(structuredClone(value));
    }),
    { examples: [[{ ['__proto__']: new Map() }]] },
  );
  const bytes = Uint8Array.of(1, 2, 3);
  const copy = plainCopy({ bytes });
  bytes[0] = 9;
  expect([...copy.bytes]).toEqual([1, 2, 3]);
});

test('shares nothing, and takes nothing but data', () => {
  const value = { list: [{ deep: 1 }] };
  const copy = plainCopy(value);
  (copy.list[0] as { deep: number }).deep = 2;
  expect(value.list[0]?.deep).toBe(1);
  expect(() => plainCopy({ act: () => {} })).toThrow('no data');
  expect(() => plainCopy(new Date(0))).toThrow('plain data');
});
