import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { State } from '../state.store.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(() => removeTemporaryFolders());

test('a line is in the log of its source, one file for each', () => {
  const folder = temporaryFolder();
  new State(folder).log('stage/fn', 'hello');
  expect(readFileSync(join(folder, 'logs', 'stage_fn.log'), 'utf8')).toMatch(/^\S+Z hello\n$/);
});

test('what a thread or a database says after the cloud has stopped is nobody’s: its folder may be gone', () => {
  const folder = temporaryFolder();
  const state = new State(folder);
  state.release();
  rmSync(folder, { recursive: true });
  state.log('late', 'good-bye');
  expect(existsSync(folder)).toBe(false);
});

test('a folder that goes while the cloud runs is a fault, and said', () => {
  const folder = temporaryFolder();
  const state = new State(folder);
  rmSync(folder, { recursive: true });
  expect(() => state.log('early', 'hello')).toThrow(/ENOENT/);
});
