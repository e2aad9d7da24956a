import { describe, expect, test } from '@jest/globals';
import { reservedFor } from '../../lib/concurrency.ts';
import { apiLimits, quotasOf } from '../../lib/quotas.ts';
import { readSettings, type Settings } from '../../lib/settings.ts';
import { openingSecond } from '../../lib/sizing.ts';
import { wordsOfQuotas } from '../../lib/word-of-quotas.ts';
import { stageFile } from './synthesize.ts';

function settingsOf(changes: object): Settings {
  const read = readSettings(JSON.stringify(stageFile(changes)), 'stages/example.json');
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

function wordsOf(changes: object): readonly string[] {
  const settings = settingsOf(changes);
  const quotas = quotasOf(settings);
  const second = openingSecond(settings.audienceSize, apiLimits(settings.limits, quotas).rateLimit);
  return wordsOfQuotas(settings, quotas, reservedFor(settings.audienceSize, second, quotas.accountConcurrency));
}

const milan = { regions: { home: 'eu-south-1', standby: 'eu-west-1' } };

describe('the quotas of an account', () => {
  test('are those that AWS gives, by region', () => {
    expect(quotasOf(settingsOf({}))).toEqual({
      accountConcurrency: 1_000,
      apiRequestsPerSecond: 10_000,
      apiBurst: 5_000,
      tableUnitsPerSecond: 40_000,
    });
    expect(quotasOf(settingsOf(milan))).toMatchObject({ apiRequestsPerSecond: 2_500, apiBurst: 1_250 });
  });

  test('bound what is deployed of the API', () => {
    const settings = settingsOf(milan);
    expect(apiLimits(settings.limits, quotasOf(settings))).toEqual({ rateLimit: 2_500, burstLimit: 1_250 });
  });

  test('that were raised say so in the stage’s file', () => {
    expect(quotasOf(settingsOf({ ...milan, quotas: { apiRequestsPerSecond: 8_000 } })).apiRequestsPerSecond).toBe(
      8_000,
    );
  });
});

describe('the word of quotas', () => {
  test('is none for 10,000 fans in an ordinary account', () => {
    expect(wordsOf({ audienceSize: 10_000 })).toEqual([]);
  });

  test('says for 40,000 what to ask for, and how long it takes without', () => {
    const [word, ...others] = wordsOf({ audienceSize: 40_000 });
    expect(word).toMatch(
      /^40,000 fans need 1,7\d\d Lambda instances, and this stage may use 1,000\. So 5,\d\d0 of 10,000 joins/,
    );
    expect(word).toMatch(/all within \d s\. .* Concurrent executions, 1,7\d\d, then raise quotas\.accountConcurrency$/);
    expect(others).toEqual([]);
    expect(wordsOf({ audienceSize: 40_000, quotas: { accountConcurrency: 1_800 } })).toEqual([]);
  });

  test('says that a region has a smaller API', () => {
    expect(wordsOf({ audienceSize: 5_000, ...milan })).toEqual([expect.stringMatching(/gives this account 2,500/)]);
  });

  test('says that a table may not be warmed so far', () => {
    const { limits } = settingsOf({});
    const words = wordsOf({
      audienceSize: 1_000_000,
      limits: { ...limits, apiRequestsPerSecond: 30_000 },
      quotas: { apiRequestsPerSecond: 30_000, accountConcurrency: 20_000 },
    });
    expect(words).toEqual([expect.stringMatching(/^LinesTable needs 95,001 units .* warmed to 40,000\./)]);
  });

  test.each([10, 199])('does not reach an account of %i instances, whose file is refused', (accountConcurrency) => {
    const read = readSettings(JSON.stringify(stageFile({ quotas: { accountConcurrency } })), 'stages/example.json');
    expect(read).toMatchObject({
      ok: false,
      faults: [expect.stringMatching(/quotas\.accountConcurrency: must be at least 200/)],
    });
  });
});
