import { describe, expect, test } from '@jest/globals';
import type { SignedKind } from '../../../contracts/pass.ts';
import { keyNamed, readRing, signingKey } from '../../../lambdas/foundation/key-ring.ts';
import { fixedKeys, openSigned, rememberKeys, ringKeptMs, signingNow } from '../../../lambdas/foundation/keys.ts';
import { makeSigned } from '../../../lambdas/foundation/signing.ts';

const secretOf = (name: string) => name.padEnd(64, '.');
const key = (id: string, more: object = {}) => ({ id, secret: secretOf(id), ...more });
const text = (...keys: readonly object[]) => JSON.stringify({ keys });

describe('a ring', () => {
  test('that Secrets Manager made up has one key, which signs from the beginning', () => {
    const ring = readRing(JSON.stringify(key('a')));
    expect(signingKey(ring, 0)?.id).toBe('a');
    expect(keyNamed(ring, 'a', 0)?.secret).toBe(secretOf('a'));
  });

  test('changes keys at the moment that it says, and believes the earlier one until its end', () => {
    const ring = readRing(text(key('a', { signsAt: 0, endsAt: 900 }), key('b', { signsAt: 100 }), key('c')));
    expect([0, 99, 100, 1000].map((now) => signingKey(ring, now)?.id)).toEqual(['a', 'a', 'b', 'b']);
    expect([0, 899, 900].map((now) => keyNamed(ring, 'a', now)?.id)).toEqual(['a', 'a', undefined]);
    // Believed before it signs: clocks differ, and somebody may be ahead.
    expect(keyNamed(ring, 'c', 0)?.id).toBe('c');
    expect(keyNamed(ring, 'constructor', 0)).toBeUndefined();
  });

  test.each(['', 'a text', '{}', '{"keys":[]}', '{"keys":[{"id":"a"}]}', '{"id":"a","secret":"short"}', '[1]', 'null'])(
    'is refused, and nothing of it is in the error: %s',
    (wrong) => {
      expect(() => readRing(wrong)).toThrow(/^The secret holds no ring of keys$/);
    },
  );
});

describe('the memory of a warm function', () => {
  const memory = (texts: readonly (string | Error)[]) => {
    const left = [...texts];
    let reads = 0;
    const keys = rememberKeys(async () => {
      reads += 1;
      const next = left.length > 1 ? left.shift() : left[0];
      if (next instanceof Error) throw next;
      return next ?? '';
    });
    return { keys, reads: () => reads };
  };

  test('reads the ring again after half a minute', async () => {
    const { keys, reads } = memory([text(key('a', { signsAt: 0 })), text(key('b', { signsAt: 0 }))]);
    expect((await keys.signing(1000))?.id).toBe('a');
    expect((await keys.signing(1000 + ringKeptMs - 1))?.id).toBe('a');
    expect((await keys.signing(1000 + ringKeptMs))?.id).toBe('b');
    expect(reads()).toBe(2);
  });

  test('reads it sooner for a key that it does not know, and not more than once in three seconds', async () => {
    const { keys, reads } = memory([text(key('a', { signsAt: 0 })), text(key('a', { signsAt: 0 }), key('b'))]);
    expect(await keys.named('a', 1000)).toBeDefined();
    expect(await keys.named('b', 2000)).toBeUndefined();
    expect(await keys.named('b', 4000)).toBeDefined();
    expect(reads()).toBe(2);
    for (let n = 0; n < 100; n += 1) expect(await keys.named(`made-up-${n}`, 4000 + n)).toBeUndefined();
    expect(reads()).toBe(2);
  });

  test('goes on with the last ring while there is none to be read, and begins with none', async () => {
    const { keys } = memory([text(key('a', { signsAt: 0 })), new Error('down')]);
    await keys.signing(0);
    expect((await keys.signing(10 * ringKeptMs))?.id).toBe('a');
    await expect(memory([new Error('down')]).keys.signing(0)).rejects.toThrow('down');
  });
});

test('a text of one kind is read with the keys of its kind, and with no others', async () => {
  const kinds: readonly SignedKind[] = ['p1', 's1', 'v1'];
  const keysOf = Object.fromEntries(kinds.map((kind) => [kind, fixedKeys([key('a', { secret: secretOf(kind) })])]));
  for (const signed of kinds) {
    const made = makeSigned(signed, await signingNow(keysOf[signed] as never, 0), { of: signed });
    for (const [kind, keys] of Object.entries(keysOf)) {
      const read = (text: string) => openSigned(kind as SignedKind, keys, text, 0);
      expect(await read(made)).toEqual(kind === signed ? { of: signed } : undefined);
      // Called another kind, it is none either: its mac is of the kind that it was.
      expect(await read(made.replace(/^../, kind))).toEqual(kind === signed ? { of: signed } : undefined);
    }
  }
});

test('where a key must sign, a ring without one is a fault', async () => {
  const keys = rememberKeys(async () => text(key('a', { signsAt: 100 })));
  await expect(signingNow(keys, 99)).rejects.toThrow('No key of the ring signs now');
});
