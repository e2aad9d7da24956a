import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkAssembly } from '../../local-cloud/check.ts';
import { otherWayRound, stageFile, synthesizeInto } from './synthesize.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-locally-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['as the example has it', {}],
  ['with everything the other way round', otherWayRound],
])('the local cloud refuses nothing of a stage: %s', async (_, changes) => {
  await synthesizeInto(folder, JSON.stringify(stageFile(changes)), { validate: false });
  const { refusals, resources } = checkAssembly({ assembly: join(folder, 'out'), state: join(folder, 'state') });
  expect(refusals).toEqual([]);
  expect(resources).toBeGreaterThan(300);
});
