import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SigningKey } from '../../lambdas/foundation/signing.ts';
import { americanSign, keyboardWrites, marksOf, readings } from '../../rules/scanner-layouts.ts';
import { openVerifier } from '../../site/door/signature.gateway.ts';
import { readTicketCode } from '../../site/door/ticket-code.ts';
import fc from '../properties.ts';

const found = JSON.parse(readFileSync(join(import.meta.dirname, 'scanner-keyboards.json'), 'utf8')) as {
  readonly layouts: Readonly<Record<string, string>>;
};
const layouts = [
  ...(['american', 'german', 'swiss', 'french', 'belgian', 'italian', 'nordic', 'czech', 'russian'] as const),
  ...(['ukrainian', 'dutch', 'polish', 'hungarian', 'turkish'] as const),
];
const key = new SigningKey(Buffer.alloc(32, 3));

/** Codes as tickets have them, with every sign of their alphabet now and then. */
const codes = fc
  .record({ i: fc.base64String({ minLength: 20, maxLength: 20 }), p: fc.stringMatching(/^[a-z0-9-]{1,20}$/) })
  .chain(({ i, p }) => fc.string({ maxLength: 30 }).map((s) => key.seal('t1', { i, p, s, o: 'order-1' })));

const shownOn = (layout: (typeof layouts)[number], capsLock: boolean, code: string) => {
  const map = keyboardWrites(layout, capsLock);
  return [...code].map((sign) => map.get(sign)).join('');
};

describe('the layouts', () => {
  test.each([
    ['german', 'y<->z, - -> ß, _ -> ?'],
    ['italian', "- -> ', _ -> ?"],
  ] as const)('of a %s keyboard are as they were seen', (layout, said) => {
    expect(found.layouts[layout]).toBe(said);
    const map = keyboardWrites(layout, false);
    for (const part of said.split(', ')) {
      const [meant = '', shown = ''] = part.split(/ -> |<->/);
      expect(map.get(meant)).toBe(shown);
      if (part.includes('<->')) expect(map.get(shown)).toBe(meant);
    }
  });

  test('of a French keyboard and of Caps Lock are as they were seen', () => {
    expect(found.layouts.french).toBe('AZERTY, digits need shift');
    expect([...'qwerty1890-_.m'].map((sign) => keyboardWrites('french', false).get(sign)).join('')).toBe(
      'azerty&_çà)°:,',
    );
    expect(found.layouts['caps lock']).toBe('case inverted');
    expect(shownOn('american', true, 't1.aB-_9')).toBe('T1.Ab-_9');
  });

  test.each([
    ['swiss', "qwertz1890'?.m"],
    ['belgian', 'azerty&!çà)°:,'],
    ['nordic', 'qwerty1890+?.m'],
    ['czech', 'qwertz+áíé=%.m'],
    ['russian', 'йцукен1890-_юь'],
    ['ukrainian', 'йцукен1890-_юь'],
    ['dutch', 'qwerty1890/=.m'],
    ['polish', 'qwertz1890+?.m'],
    ['hungarian', 'qwertz189öüÜ.m'],
    ['turkish', 'qwerty1890*?çm'],
  ] as const)('of a %s keyboard are those of Windows', (layout, shown) => {
    expect([...'qwerty1890-_.m'].map((sign) => keyboardWrites(layout, false).get(sign)).join('')).toBe(shown);
  });

  test('are all that were seen', () => {
    expect(Object.keys(found.layouts).sort()).toEqual(['caps lock', 'french', 'german', 'italian']);
  });
});

describe('a code', () => {
  test.each(layouts.flatMap((layout) => [false, true].map((capsLock) => [layout, capsLock] as const)))(
    'typed on a %s keyboard, Caps Lock %s, is read as it was meant, and no other reading is signed by us',
    async (layout, capsLock) => {
      const verify = await openVerifier(key.publicKey);
      const property = fc.asyncProperty(codes, async (code) => {
        const all = readings({ text: shownOn(layout, capsLock, code), keys: '' });
        const genuine = [];
        for (const reading of all) {
          const read = readTicketCode(reading.code);
          if (read && (await verify(read.signed, read.signature))) genuine.push(reading);
        }
        expect(new Set(genuine.map((reading) => reading.code))).toEqual(new Set([code]));
        // A code whose signs are alike on two layouts names the first of them.
        if (shownOn('american', false, code) !== shownOn(layout, capsLock, code))
          expect(genuine.some((reading) => reading.layout === layout && reading.capsLock === capsLock)).toBe(true);
      });
      await fc.assert(property);
    },
  );

  test.each([
    ['french', '1234567890', { '-': '°', _: ')', '.': '/', m: '?', M: ',' }],
    ['belgian', '1234567890', { '-': '°', _: ')', '.': '/', m: '?', M: ',' }],
    ['german', '!"§$%&/()=', { '-': '?', _: 'ß', '.': ':' }],
  ] as const)(
    'is read on Windows with a %s keyboard, where Caps Lock shifts digits and signs',
    (layout, digits, signs) => {
      const shifted: Readonly<Record<string, string>> = signs;
      const map = keyboardWrites(layout, true);
      const property = fc.property(codes, (code) => {
        const shownAs = (sign: string) =>
          /\d/.test(sign) ? digits['1234567890'.indexOf(sign)] : (shifted[sign] ?? map.get(sign));
        const text = [...code].map(shownAs).join('');
        expect(readings({ text, keys: '' }).map((reading) => reading.code)).toContain(code);
      });
      fc.assert(property);
    },
  );

  test('is read by its keys on a layout that nobody described', () => {
    const keyOf = (sign: string) => {
      if (/[a-z]/i.test(sign)) return { name: `Key${sign.toUpperCase()}`, shift: sign !== sign.toLowerCase() };
      if (/\d/.test(sign)) return { name: `Digit${sign}`, shift: false };
      return { name: sign === '.' ? 'Period' : 'Minus', shift: sign === '_' };
    };
    const property = fc.property(codes, (code) => {
      const keys = [...code].map((sign) => americanSign(keyOf(sign).name, keyOf(sign).shift)).join('');
      expect(readings({ text: 'ж'.repeat(code.length), keys })).toEqual([{ code, layout: 'other', capsLock: false }]);
    });
    fc.assert(property);
    expect(['Enter', 'Comma', ''].map((name) => americanSign(name, true))).toEqual(['', '', '']);
  });

  test('that is cut short says through which keyboard it came', () => {
    const property = fc.property(codes, fc.constantFrom(...layouts), fc.boolean(), (code, layout, capsLock) => {
      const text = shownOn(layout, capsLock, code.slice(0, 60));
      const marks = marksOf(text);
      if (/^t1\.[A-Za-z0-9_.-]*$/.test(text)) expect(marks).toBeUndefined();
      else expect(marks).toBeDefined();
    });
    fc.assert(property);
    expect(marksOf(shownOn('french', false, 't1.eyJpIjoiYWJjZGVmZ2hpamts'))).toEqual({
      layout: 'french',
      capsLock: false,
    });
    expect(marksOf(shownOn('american', true, 't1.eyJpIjoiYWJjZGVmZ2hpamts'))).toEqual({
      layout: 'american',
      capsLock: true,
    });
    expect(marksOf(`t1ю${'ж'.repeat(40)}`)).toEqual({ layout: 'other', capsLock: false });
    // On Dvorak and on a Greek one: nobody described them, and the dots stand where a code has them.
    const code = key.seal('t1', { i: 'a', p: 'storm-1', s: 'A-1', o: 'order-1' });
    const dvorak: Readonly<Record<string, string>> = { t: 'y', y: 'f', '.': 'v', v: 'k', k: 't', '-': '[', _: '{' };
    const greek: Readonly<Record<string, string>> = { t: 'τ', y: 'υ', q: ';', Q: ':' };
    for (const shown of [dvorak, greek])
      expect(marksOf([...code].map((sign) => shown[sign] ?? sign).join(''))).toEqual({
        layout: 'other',
        capsLock: false,
      });
    expect(marksOf('x'.repeat(90))).toBeUndefined();
    expect(marksOf(`${'ab'.repeat(60)}c`)).toBeUndefined();
    for (const other of ['https://example.org/tickets/1234567', '4006381333931', 'WIFI:S:theatre;T:WPA;P:x;;', ''])
      expect(marksOf(other)).toBeUndefined();
  });
});
