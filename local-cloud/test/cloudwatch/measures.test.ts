import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import type { RunningCloud } from '../../local-cloud.ts';
import { allow, credentialsOf, region, role, type Signer, startCallers, withRole } from '../iam/cloud-of-callers.ts';
import { removeTemporaryFolders } from '../temporary-folder.ts';
import { functionOf } from '../written-assembly.ts';

/* What the cloud really did, as CloudWatch tells of it. */

const printed = JSON.stringify({
  _aws: { CloudWatchMetrics: [{ Namespace: 'N', Dimensions: [['service']], Metrics: [{ Name: 'Joined' }] }] },
  service: 'line',
  Joined: 3,
});
const inline = `exports.handler = async ({ fail }) => {
  process.stdout.write(${JSON.stringify(`${printed}\n`)});
  if (fail) throw new Error('as asked');
  return { statusCode: 200 };
};`;

const logGroup = { 'Fn::GetAtt': ['Access', 'Arn'] };
const work = functionOf('', {
  FunctionName: 'work',
  Code: { ZipFile: inline },
  Role: { 'Fn::GetAtt': ['May', 'Arn'] },
});

const resources = {
  May: role('may', [allow('cloudwatch:GetMetricData', '*')]),
  MayNot: role('may-not', []),
  Watch: withRole('watch', 'May'),
  Blind: withRole('blind', 'MayNot'),
  Work: work,
  Closed: functionOf('', {
    FunctionName: 'closed',
    Code: { ZipFile: inline },
    Role: { 'Fn::GetAtt': ['May', 'Arn'] },
    ReservedConcurrentExecutions: 0,
  }),
  Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'counted' } },
  Counts: {
    Type: 'AWS::SES::ConfigurationSetEventDestination',
    Properties: {
      ConfigurationSetName: { Ref: 'Set' },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'bounce', 'complaint'],
        CloudWatchDestination: {
          DimensionConfigurations: [
            { DimensionName: 'stage', DimensionValueSource: 'messageTag', DefaultDimensionValue: 'here' },
          ],
        },
      },
    },
  },
  Sender: {
    Type: 'AWS::SES::EmailIdentity',
    Properties: {
      EmailIdentity: 'mail.example.com',
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: 'Set' } },
    },
  },
  Access: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'access' } },
  Failed: {
    Type: 'AWS::Logs::MetricFilter',
    Properties: {
      LogGroupName: { Ref: 'Access' },
      FilterPattern: '{ $.status = "5*" }',
      MetricTransformations: [
        {
          MetricNamespace: 'N',
          MetricName: 'RouteFailed',
          MetricValue: '1',
          Dimensions: [{ Key: 'route', Value: '$.route' }],
        },
      ],
    },
  },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: {
      ApiId: { Ref: 'Api' },
      StageName: '$default',
      AccessLogSettings: {
        DestinationArn: logGroup,
        Format: '{"route":"$context.routeKey","status":"$context.status","lambda":"$context.integrationStatus"}',
      },
    },
  },
  Joined: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { 'Fn::GetAtt': ['Closed', 'Arn'] },
    },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: 'GET /join',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Joined' }]] },
    },
  },
  MayCall: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: 'Closed' },
      Principal: 'apigateway.amazonaws.com',
    },
  },
};

let cloud: RunningCloud;
const clients: { destroy(): void }[] = [];
const kept = <Client extends { destroy(): void }>(client: Client): Client => {
  clients.push(client);
  return client;
};
const at = (service: string, credentials: Signer = operatorCredentials) => ({
  region,
  endpoint: cloud.endpoints[service] ?? '',
  credentials,
});

beforeAll(async () => {
  cloud = await startCallers(resources);
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
  removeTemporaryFolders();
});

/** All values of the last hour together. */
const ask = async (query: Omit<MetricDataQuery, 'Id'>, credentials?: Signer) => {
  const { MetricDataResults = [] } = await kept(new CloudWatchClient(at('CLOUDWATCH', credentials))).send(
    new GetMetricDataCommand({
      StartTime: new Date(Date.now() - 3_540_000),
      EndTime: new Date(Date.now() + 60_000),
      MetricDataQueries: [{ Id: 'one', ...query }],
    }),
  );
  return MetricDataResults.map(({ Label, Values = [] }) => [Label, Values.reduce((sum, value) => sum + value, 0)]);
};
const sum = async (
  Namespace: string,
  MetricName: string,
  dimensions: Readonly<Record<string, string>>,
  Stat = 'Sum',
) => {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const answer = await ask({ MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period: 60, Stat } });
  return answer[0]?.[1];
};
const invoke = async (FunctionName: string, payload: object = {}) =>
  kept(new LambdaClient({ ...at('LAMBDA'), maxAttempts: 1 })).send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }),
  );

describe('the measures of this cloud', () => {
  test('of functions: invocations, errors, durations, throttles, and the metrics that they print', async () => {
    await invoke('work');
    await invoke('work', { fail: true });
    await expect(invoke('closed')).rejects.toThrow('Rate Exceeded');
    const of = (name: string, FunctionName: string, Stat?: string) => sum('AWS/Lambda', name, { FunctionName }, Stat);
    expect(await of('Invocations', 'work')).toBe(2);
    expect(await of('Errors', 'work')).toBe(1);
    expect(await of('Duration', 'work', 'p99')).toBeGreaterThan(0);
    expect(await of('Throttles', 'work')).toBe(0);
    expect([await of('Throttles', 'closed'), await of('Invocations', 'closed')]).toEqual([1, 0]);
    expect(await sum('AWS/Lambda', 'Throttles', {})).toBe(1);
    expect(await sum('N', 'Joined', { service: 'line' })).toBe(6);
  });

  test('of routes: the access log, as its filters count it', async () => {
    const [domain = ''] = [...cloud.hosts.keys()].filter((name) => name.includes('execute-api'));
    const request = {
      method: 'GET',
      path: '/join',
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      clientIp: '127.0.0.1',
    };
    expect(await cloud.hosts.get(domain)?.(request)).toMatchObject({ status: 503 });
    const Expression = 'SELECT SUM(RouteFailed) FROM SCHEMA("N", route) GROUP BY route';
    expect(await ask({ Expression, Period: 60 })).toEqual([['GET /join', 1]]);
  });

  test('of mails: sent, and what became of those to the addresses that SES keeps for tries', async () => {
    const ses = kept(new SESv2Client(at('SESV2')));
    const send = (to: string) =>
      ses.send(
        new SendEmailCommand({
          FromEmailAddress: 'tickets@mail.example.com',
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
        }),
      );
    await send('ada@example.org');
    await send('bounce@simulator.amazonses.com');
    await send('complaint+one@simulator.amazonses.com');
    const of = (name: string) => sum('AWS/SES', name, { stage: 'here' });
    expect([await of('Send'), await of('Bounce'), await of('Complaint')]).toEqual([3, 1, 1]);
    // The set does not tell of it.
    expect(await of('Delivery')).toBe(0);
  });

  test('of queues: how many messages wait, and how old the oldest is', async () => {
    const QueueUrl = cloud.outputs.Work?.QueueUrl ?? '';
    await kept(new SQSClient(at('SQS'))).send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    const until = Date.now() + 30_000;
    const age = () => sum('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName: 'asks' }, 'Maximum');
    while (Number(await age()) < 1 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await age()).toBeGreaterThan(0);
    expect(await sum('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: 'asks' }, 'Maximum')).toBe(1);
  });

  test('are read by those alone whose policy says so', async () => {
    const query = { MetricStat: { Metric: { Namespace: 'N', MetricName: 'Joined' }, Period: 60, Stat: 'Sum' } };
    expect(await ask(query, await credentialsOf(cloud, 'watch'))).toEqual([['Joined', 0]]);
    await expect(ask(query, await credentialsOf(cloud, 'blind'))).rejects.toThrow(
      'is not authorized to perform: cloudwatch:GetMetricData on resource: *',
    );
  });

  test('are refused with a sentence where the request is not fit', async () => {
    await expect(ask({ Expression: 'a + b', Period: 60 })).rejects.toThrow('The local cloud runs queries only');
  });
});
