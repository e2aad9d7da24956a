import { beforeAll, describe, expect, test } from '@jest/globals';
import { Runtime } from 'aws-cdk-lib/aws-synthetics';
import { stepSeconds } from '../../rehearsal/trial/walk.ts';
import { type Resource, synthesize } from './synthesize.ts';

/* The canary of the trial: no run without a start, and no right beyond opening a trial. */

let resources: readonly Resource[];
beforeAll(async () => {
  ({ resources } = await synthesize({}));
});
const only = (type: string) => {
  const [one, ...others] = resources.filter(({ Type, stack }) => Type === type && stack === 'Trial');
  if (!one || others.length > 0) throw new Error(`The stack Trial has ${others.length + 1} of ${type}`);
  return one.Properties;
};

describe('the canary', () => {
  test('runs once a start, and nothing starts it at its creation', () => {
    const { Schedule, StartCanaryAfterCreation } = only('AWS::Synthetics::Canary');
    expect(Schedule.Expression).toBe('rate(0 minutes)');
    expect(StartCanaryAfterCreation).toBe(false);
  });

  test('has the newest runtime that the library knows: AWS ends the old ones', () => {
    const { RuntimeVersion } = only('AWS::Synthetics::Canary');
    const known = Object.values(Runtime).flatMap((one) => (one instanceof Runtime ? [one.name] : []));
    expect(known).toContain(RuntimeVersion);
    const newest = known.filter((name) => name.startsWith('syn-nodejs-puppeteer-')).at(-1);
    expect(RuntimeVersion).toBe(newest);
  });

  test('has time for every step of a run', () => {
    const { RunConfig } = only('AWS::Synthetics::Canary');
    const steps = Object.values(stepSeconds).reduce((sum, seconds) => sum + seconds, 0);
    expect(RunConfig.TimeoutInSeconds).toBeGreaterThan(steps + 60);
  });

  test('may open trials, keep files of its runs, and say to Synthetics and to the run-up how they ended', () => {
    const statements = only('AWS::IAM::Role').Policies.flatMap(
      ({ PolicyDocument }: { PolicyDocument: { Statement: readonly object[] } }) => PolicyDocument.Statement,
    ) as readonly {
      readonly Action: string | readonly string[];
      readonly Resource: unknown;
      readonly Condition?: object;
    }[];
    expect(statements.flatMap(({ Action }) => Action).sort()).toEqual([
      'cloudwatch:PutMetricData',
      'lambda:InvokeFunction',
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetBucketLocation',
      's3:ListAllMyBuckets',
      's3:PutObject',
    ]);
    const invoked = statements.find(({ Action }) => Action === 'lambda:InvokeFunction')?.Resource as readonly object[];
    expect(invoked).toHaveLength(3);
    for (const name of ['OpenTrialHouseFunction', 'OpenTrialFunction', 'ReportChecksFunction'])
      expect(JSON.stringify(invoked)).toContain(name);
    const everywhere = statements.filter(({ Resource }) => Resource === '*').map(({ Condition }) => Condition);
    expect(everywhere).toEqual([undefined, { StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' } }]);
  });

  test('keeps its files in a private bucket, for a month', () => {
    const bucket = only('AWS::S3::Bucket');
    expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(bucket.LifecycleConfiguration.Rules).toMatchObject([{ ExpirationInDays: 31, Status: 'Enabled' }]);
  });
});

test('the pacemaker may start this canary and no other', () => {
  const canary = only('AWS::Synthetics::Canary').Name;
  const starts = JSON.stringify(
    resources.filter(({ Type }) => Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::Role'),
  );
  expect(starts.match(/"synthetics:\w+"/g)).toEqual(['"synthetics:StartCanary"']);
  expect(starts).toContain(`:canary:${canary}"`);
});
