import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkAssembly } from '../../check.ts';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { role } from '../iam/cloud-of-callers.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';

/* A canary is a function with a name of Synthetics', and a start is one run. */

const allowed = [
  ['s3:ListAllMyBuckets', '*'],
  ['s3:GetBucketLocation', 'arn:aws:s3:::runs'],
  ['s3:PutObject', 'arn:aws:s3:::runs/of/*'],
  ['logs:*', '*'],
].map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource }));
const metrics = {
  ...{ Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' },
  Condition: { StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' } },
};

/** A slow run ends when it is there. */
const gate = join(temporaryFolder(), 'gate');

const canary = (Name: string, more: object = {}) => ({
  Type: 'AWS::Synthetics::Canary',
  Properties: {
    Name,
    Code: { Handler: 'index.handler', S3Bucket: 'assets', S3Key: 'code.zip' },
    ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    ArtifactS3Location: 's3://runs/of',
    RuntimeVersion: 'syn-nodejs-puppeteer-13.0',
    Schedule: { Expression: 'rate(0 minutes)', DurationInSeconds: '0' },
    RunConfig: { EnvironmentVariables: { MOOD: Name, GATE: gate }, TimeoutInSeconds: 60 },
    ...more,
  },
});
const code = `import { existsSync } from 'node:fs';
export const handler = async () => {
  if (process.env.MOOD === 'sad') throw new Error('nobody smiled');
  while (process.env.MOOD === 'slow' && !existsSync(process.env.GATE)) await new Promise(setImmediate);
};`;
const assemblyOf = (resources: object, statements: readonly object[] = [...allowed, metrics]) =>
  writtenAssembly({ Shop: { template: { Resources: { Role: role('runs', statements), ...resources } } } }, { code });

let cloud: RunningCloud;
beforeAll(async () => {
  const assembly = assemblyOf({ Glad: canary('glad'), Sad: canary('sad'), Slow: canary('slow') });
  cloud = await startLocalCloud({ assembly, state: temporaryFolder() });
});
afterAll(async () => {
  await cloud?.stop();
  removeTemporaryFolders();
});

const post = (path: string, key = 'local') =>
  fetch(new URL(path, cloud.endpoints.SYNTHETICS), {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${key}/20270101/eu-west-2/synthetics/aws4_request` },
  });

const runs = async (name: string) => {
  const { CanaryRuns } = (await (await post(`/canary/${name}/runs`)).json()) as {
    readonly CanaryRuns: readonly { readonly Status: { readonly State: string; readonly StateReason?: string } }[];
  };
  return CanaryRuns.map(({ Status }) => Status);
};

async function ended(name: string) {
  for (;;) {
    const [last, ...before] = await runs(name);
    if (last && last.State !== 'RUNNING') return [last, ...before];
  }
}

describe('a canary', () => {
  test('does not run until it is started', async () => {
    expect(await runs('glad')).toEqual([]);
  });

  test('runs once a start, and passes', async () => {
    expect((await post('/canary/glad/start')).status).toBe(200);
    expect(await ended('glad')).toEqual([{ State: 'PASSED' }]);
    await post('/canary/glad/start');
    expect(await ended('glad')).toHaveLength(2);
  });

  test('fails with the reason that it threw', async () => {
    await post('/canary/sad/start');
    expect(await ended('sad')).toEqual([{ State: 'FAILED', StateReason: 'nobody smiled' }]);
  });

  test('tells CloudWatch of each run whether it succeeded', async () => {
    const client = new CloudWatchClient({
      ...{ region: 'eu-west-2', endpoint: cloud.endpoints.CLOUDWATCH ?? '', credentials: operatorCredentials },
    });
    const successOf = async (name: string) => {
      const Dimensions = [{ Name: 'CanaryName', Value: name }];
      const Metric = { Namespace: 'CloudWatchSynthetics', MetricName: 'SuccessPercent', Dimensions };
      const { MetricDataResults = [] } = await client.send(
        new GetMetricDataCommand({
          StartTime: new Date(Date.now() - 600_000),
          EndTime: new Date(Date.now() + 60_000),
          MetricDataQueries: [{ Id: 'one', MetricStat: { Metric, Period: 60, Stat: 'Maximum' } }],
        }),
      );
      return Math.max(...(MetricDataResults[0]?.Values ?? []));
    };
    expect([await successOf('glad'), await successOf('sad')]).toEqual([100, 0]);
    client.destroy();
  });

  test('that runs is not started again', async () => {
    expect((await post('/canary/slow/start')).status).toBe(200);
    expect((await post('/canary/slow/start')).status).toBe(409);
    expect(await runs('slow')).toEqual([{ State: 'RUNNING' }]);
    writeFileSync(gate, '');
    expect(await ended('slow')).toEqual([{ State: 'PASSED' }]);
  });

  test('that is none is not found, and another act is not run', async () => {
    expect((await post('/canary/none/start')).status).toBe(404);
    expect((await post('/canary/glad/stop')).headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });

  test('is started by nobody whom IAM does not allow it', async () => {
    expect((await post('/canary/glad/start', 'stranger')).status).toBe(403);
  });
});

describe('a canary is refused', () => {
  const refused = (more: object) =>
    checkAssembly({ assembly: assemblyOf({ Odd: canary('odd', more) }), state: temporaryFolder() }).refusals;

  test.each([
    ['with a rhythm of its own', { Schedule: { Expression: 'rate(5 minutes)' } }, /when it is started/],
    ['of another language', { RuntimeVersion: 'syn-python-selenium-7.0' }, /does not run syn-python/],
    ['in a network of its own', { VPCConfig: {} }, /does not run the property VPCConfig/],
  ])('%s', (_, more, says) => {
    expect(JSON.stringify(refused(more))).toMatch(says);
  });

  test('whose role may not keep what Synthetics keeps', async () => {
    const assembly = assemblyOf({ Glad: canary('glad') }, allowed);
    await expect(startLocalCloud({ assembly, state: temporaryFolder() })).rejects.toThrow(/cloudwatch:PutMetricData/);
  });
});
