import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readBeaconSetting } from '../../lambdas/waiting-room/draw/beacon-setting.ts';
import { quicknet } from '../../lib/beacon.ts';
import { withoutBeacon } from './stages.ts';
import { assemblyOf, synthesize } from './synthesize.ts';

/** The beacon that each function of a stage reads, by the function's name. */
async function beaconsOf(stage: object) {
  const { resources } = await synthesize(stage);
  return Object.fromEntries(
    resources
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .filter(({ Properties }) => Properties.Environment?.Variables?.BEACON !== undefined)
      .map(({ Properties }) => [Properties.Description, readBeaconSetting(Properties.Environment.Variables.BEACON)]),
  );
}

/** All that synthesis says of a stage. */
async function saidOf(stage: object): Promise<string> {
  const folder = await assemblyOf(stage);
  return globSync('*.json', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
}

test('the lines of a stage that says nothing of it are opened and drawn with drand’s quicknet', async () => {
  const { urls, ...chain } = quicknet;
  const setting = { urls, chain };
  expect(await beaconsOf({})).toEqual({
    'waiting-room/pace/keep-pace': setting,
    'waiting-room/opening/open-line': setting,
    'waiting-room/opening/open-trial': setting,
  });
  expect(await saidOf({})).not.toContain('trusted, not proved');
});

test('a stage that says none has trusted lines, and its deployment says so', async () => {
  expect(await beaconsOf(withoutBeacon)).toEqual({
    'waiting-room/pace/keep-pace': undefined,
    'waiting-room/opening/open-line': undefined,
    'waiting-room/opening/open-trial': undefined,
  });
  expect(await saidOf(withoutBeacon)).toMatch(/aws:cdk:warning[^}]*trusted, not proved/);
});
