import { describe, expect, test } from '@jest/globals';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import { nextBatch } from '../../../site/door/door-api.ts';
import { contactOf, judge, soundForMs } from '../../../site/door/judge.ts';
import { look, type Sight } from '../../../site/door/sight.ts';
import { openVerifier } from '../../../site/door/signature.gateway.ts';
import { readTicketCode } from '../../../site/door/ticket-code.ts';
import { nothingTyped, type } from '../../../site/door/wedge.ts';
import fc from '../../properties.ts';

const key = new SigningKey(Buffer.alloc(32, 3));
const said = { i: 'ticket-1', p: 'lear-1', s: 'Stalls-C-14', o: 'order-1' };
const code = key.seal('t1', said);

describe('a code', () => {
  test('is read, and its signature checked by the browser', async () => {
    const read = readTicketCode(` ${code}\n`);
    expect(read).toMatchObject({ ticket: 'ticket-1', performance: 'lear-1', seat: 'Stalls-C-14' });
    const verify = await openVerifier(key.publicKey);
    if (!read) throw new Error('not read');
    expect(await verify(read.signed, read.signature)).toBe(true);
    expect(await verify(`${read.signed}A`, read.signature)).toBe(false);
    const stranger = await openVerifier(new SigningKey(Buffer.alloc(32, 4)).publicKey);
    expect(await stranger(read.signed, read.signature)).toBe(false);
  });

  test('is checked by the library where the browser cannot, with the same answers', async () => {
    const { subtle } = crypto;
    const importKey = subtle.importKey;
    subtle.importKey = async () => {
      throw new DOMException('Ed25519 is not known here', 'NotSupportedError');
    };
    try {
      const verify = await openVerifier(key.publicKey);
      const read = readTicketCode(code);
      if (!read) throw new Error('not read');
      expect(await verify(read.signed, read.signature)).toBe(true);
      expect(await verify(`${read.signed}A`, read.signature)).toBe(false);
    } finally {
      subtle.importKey = importKey;
    }
  });

  test('is nothing when it is anything else', () => {
    const others = [
      key.seal('r1', said),
      key.seal('t1', { i: 1 }),
      key.seal('t1', null),
      `t1.!!.${'A'.repeat(86)}`,
      '',
    ];
    for (const text of others) expect([text, readTicketCode(text)]).toEqual([text, undefined]);
    fc.assert(fc.property(fc.string(), (text) => readTicketCode(text) === undefined));
  });
});

describe('what this device says by itself', () => {
  const read = readTicketCode(code);
  const mark = { usedAt: 5, door: 'Circle' };
  const ask = (more: Partial<Parameters<typeof judge>[1]> = {}) =>
    judge(read, { performance: 'lear-1', list: { used: {}, void: [] }, letIn: () => undefined, ...more });

  test('is what cannot become untrue; of anything else the platform is asked', () => {
    expect(ask()).toEqual({ state: 'open' });
    expect(ask({ performance: 'lear-2' })).toEqual({ state: 'elsewhere', performance: 'lear-1' });
    expect(ask({ list: { used: { 'ticket-1': mark }, void: [] } })).toMatchObject({ state: 'used', ...mark });
    expect(ask({ list: { used: {}, void: ['ticket-1'] } })).toMatchObject({ state: 'void' });
    expect(judge(undefined, { performance: 'lear-1', list: { used: {}, void: [] }, letIn: () => undefined })).toEqual({
      state: 'forged',
    });
  });

  test('remembers whom it let in before any list does', () => {
    const letIn = () => ({ ticket: 'ticket-1', seat: 'x', usedAt: 9, door: 'Stalls' });
    expect(ask({ letIn })).toMatchObject({ state: 'used', usedAt: 9, door: 'Stalls' });
    expect(ask({ letIn, list: { used: { 'ticket-1': mark }, void: [] } })).toMatchObject({ door: 'Stalls' });
  });

  test('says how long it has been alone', () => {
    expect(contactOf(undefined, true, 1_000)).toBe('never');
    expect(contactOf(1_000, false, 21_000)).toBe('connected');
    expect(contactOf(1_000, true, 2_000)).toBe('away');
    expect(contactOf(1_000, false, 61_000)).toBe('away');
    expect(contactOf(1_000, true, 1_000 + soundForMs)).toBe('away');
    expect(contactOf(1_000, false, 1_001 + soundForMs)).toBe('too-long');
  });
});

test('a ticket held into the camera counts once, until it was gone for a while', () => {
  const fresh: boolean[] = [];
  let last: Sight | undefined;
  for (const [text, at] of [
    ['a', 0],
    ['a', 125],
    ['a', 2_500],
    ['b', 2_600],
    ['b', 5_000],
    ['b', 7_500],
    ['a', 7_600],
  ] as const) {
    const seen = look(last, text, at);
    last = seen.last;
    fresh.push(seen.fresh);
  }
  expect(fresh).toEqual([true, false, false, true, false, true, true]);
});

test('its haste tells a hand scanner from a person', () => {
  const press = (key: string) => ({ key, code: '', shiftKey: false });
  const typing = (text: string, pause: number) => {
    let typed = nothingTyped;
    let at = 1_000;
    for (const letter of text) {
      at += pause;
      typed = type(typed, press(letter), at).typed;
    }
    return type(typed, press('Enter'), at + pause).scanned?.text;
  };
  expect(typing(code, 8)).toBe(code);
  expect(typing(code, 180)).toBeUndefined();
  expect(typing('short', 8)).toBeUndefined();
  const begun = { text: 'x', keys: 'x', typedAt: 1_000 };
  expect(type(begun, press('Shift'), 1_010)).toEqual({ typed: begun });
  // An accent that waits for its letter is a key all the same.
  expect(type(begun, { key: 'Dead', code: 'Minus', shiftKey: true }, 1_010)).toEqual({
    typed: { text: 'x', keys: 'x_', typedAt: 1_010 },
  });
});

test('what waits goes oldest first, one door a message, fifty at most', () => {
  const entry = (n: number, door = 'Stalls') => ({ ticket: `t${n}`, seat: 's', usedAt: n, door, code: 'c' });
  const waiting = [entry(3), entry(1), entry(2, 'Circle'), ...Array.from({ length: 60 }, (_, n) => entry(10 + n))];
  const batch = nextBatch(waiting);
  expect(batch).toHaveLength(50);
  expect(batch.slice(0, 2).map(({ usedAt }) => usedAt)).toEqual([1, 3]);
  expect(nextBatch([])).toEqual([]);
});
