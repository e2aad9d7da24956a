import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deployedIn } from '../../bench/handlers.ts';
import { handlers } from '../../contracts/handlers.ts';

const folder = mkdtempSync(join(tmpdir(), 'stampede-templates-'));
const names = Object.keys(handlers);
const functionOf = (name: string, n: number) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Description: name,
    Code: { S3Key: `hash${n}.zip` },
    Environment: {
      Variables: {
        WATCHED: { 'Fn::Join': ['', ['{"name":"', { Ref: 'Function' }, '","most":3}']] },
        HOUSES_TABLE: { 'Fn::ImportValue': 'Seating:HousesTable' },
        VENUE_LANGUAGE: 'en',
      },
    },
  },
});
const write = (of: readonly string[]) =>
  writeFileSync(
    join(folder, 'All.template.json'),
    JSON.stringify({ Resources: Object.fromEntries(of.map((name, n) => [`F${n}`, functionOf(name, n)])) }),
  );

beforeAll(() => write(names));
afterAll(() => rmSync(folder, { recursive: true }));

test('a handler has the bundle and the environment of its template', () => {
  const [first, deployed] = [...deployedIn(folder)][0] ?? [];
  expect(first).toBe(names[0]);
  expect(deployed).toEqual({
    file: join(folder, 'asset.hash0', 'index.mjs'),
    env: {
      WATCHED: '{"name":"arn:bench:watched","most":3}',
      HOUSES_TABLE: 'arn:bench:houses_table',
      VENUE_LANGUAGE: 'en',
    },
  });
});

test('a handler that no template has is named', () => {
  write(names.slice(1));
  expect(() => deployedIn(folder)).toThrow(`No template has a function described as ${names[0]}`);
});
