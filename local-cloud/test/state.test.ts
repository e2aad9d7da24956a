import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { markFolder, State } from '../state.store.ts';
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

test('a folder in which nothing but another cloud’s folder lies may be cleared, and that folder stays', () => {
  const folder = temporaryFolder();
  new State(join(folder, 'rehearsal'));
  const state = new State(folder);
  writeFileSync(join(folder, 'tables'), 'old');
  state.clear();
  expect(existsSync(join(folder, 'tables'))).toBe(false);
  expect(existsSync(join(folder, 'rehearsal', 'logs'))).toBe(true);
});

test('a folder that a stand-in was given first may be cleared too', () => {
  const folder = join(temporaryFolder(), 'state');
  markFolder(folder);
  writeFileSync(join(folder, 'stand-in.json'), '{}');
  new State(folder).clear();
  expect(existsSync(join(folder, 'stand-in.json'))).toBe(false);
});

test.each([
  ['a file', (folder: string) => writeFileSync(join(folder, 'letter.txt'), 'Dear Ada')],
  ['a folder of somebody’s', (folder: string) => mkdirSync(join(folder, 'letters'))],
])('a folder that had %s in it is not cleared', (_, put) => {
  const folder = temporaryFolder();
  put(folder);
  expect(() => new State(folder).clear()).toThrow(/was not empty/);
});
