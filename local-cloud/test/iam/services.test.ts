import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { UsageReport } from '../../iam/usage.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';
import { account, allow, credentialsOf, region, role, startCallers, withRole } from './cloud-of-callers.ts';

/* What services of AWS do by themselves, and what is looked at before anybody calls. */

afterAll(removeTemporaryFolders);

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const code = { code: `export const handler = async () => ({ statusCode: 200, body: 'here' });` };

const withCloud = async (
  resources: object,
  body: (cloud: RunningCloud, state: string) => Promise<void>,
  options: object = {},
): Promise<void> => {
  const state = temporaryFolder();
  const assembly = writtenAssembly({ Work: { template: { Resources: resources } } }, code);
  const cloud = await startLocalCloud({ assembly, state, ...options });
  try {
    await body(cloud, state);
  } finally {
    await cloud.stop();
  }
};

const reportOf = async (cloud: RunningCloud): Promise<UsageReport> =>
  (await (await fetch(new URL('/iam.json', cloud.endpoints.LAMBDA))).json()) as UsageReport;

const permission = (Principal: string, SourceArn: unknown) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { Action: 'lambda:InvokeFunction', FunctionName: { Ref: 'Answer' }, Principal, SourceArn },
});

const api = {
  Role: role('answering', []),
  Answer: withRole('answer', 'Role'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } },
  Joined: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: arnOf('Answer'),
    },
  },
  ...Object.fromEntries(
    ['one', 'two'].map((path) => [
      `Route${path}`,
      {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: `GET /${path}/{id}`,
          Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Joined' }]] },
        },
      },
    ]),
  ),
};

describe('an HTTP API', () => {
  test('invokes a function only for the routes for which it may', async () => {
    const source = {
      'Fn::Join': ['', [`arn:aws:execute-api:${region}:${account}:`, { Ref: 'Api' }, '/*/*/one/{id}']],
    };
    await withCloud({ ...api, May: permission('apigateway.amazonaws.com', source) }, async (cloud) => {
      const [[domain, host] = []] = [...cloud.hosts].filter(([name]) => name.includes('execute-api'));
      if (domain === undefined || host === undefined) throw new Error('an API is a host');
      const asked = async (path: string) =>
        (
          await host({
            method: 'GET',
            path,
            query: '',
            headers: { host: domain },
            body: Buffer.alloc(0),
            clientIp: '127.0.0.1',
          })
        ).status;
      expect([await asked('/one/1'), await asked('/two/1'), await asked('/two/2')]).toEqual([200, 500, 500]);
      const { refused } = await reportOf(cloud);
      expect(refused.filter(({ action }) => action.startsWith('lambda:'))).toMatchObject([
        {
          caller: 'apigateway.amazonaws.com',
          action: 'lambda:InvokeFunction',
          resource: expect.stringContaining(':answer'),
        },
      ]);
    });
  });
});

describe('a rule', () => {
  const minutely = {
    Role: role('answering', [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '*')]),
    Answer: withRole('answer', 'Role'),
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 'a', Arn: arnOf('Answer') }] },
    },
  };

  test('fires at a function only if the function lets it', async () => {
    /** It fires at its start: then the function has printed, or there is a refusal. */
    const fired = async (source: unknown): Promise<boolean> => {
      let isFired = false;
      await withCloud({ ...minutely, May: permission('events.amazonaws.com', source) }, async (cloud) => {
        for (;;) {
          const { functions, refused } = await reportOf(cloud);
          isFired = functions.some(({ used }) => used.length > 0);
          if (isFired || refused.some(({ caller }) => caller === 'events.amazonaws.com')) return;
        }
      });
      return isFired;
    };
    expect(await fired(arnOf('Rule'))).toBe(true);
    expect(await fired(`arn:aws:events:${region}:${account}:rule/other`)).toBe(false);
  });
});

describe('the start stops, as a deployment would,', () => {
  const starting = (resources: object) => withCloud(resources, async () => undefined);
  const fed = (statements: readonly object[]) => ({
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'asks' } },
    Role: role('working', statements),
    Work: withRole('work', 'Role'),
    Fed: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'Work' } },
    },
  });

  test('where a function may not read or clear the queue that feeds it', async () => {
    const reading = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    await starting(fed([allow(reading, arnOf('Queue'))]));
    await expect(starting(fed([allow(reading.slice(0, 1), arnOf('Queue'))]))).rejects.toThrow(
      `Work.Fed: User: arn:aws:sts::${account}:assumed-role/working/work is not authorized to perform: ` +
        `sqs:DeleteMessage on resource: arn:aws:sqs:${region}:${account}:asks because no identity-based policy allows`,
    );
  });

  test('where a function may not hand on what failed', async () => {
    const failing = (statements: readonly object[]) => ({
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failed' } },
      Role: role('working', statements),
      Work: withRole('work', 'Role'),
      Later: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Work' },
          Qualifier: '$LATEST',
          DestinationConfig: { OnFailure: { Destination: arnOf('Queue') } },
        },
      },
    });
    await starting(failing([allow('sqs:SendMessage', arnOf('Queue'))]));
    await expect(starting(failing([]))).rejects.toThrow('sqs:SendMessage');
  });

  test('where an alarm may not tell its topic', async () => {
    const alarm = (Service: string) => ({
      Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } },
      Policy: {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: [{ Ref: 'Topic' }],
          PolicyDocument: {
            Statement: {
              ...allow('sns:Publish', { Ref: 'Topic' }),
              Principal: { Service },
              Condition: { StringEquals: { 'AWS:SourceAccount': account } },
            },
          },
        },
      },
      Alarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          AlarmName: 'a',
          ...{ Namespace: 'N', MetricName: 'M', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 0 },
          ComparisonOperator: 'GreaterThanThreshold',
          AlarmActions: [{ Ref: 'Topic' }],
        },
      },
    });
    await starting(alarm('cloudwatch.amazonaws.com'));
    await expect(starting(alarm('events.amazonaws.com'))).rejects.toThrow('Work.Alarm: User: cloudwatch.amazonaws.com');
  });

  test('where Lambda may not take the role', async () => {
    const trusting = (service: string) => ({ Role: role('working', [], service), Work: withRole('work', 'Role') });
    await starting(trusting('lambda.amazonaws.com'));
    await expect(starting(trusting('ec2.amazonaws.com'))).rejects.toThrow('lambda.amazonaws.com may not take the role');
  });

  test('where AWS keeps a policy that the local cloud does not know', async () => {
    const Properties = {
      AssumeRolePolicyDocument: { Statement: [] },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    };
    await expect(starting({ Role: { Type: 'AWS::IAM::Role', Properties } })).rejects.toThrow('AdministratorAccess');
  });
});

describe('without enforcement', () => {
  const read = async (cloud: RunningCloud) => {
    const dynamo = new DynamoDBClient({
      region,
      endpoint: cloud.endpoints.DYNAMODB ?? '',
      credentials: await credentialsOf(cloud, 'bare'),
    });
    await dynamo.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: 'a' }, sk: { S: 'a' } } }));
    dynamo.destroy();
  };
  const bare = { Role: role('empty', []), Bare: withRole('bare', 'Role') };

  test('an observer lets all pass, and notes what would be refused', async () => {
    const cloud = await startCallers(bare, { iam: 'observe' });
    await read(cloud);
    // The database's thread tells of it in its own time.
    for (;;) {
      const { refused } = await reportOf(cloud);
      if (refused.some(({ action }) => action === 'dynamodb:GetItem')) break;
    }
    await cloud.stop();
  });

  test('nobody looks where it is off', async () => {
    const cloud = await startCallers(bare, { iam: 'off' });
    await read(cloud);
    expect((await reportOf(cloud)).refused).toEqual([]);
    await cloud.stop();
  });
});

test('the log says each refusal once, with the name of the function', async () => {
  const anonymous = functionOf('code', { FunctionName: 'nobody' });
  await withCloud({ Nobody: anonymous }, async (cloud, state) => {
    await fetch(`${cloud.endpoints.LAMBDA}/2015-03-31/functions/nobody/invocations`, { method: 'POST' });
    await fetch(`${cloud.endpoints.LAMBDA}/2015-03-31/functions/nobody/invocations`, { method: 'POST' });
    const log = join(state, 'logs', 'iam.log');
    expect(existsSync(log)).toBe(true);
    expect(readFileSync(log, 'utf8').match(/nobody who signed/g)).toHaveLength(1);
  });
});
