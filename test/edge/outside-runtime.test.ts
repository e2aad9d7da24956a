import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildFunction } from '../../edge/build.ts';
import { outsideRuntime } from '../../edge/outside-runtime.ts';
import { inNjs, keyStore } from './built.ts';

const given = { placeholders: ['__KEYS__'], fields: ['x'] };
const outside = (code: string) => outsideRuntime(code, given);

test.each([
  // Members of what the text shows.
  ['Object.hasOwn(a, "b")', 'Object.hasOwn'],
  ['Object["hasOwn"](a, "b")', 'Object.hasOwn'],
  ['globalThis.Object.fromEntries(a)', '.fromEntries'],
  ['Object.fromEntries(a)', 'Object.fromEntries'],
  ['Array.from(a)', 'Array.from'],
  ['[1].at(0)', 'Array.prototype.at'],
  ['Array.prototype.flat.call(a)', 'Array.prototype.flat'],
  ['"text".charCodeAt(0)', 'String.prototype.charCodeAt'],
  [`\`\${a}\`.at(0)`, 'String.prototype.at'],
  ['/x/.dotAll', 'RegExp.prototype.dotAll'],
  ['new Uint8Array(1).at(0)', 'Uint8Array.prototype.at'],
  ['Promise.withResolvers()', 'Promise.withResolvers'],
  ['Math.f16round(1)', 'Math.f16round'],
  ['Number.range', 'Number.range'],
  ['console.error(a)', 'console.error'],
  ['globalThis.fetch', 'globalThis.fetch'],
  // Members of what a variable holds.
  ['a.at(0)', '.at'],
  ['a.b.toSorted()', '.toSorted'],
  ['a.matchAll(/x/)', '.matchAll'],
  ['a["localeCompare"]("b")', '.localeCompare'],
  ['a.groupBy', '.groupBy'],
  ['var at = 1; a.at(0)', '.at'],
  ['var own = { at: 1 }; a.at(0)', '.at'],
  ['a.headers.at(0)', '.at'],
  // Globals.
  ['new URL(a)', 'URL'],
  ['structuredClone(a)', 'structuredClone'],
  ['setTimeout(a)', 'setTimeout'],
  ['new Map()', 'Map'],
  ['Reflect.ownKeys(a)', 'Reflect'],
  ['new WeakRef(a)', 'WeakRef'],
  ['new Intl.DateTimeFormat()', 'Intl'],
  ['Atomics', 'Atomics'],
  ['WebAssembly', 'WebAssembly'],
  ['process.env.A', 'process'],
  ['require("crypto")', 'require'],
  ['eval("1")', 'eval'],
  ['new Function("return 1")', 'Function'],
  ['escape(a)', 'escape'],
  ['__OTHER__', '__OTHER__'],
  ['function f() { let URL = 1; return URL; } new URL(a)', 'URL'],
  ['{ let Map = 1; } new Map()', 'Map'],
  // Modules.
  ['import fs from "fs"; fs.readFileSync(a)', 'the module fs'],
  ['import crypto from "crypto"; crypto.randomUUID()', 'crypto.randomUUID'],
  ['import { createHash } from "crypto"', 'ImportSpecifier'],
  ['export function handler() {}', 'ExportNamedDeclaration'],
  ['import("crypto")', 'ImportExpression'],
  // Syntax.
  ['a?.value', 'ChainExpression'],
  ['a ?? 1', 'the operator ??'],
  ['a ||= 1', 'the operator ||='],
  ['[...a]', 'SpreadElement'],
  ['var { value } = a', 'ObjectPattern'],
  ['var [first] = a', 'ArrayPattern'],
  ['function f(b = 1) {}', 'AssignmentPattern'],
  ['class A {}', 'ClassDeclaration'],
  ['for (const b of a) {}', 'ForOfStatement'],
  ['function* f() {}', 'a generator'],
  ['var f = async () => 1', 'an async function that is not at the top'],
  ['function f() { async function g() {} }', 'an async function that is not at the top'],
  ['await a', 'text that ECMAScript 12 does not know'],
  ['var value = 1, b = { value }', 'a key that is shorthand, computed or a method'],
  ['var b = { f() {} }', 'a key that is shorthand, computed or a method'],
  ['var b = { [a]: 1 }', 'a key that is shorthand, computed or a method'],
  ['try {} catch {}', 'catch without a name'],
  ['String.raw`a`', 'TaggedTemplateExpression'],
  ['10n', 'the number 10n'],
  ['/a/s', 'the flag s'],
  ['/a/u', 'the flag u'],
  ['/(?<=a)b/', 'the group (?<='],
  ['"\\u{1F600}"', '\\u{…}'],
  ['function f() { new.target }', 'MetaProperty'],
])('%s is refused: %s', (snippet, name) => {
  expect(outside(`var a = JSON.parse("1"); ${snippet}`)).toContainEqual(expect.stringContaining(name));
});

test.each([
  'Object.prototype.hasOwnProperty.call(a, "b")',
  'a.replaceAll("a", "b").padStart(2).trimEnd().codePointAt(0)',
  '"a,b".split(",").map(function (one) { return one.toUpperCase(); }).join("")',
  '[1].find(one => one > 0); [1].includes(1); Array.isArray(a); Object.entries(a); Object.values(a)',
  `let b = \`one \${a} two \${\`three\`}\`; const c = 2 ** 3, d = 1_000`,
  'function f(first, ...rest) { return arguments.length + rest.length; } f(1)',
  'async function f() { return await a; } f().then(one => one)',
  'import crypto from "crypto"; crypto.createHmac("sha256", "k").update("t").digest("base64url")',
  'import qs from "querystring"; qs.parse(a)',
  'Buffer.from("aGk", "base64url").toString()',
  'a.request.headers.referer.value; a.request.querystring.lang; a.request.cookies["my-cookie"]; a.viewer.ip',
  'a.x; a[0]; a["anything" + a]; __KEYS__[a]',
  'var own = { at: function () { return 1; }, size: 2 }; own.at(); own.size',
  'own: for (var i = 0; i < 1; i += 1) { if (i) continue own; else break own; }',
  'switch (a) { case 1: let b = 2; b; break; default: throw new TypeError("no"); }',
  'try { a(); } catch (error) { console.log(error.message); } finally { a; }',
  '/(?<year>\\d{4})/gimy.exec("2027").groups.year',
  'for (var key in a) if (key in a) delete a[key]',
  'var at = 1; function g(URL) { return URL + at; }',
  '"\\u00e4\\\\u{x}"; typeof a === "undefined"; void 0; NaN; Infinity; globalThis.Object',
])('%s is not', (snippet) => {
  expect(outside(`var a = JSON.parse("1"); ${snippet}`)).toEqual([]);
});

/** Syntax on the list runs in njs 0.7.9 already, older as that is. */
(inNjs ? test : test.skip)('njs takes what the list takes', async () => {
  const code = `var own = Object.prototype.hasOwnProperty.call({ a: 1 }, 'a');
    let b = \`one \${own} two \${\`three\`}\`; const c = 2 ** 3, d = 1_000;
    function f(first, ...rest) { return arguments.length + rest.length; }
    async function g() { return await 1; }
    function handler(event) {
      g();
      switch (event.x) {
        case 1: let e = { 'f': 2 }; return [b, c, d, f(1, 2), e.f];
        default: return /(?<y>a)/y.exec('a').groups.y;
      }
    }`;
  expect(outside(code)).toEqual([]);
  expect(await inNjs?.(code, [{ x: 1 }, { x: 2 }] as never, keyStore)).toEqual([
    { ok: true, result: ['one true two three', 8, 1000, 3, 2] },
    { ok: true, result: 'a' },
  ]);
});

test('the build refuses such a function, and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-edge-'));
  try {
    writeFileSync(
      join(folder, 'planted.ts'),
      'export function handler(event: { keys: object }) { return Object.hasOwn(event.keys, "a") && structuredClone(event); }',
    );
    await expect(buildFunction('planted', folder)).rejects.toThrow(
      'edge/planted.ts uses what CloudFront does not have: Object.hasOwn, .keys, structuredClone',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
