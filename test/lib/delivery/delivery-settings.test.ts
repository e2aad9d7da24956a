import { describe, expect, test } from '@jest/globals';
import { readDeliverySettings } from '../../../lib/delivery/delivery-settings.ts';
import { readSettings, type Settings } from '../../../lib/settings.ts';
import { stageFile } from '../synthesize.ts';

function stage(changes: object): Settings {
  const read = readSettings(JSON.stringify(stageFile(changes)), `${stageFile(changes).stage}.json`);
  if (!read.ok) throw new Error(read.faults.join());
  return read.settings;
}

const repository = 'theatre/stampede';
const staging = stage({ stage: 'staging', account: '111111111111' });
const inMilan = stage({
  stage: 'milan',
  account: '111111111111',
  regions: { home: 'eu-south-1', standby: 'eu-west-2' },
});

test('the regions are those of all stages, and that of the edge', () => {
  expect(readDeliverySettings({ repository }, [inMilan, staging])).toMatchObject({
    stages: ['milan', 'staging'],
    branch: 'main',
    home: 'eu-south-1',
    regions: [...new Set(['eu-south-1', ...Object.values(staging.regions), 'us-east-1', 'eu-west-2'])].sort(),
  });
});

describe('what is asked for wrongly is refused in a sentence', () => {
  test.each([
    [{}, [staging], /Name the repository/],
    [{ repository: 'stampede' }, [staging], /Name the repository/],
    [{ repository: 'theatre/*' }, [staging], /Name the repository/],
    [{ repository, branch: 'feature/*' }, [staging], /is no branch/],
    [{ repository, provider: 'github' }, [staging], /needs the arn/],
    [{ repository }, [], /Name the stages/],
    [{ repository }, [staging, stage({ stage: 'production', account: '222222222222' })], /different accounts/],
    [{ repository }, [staging, stage({ stage: 'production' })], /does not say its account/],
  ])('%j', (context, stages, sentence) => {
    expect(readDeliverySettings(context, stages)).toMatch(sentence);
  });
});
