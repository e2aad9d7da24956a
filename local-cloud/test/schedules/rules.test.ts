import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';

/* A rate fires when its rule begins, so a rule that is on has started its function as soon as the cloud runs. */

const file = join(temporaryFolder(), 'started');
const code = `import { appendFileSync } from 'node:fs';
export const handler = async ({ rule }) => appendFileSync(${JSON.stringify(file)}, rule + '\\n');`;

const rule = (name: string, more: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    Name: name,
    Description: `starts ${name}`,
    ScheduleExpression: 'rate(1 hour)',
    Targets: [{ Id: 'one', Arn: { 'Fn::GetAtt': ['Clock', 'Arn'] }, Input: JSON.stringify({ rule: name }) }],
    ...more,
  },
});
const assembly = writtenAssembly(
  {
    Shop: {
      template: {
        Resources: {
          Clock: functionOf('code'),
          MayStart: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              Action: 'lambda:InvokeFunction',
              FunctionName: { 'Fn::GetAtt': ['Clock', 'Arn'] },
              Principal: 'events.amazonaws.com',
            },
          },
          First: rule('Shop-first'),
          Second: rule('Shop-second'),
          Off: rule('Shop-third', { State: 'DISABLED' }),
          Other: rule('other'),
        },
      },
    },
  },
  { code },
);
const state = temporaryFolder();

let cloud: RunningCloud;
const start = async (): Promise<void> => {
  writeFileSync(file, '');
  cloud = await startLocalCloud({ assembly, state });
};
beforeAll(start);
afterAll(async () => {
  await cloud?.stop();
  removeTemporaryFolders();
});

const call = async (action: string, input: object, { key = 'local', region = 'eu-west-2' } = {}) => {
  const answer = await fetch(cloud.endpoints.EVENTBRIDGE ?? '', {
    method: 'POST',
    headers: {
      'x-amz-target': `AWSEvents.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20270101/${region}/events/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
};
const names = (reply: Readonly<Record<string, unknown>>) =>
  (reply.Rules as readonly { readonly Name: string }[]).map(({ Name }) => Name);
const started = (): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1).sort();
const untilStarted = async (...wanted: readonly string[]): Promise<void> => {
  while (!wanted.every((each) => started().includes(each))) await new Promise(setImmediate);
};

describe('rules', () => {
  test('are listed by the beginning of their names, page by page', async () => {
    const first = await call('ListRules', { NamePrefix: 'Shop-', Limit: 2 });
    expect(names(first)).toEqual(['Shop-first', 'Shop-second']);
    const rest = await call('ListRules', { NamePrefix: 'Shop-', Limit: 2, NextToken: first.NextToken });
    expect([names(rest), rest.NextToken]).toEqual([['Shop-third'], undefined]);
  });

  test('are described', async () => {
    expect(await call('DescribeRule', { Name: 'Shop-third' })).toEqual({
      Name: 'Shop-third',
      Arn: 'arn:aws:events:eu-west-2:111122223333:rule/Shop-third',
      Description: 'starts Shop-third',
      ScheduleExpression: 'rate(1 hour)',
      State: 'DISABLED',
      EventBusName: 'default',
      CreatedBy: '111122223333',
    });
  });

  test('that are off start nothing, also after a restart, until they are on again', async () => {
    await untilStarted('Shop-first', 'Shop-second', 'other');
    expect(started()).not.toContain('Shop-third');
    await call('DisableRule', { Name: 'Shop-first' });
    await call('EnableRule', { Name: 'Shop-third' });
    await untilStarted('Shop-third');
    await cloud.stop();
    await start();
    await untilStarted('Shop-second', 'Shop-third', 'other');
    expect(started()).not.toContain('Shop-first');
    await call('EnableRule', { Name: 'Shop-first' });
    await untilStarted('Shop-first');
  });

  test('of another region are not seen, and those that are not there are named', async () => {
    expect(names(await call('ListRules', {}, { region: 'us-east-1' }))).toEqual([]);
    expect(await call('DisableRule', { Name: 'none' })).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'Rule none does not exist on EventBus default.',
    });
    expect(await call('ListRules', { EventBusName: 'own' })).toMatchObject({ __type: 'ResourceNotFoundException' });
    expect(await call('PutRule', { Name: 'other' })).toMatchObject({ __type: 'UnknownOperationException' });
  });

  test('are switched by nobody whom IAM does not allow it', async () => {
    expect(await call('DisableRule', { Name: 'other' }, { key: 'stranger' })).toMatchObject({
      __type: 'UnrecognizedClientException',
    });
    expect(await call('DescribeRule', { Name: 'other' })).toMatchObject({ State: 'ENABLED' });
  });
});
