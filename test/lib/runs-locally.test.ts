import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { checkAssembly } from '../../local-cloud/check.ts';
import { otherWayRound } from './stages.ts';
import { assemblyOf } from './synthesize.ts';

const state = mkdtempSync(join(tmpdir(), 'stampede-locally-'));
afterAll(() => rmSync(state, { recursive: true }));

test.each([
  ['as the example has it', {}],
  ['with everything the other way round', otherWayRound],
])('the local cloud refuses nothing of a stage: %s', async (_, changes) => {
  const { refusals, resources } = checkAssembly({ assembly: await assemblyOf(changes), state });
  expect(refusals).toEqual([]);
  expect(resources).toBeGreaterThan(300);
});
