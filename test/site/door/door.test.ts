import { describe, expect, test } from '@jest/globals';
import { SigningKey } from '../../../lambdas/foundation/signing.ts';
import { nextBatch } from '../../../site/door/door-api.ts';
import { contactOf, judge, soundForMs } from '../../../site/door/judge.ts';
import { look, type Sight } from '../../../site/door/sight.ts';
import { openVerifier } from '../../../site/door/signature.gateway.ts';
import { readTicketCode } from '../../../site/door/ticket-code.ts';
import { afterSilence, nothingTyped, silenceMs, type } from '../../../site/door/wedge.ts';
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

describe('a hand scanner', () => {
  const press = (key: string, inField = false) => ({ key, code: '', shiftKey: false, ctrlKey: false, inField });
  /** Keys and how long after the one before each comes, by a scanner whose letters come 8 ms apart unless said otherwise. */
  const typing = (keys: readonly string[], { inField = false, pause = (_: number): number => 8 } = {}) => {
    let typed = nothingTyped;
    let at = 1_000;
    const scans: string[] = [];
    const taken: boolean[] = [];
    keys.forEach((key, n) => {
      at += pause(n);
      const read = type(typed, press(key, inField), at);
      typed = read.typed;
      taken.push(read.taken);
      if (read.scanned) scans.push(read.scanned.text);
    });
    return { scans, last: taken.at(-1), typed, at };
  };

  test('is told from a person by its haste', () => {
    const keys = [...code, 'Enter'];
    for (const inField of [false, true]) expect(typing(keys, { inField })).toMatchObject({ scans: [code], last: true });
    const slow = { inField: true, pause: () => 180 };
    expect(typing(keys, slow)).toMatchObject({ scans: [], last: false });
    expect(typing([...'Al', 'Tab'], { inField: true })).toMatchObject({ scans: [], last: false });
    const begun = { ...nothingTyped, text: 'x', keys: 'x', typedAt: 1_000 };
    expect(type(begun, press('Shift'), 1_010)).toEqual({ typed: begun, taken: false });
    // An accent that waits for its letter is a key all the same.
    expect(type(begun, { ...press('Dead'), code: 'Minus', shiftKey: true }, 1_010)).toEqual({
      typed: { ...begun, text: 'x', keys: 'x_', typedAt: 1_010 },
      taken: false,
    });
  });

  test('ends a code as it is set to, and the rest of that presses no button', () => {
    for (const end of [['Enter'], ['Tab'], ['Enter', 'Enter'], ['Tab', 'Enter'], ['Enter', 'Tab']])
      expect([end, typing([...code, ...end])]).toMatchObject([end, { scans: [code], last: true }]);
    const { typed, at } = typing([...code, 'Enter']);
    expect(type(typed, { ...press('j'), ctrlKey: true }, at + 8)).toMatchObject({ taken: true });
    // A person who has read the answer presses "Next".
    expect(type(typed, press('Enter'), at + 900)).toMatchObject({ taken: false });
  });

  test('may end a code with nothing at all', () => {
    const { typed, at } = typing([...code], { inField: true });
    expect(afterSilence(typed, at + silenceMs).scanned?.text).toBe(code);
    expect(afterSilence(typing([...'strasser'], { inField: true }).typed, at).scanned).toBeUndefined();
  });

  test('may send a code in parts, whose last presses no button', () => {
    for (const part of [16, 40, code.length - 5])
      expect(typing([...code, 'Enter'], { pause: (n) => (n % part === 0 ? 400 : 8) })).toMatchObject({
        scans: [code],
        last: true,
      });
    const inField = { inField: true, pause: (n: number) => (n % 40 === 0 ? 400 : 8) };
    expect(typing([...code, 'Enter'], inField).scans).toEqual([code]);
    // A second is no pause within one code: the scan before was cut short.
    const cut = { pause: (n: number) => (n === 30 ? 1_100 : 8) };
    expect(typing([...code.slice(0, 30), ...code, 'Enter'], cut).scans).toEqual([code]);
  });

  test('reads what is no ticket as well, and that presses no button either', () => {
    expect(typing([...'4006381333931', 'Enter'])).toMatchObject({ scans: ['4006381333931'], last: true });
    expect(typing([...'123', 'Enter'])).toMatchObject({ scans: [], last: true });
    // A field has a button of its own, which Enter presses.
    expect(typing([...'4006381333931', 'Enter'], { inField: true })).toMatchObject({ scans: [], last: false });
    expect(type(nothingTyped, press('Enter'), 1_000)).toMatchObject({ taken: false });
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
