import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { allow, role } from '../iam/cloud-of-callers.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';

const folder = temporaryFolder();
const file = join(folder, 'heard');
/** The function that hears "slow" is done when it is there. */
const gate = join(folder, 'gate');
const code = `import { appendFileSync, existsSync } from 'node:fs';
export const handler = async ({ Records }) => {
  for (const { body } of Records) {
    appendFileSync(${JSON.stringify(file)}, body + '\\n');
    while (body === 'slow' && !existsSync(${JSON.stringify(gate)})) await new Promise(setImmediate);
  }
};`;

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const mapping = (queue: string, more: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn: arnOf(queue), FunctionName: { Ref: 'Worker' }, ...more },
});
const assembly = writtenAssembly(
  {
    Shop: {
      template: {
        Resources: {
          Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
          Others: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'others' } },
          Role: role('reads', [
            allow(
              ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
              [arnOf('Jobs'), arnOf('Others')],
            ),
          ]),
          Worker: functionOf('code', { FunctionName: 'Shop-worker', Role: arnOf('Role') }),
          FromJobs: mapping('Jobs', { BatchSize: 1 }),
          FromOthers: mapping('Others', { Enabled: false }),
        },
        Outputs: { Jobs: { Value: { Ref: 'Jobs' } }, FromJobs: { Value: { Ref: 'FromJobs' } } },
      },
    },
  },
  { code },
);
const state = temporaryFolder();

let cloud: RunningCloud;
let lambda: LambdaClient;
let sqs: SQSClient;
const start = async (): Promise<void> => {
  cloud = await startLocalCloud({ assembly, state });
  const of = { region: 'eu-west-2', credentials: operatorCredentials };
  lambda = new LambdaClient({ ...of, endpoint: cloud.endpoints.LAMBDA ?? '', maxAttempts: 1 });
  sqs = new SQSClient({ ...of, endpoint: cloud.endpoints.SQS ?? '' });
};
const stop = async (): Promise<void> => {
  lambda?.destroy();
  sqs?.destroy();
  await cloud?.stop();
};
beforeAll(start);
afterAll(async () => {
  await stop();
  removeTemporaryFolders();
});

const urlOfJobs = (): string => cloud.outputs.Shop?.Jobs ?? '';
const uuid = (): string => cloud.outputs.Shop?.FromJobs ?? '';
const send = (body: string) => sqs.send(new SendMessageCommand({ QueueUrl: urlOfJobs(), MessageBody: body }));
const waiting = async () => {
  const asked = new GetQueueAttributesCommand({
    QueueUrl: urlOfJobs(),
    AttributeNames: ['ApproximateNumberOfMessages'],
  });
  return (await sqs.send(asked)).Attributes?.ApproximateNumberOfMessages;
};
const heard = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise(setImmediate);
};
const turn = (Enabled: boolean) => lambda.send(new UpdateEventSourceMappingCommand({ UUID: uuid(), Enabled }));
const stateNow = async () => (await lambda.send(new GetEventSourceMappingCommand({ UUID: uuid() }))).State;

test('mappings are listed, also by function and by queue', async () => {
  const list = async (by: object) => {
    const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand(by));
    return EventSourceMappings.map(({ FunctionArn, EventSourceArn, State }) =>
      [FunctionArn, EventSourceArn].map((arn) => arn?.split(':').at(-1)).concat(State),
    );
  };
  const jobs = ['Shop-worker', 'jobs', 'Enabled'];
  const others = ['Shop-worker', 'others', 'Disabled'];
  expect(await list({})).toEqual([jobs, others]);
  expect(await list({ FunctionName: 'Shop-worker' })).toEqual([jobs, others]);
  expect(await list({ FunctionName: 'another' })).toEqual([]);
  expect(await list({ EventSourceArn: 'arn:aws:sqs:eu-west-2:111122223333:jobs' })).toEqual([jobs]);
  expect(await list({ MaxItems: 1 })).toEqual([jobs]);
});

test('one that is off takes no more, also after a restart, and on again it goes on', async () => {
  await send('slow');
  await until(() => heard() === 'slow\n');
  expect((await turn(false)).State).toBe('Disabling');
  await expect(turn(true)).rejects.toMatchObject({ name: 'ResourceInUseException' });
  writeFileSync(gate, '');
  await until(async () => (await stateNow()) === 'Disabled');
  await send('kept');
  expect(await waiting()).toBe('1');
  await stop();
  await start();
  expect([await stateNow(), await waiting(), heard()]).toEqual(['Disabled', '1', 'slow\n']);
  expect((await turn(true)).State).toBe('Enabled');
  await until(() => heard() === 'slow\nkept\n');
});

test('one that is not there is not found, and only its switch is changed', async () => {
  await expect(lambda.send(new GetEventSourceMappingCommand({ UUID: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await expect(lambda.send(new UpdateEventSourceMappingCommand({ UUID: uuid(), BatchSize: 2 }))).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
});
