import { describe, expect, test } from '@jest/globals';
import { reservedFor } from '../../lib/concurrency.ts';
import { apiLimits, doorLimits, quotasOf } from '../../lib/quotas.ts';
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
    const limits = apiLimits(settings.limits, quotasOf(settings));
    expect(limits).toEqual({ rateLimit: 2_500, burstLimit: 1_250 });
    expect(doorLimits(limits)).toEqual({ rateLimit: 1_000, burstLimit: 500 });
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
    const [word, api, ...others] = wordsOf({ audienceSize: 40_000 });
    expect(word).toMatch(
      /^40,000 fans need 1,0\d\d Lambda instances, and this stage may use 1,000\. So 3,\d\d0 of 4,000 joins/,
    );
    expect(word).toMatch(
      /all within \d\d s\. .* Concurrent executions, 1,0\d\d, then raise quotas\.accountConcurrency$/,
    );
    expect(api).toMatch(/^40,000 fans need 25,000 requests a second of the API: .* gives this account 10,000 /);
    expect(api).toMatch(/So 4,000 joins a second come through, and all within 10 s\. .* Throttle rate, 25,000, then/);
    expect(others).toEqual([]);
    const wide = { accountConcurrency: 2_300, apiRequestsPerSecond: 25_000 };
    expect(wordsOf({ audienceSize: 40_000, quotas: wide })).toEqual([]);
  });

  test('says that the stage’s own limit is below what its audience needs', () => {
    const { limits } = settingsOf({});
    const own = { ...limits, apiRequestsPerSecond: 10_000 };
    const quotas = { accountConcurrency: 2_300, apiRequestsPerSecond: 25_000 };
    expect(wordsOf({ audienceSize: 40_000, limits: own, quotas })).toEqual([
      expect.stringMatching(/need 25,000 .* limits\.apiRequestsPerSecond is 10,000\. So 4,000 joins/),
    ]);
  });

  test('says that a region has a smaller API', () => {
    expect(wordsOf({ audienceSize: 5_000, ...milan })).toEqual([expect.stringMatching(/gives this account 2,500/)]);
  });

  test('says that a table may not be warmed so far', () => {
    const { limits } = settingsOf({});
    const words = wordsOf({
      audienceSize: 1_000_000,
      limits: { ...limits, apiRequestsPerSecond: 75_000 },
      quotas: { apiRequestsPerSecond: 75_000, accountConcurrency: 20_000 },
    });
    expect(words).toEqual([
      expect.stringMatching(/^1,000,000 fans need 625,000 requests/),
      expect.stringMatching(/^LinesTable needs 95,001 units .* warmed to 40,000\./),
    ]);
  });

  test.each([10, 199])('does not reach an account of %i instances, whose file is refused', (accountConcurrency) => {
    const read = readSettings(JSON.stringify(stageFile({ quotas: { accountConcurrency } })), 'stages/example.json');
    expect(read).toMatchObject({
      ok: false,
      faults: [expect.stringMatching(/quotas\.accountConcurrency: must be at least 200/)],
    });
  });
});
