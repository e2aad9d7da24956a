import { afterEach, describe, expect, jest, test } from '@jest/globals';

/** A browser's storage, or what stands in its place where it is forbidden or full. */
function storageThat(keeps: 'keeps' | 'is full' | 'is forbidden') {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (keeps === 'is full') throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
  };
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      if (keeps === 'is forbidden') throw new Error('SecurityError');
      return storage;
    },
  });
}

describe('a browser whose storage', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    jest.resetModules();
  });

  test.each([
    ['keeps', false],
    ['is full', true],
    ['is forbidden', true],
  ] as const)('%s is known for it before a place is lost', async (keeps, forgetful) => {
    storageThat(keeps);
    const { isForgetful } = await import('../../site/kept.store.ts');
    expect(isForgetful()).toBe(forgetful);
  });
});
