import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { digestOf, digestOfAssembly } from '../../bin/digest.ts';

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-digest-'));
  mkdirSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, 'compile-cache'));
  write('manifest.json', '{"artifacts":{"Stampede-example":{}}}');
  write('Stampede-example.template.json', '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an assembly that another stage was synthesized over has another digest', () => {
  const before = digestOfAssembly(folder);
  write('Stampede-mine.template.json', '{}');
  write('manifest.json', '{"artifacts":{"Stampede-mine":{}}}');
  expect(digestOfAssembly(folder)).not.toBe(before);
});

test('what runs in an assembly leaves its digest as it is', () => {
  const before = digestOfAssembly(folder);
  write('built-from.json', '{}');
  write('compile-cache/some', 'code');
  expect(digestOfAssembly(folder)).toBe(before);
});

test('a digest knows names and contents, and nothing of what is installed', () => {
  const digests = [digestOf(folder, ['**/*.ts'])];
  const add = () => digests.push(digestOf(folder, ['**/*.ts']));
  write('a.ts', 'one');
  add();
  write('a.ts', 'two');
  add();
  write('b.ts', '');
  add();
  expect(new Set(digests).size).toBe(4);
  write('node_modules/c.ts', 'three');
  expect(digestOf(folder, ['**/*.ts'])).toBe(digests[3]);
});

test('the list that a build leaves beside its folder is no source of the next', () => {
  const before = digestOf(folder, ['**/*.json']);
  write('dist.packages.json', '[]');
  expect(digestOf(folder, ['**/*.json'])).toBe(before);
});
