import { beforeAll, describe, expect, test } from '@jest/globals';
import { callTimes } from '../../contracts/call-times.ts';
import { type HandlerName, handlers } from '../../contracts/handlers.ts';
import { otherWayRound } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

/* Long because all rights of all functions are read from one synthesis, which takes seconds. */

let platform: Synthesized;
beforeAll(async () => {
  platform = await synthesize(otherWayRound);
});

const names = Object.keys(handlers) as HandlerName[];
const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
const functionOf = (name: string): Resource => {
  const found = all('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === name);
  if (!found) throw new Error(`no function for ${name}`);
  return found;
};

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** Everything that a function's role is allowed, its attached policies included. */
function statementsOf(name: string): readonly Statement[] {
  const roleId = functionOf(name).Properties.Role['Fn::GetAtt'][0] as string;
  const role = all('AWS::IAM::Role').find(({ id }) => id === roleId);
  const attached = JSON.stringify(role?.Properties.ManagedPolicyArns ?? []);
  return [
    ...all('AWS::IAM::Policy').filter(({ Properties }) =>
      Properties.Roles.some((at: { Ref: string }) => at.Ref === roleId),
    ),
    ...all('AWS::IAM::ManagedPolicy').filter(({ id }) => attached.includes(id)),
  ].flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[]);
}

/** Actions of one service, without its name, in order. */
const actionsOf = (name: string, service: string): readonly string[] =>
  statementsOf(name)
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith(`${service}:`))
    .map((action) => action.slice(service.length + 1))
    .sort();

describe('every handler of the table', () => {
  test.each(names)('%s runs on Node 24 and arm64, traced unless it is a clock, with a log that ends', (name) => {
    const { Properties } = functionOf(name);
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
    const isClock = 'by' in handlers[name] && handlers[name].by === 'schedule';
    expect(Properties.TracingConfig).toEqual(isClock ? undefined : { Mode: 'Active' });
    const logs = all('AWS::Logs::LogGroup').find(({ id }) => id === Properties.LoggingConfig.LogGroup.Ref);
    expect(logs?.Properties.RetentionInDays).toBe(30);
  });

  test.each(names)('%s gets exactly what it reads', (name) => {
    const told = Object.keys(functionOf(name).Properties.Environment.Variables);
    const ours = told.filter((key) => !/^(POWERTOOLS_|NODE_OPTIONS$|CALL_TRY_MS$)/.test(key));
    expect(ours.sort()).toEqual([...handlers[name].env].sort());
  });

  test('and no other function but the CDK’s deployer', () => {
    const others = all('AWS::Lambda::Function').filter(({ Properties }) => !names.includes(Properties.Description));
    expect(others.map(({ id }) => id)).toEqual([expect.stringMatching(/^CustomCDKBucketDeployment/)]);
  });

  test.each(names)('%s gives a call up, with all its tries, well before Lambda gives it up', (name) => {
    const { Timeout, Environment } = functionOf(name).Properties;
    const { connectMs, tryMs, tries, callMs, reserveMs } = callTimes(Number(Environment.Variables.CALL_TRY_MS));
    const pausesMs = 50 + 100;
    expect(connectMs).toBeLessThanOrEqual(tryMs);
    expect(tries * tryMs + pausesMs).toBeLessThanOrEqual(callMs);
    expect(callMs).toBeLessThanOrEqual(0.7 * Timeout * 1000);
    // So long a function has to answer and, of a queue, to hand back in one try of 800 ms.
    expect(reserveMs).toBe(1000);
    expect(tryMs).toBeGreaterThanOrEqual(1000);
    expect(tryMs).toBeLessThanOrEqual('by' in handlers[name] ? 10_000 : 2000);
  });

  test.each(names.filter((name) => 'by' in handlers[name] && handlers[name].by === 'schedule'))(
    '%s, a clock, loses seconds and no more by a call that hangs',
    (name) => {
      expect(functionOf(name).Properties.Environment.Variables.CALL_TRY_MS).toBe('2000');
    },
  );

  test('answers a fan within 10 s or gives up', () => {
    for (const name of names.filter((at) => 'route' in handlers[at])) {
      expect(functionOf(name).Properties.Timeout).toBeLessThanOrEqual(10);
    }
  });
});

describe('routes', () => {
  test('are the table’s, each to its own handler', () => {
    const routes = all('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const integration = all('AWS::ApiGatewayV2::Integration').find(
        ({ id }) => id === Properties.Target['Fn::Join'][1][1].Ref,
      );
      const alias = all('AWS::Lambda::Alias').find(({ id }) => id === integration?.Properties.IntegrationUri.Ref);
      const lambda = alias?.Properties.FunctionName.Ref;
      const handler = all('AWS::Lambda::Function').find(({ id }) => id === lambda)?.Properties.Description;
      return [handler, Properties.RouteKey];
    });
    const expected = names.flatMap((name) => ('route' in handlers[name] ? [[name, handlers[name].route]] : []));
    expect(routes.sort()).toEqual(expected.sort());
  });

  test('stand behind a stage with limits and a log that holds no address and no path', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 30_000,
      ThrottlingBurstLimit: 15_000,
    });
    const format = stage?.Properties.AccessLogSettings.Format as string;
    expect(JSON.parse(format)).toMatchObject({ route: '$context.routeKey', status: '$context.status' });
    expect(format).not.toMatch(/sourceIp|userAgent|context\.path|authorizer/);
  });
});

describe('least privilege', () => {
  test.each<[HandlerName, readonly string[]]>([
    ['waiting-room/entry/join-line', ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/entry/give-challenge', ['GetItem']],
    ['waiting-room/entry/send-invite', ['GetItem', 'UpdateItem']],
    ['waiting-room/turn/claim-pass', ['BatchGetItem', 'GetItem', 'UpdateItem']],
    ['waiting-room/place/leave-line', ['GetItem', 'UpdateItem']],
    ['waiting-room/place/tend-devices', ['GetItem', 'UpdateItem']],
    ['waiting-room/place/take-over-place', ['GetItem', 'UpdateItem']],
    ['waiting-room/turn/extend-pass', ['BatchGetItem', 'GetItem', 'UpdateItem']],
    ['waiting-room/place/appeal-slower-lane', ['GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/levers/show-levers', ['GetItem', 'Query']],
    ['waiting-room/levers/pull-lever', ['GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/levers/say-message', ['GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/levers/act-on-place', ['GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/levers/read-log', ['GetItem', 'Query']],
    ['waiting-room/levers/write-note', ['GetItem', 'PutItem', 'PutItem', 'Query']],
    ['waiting-room/place/judge-place', ['GetItem', 'UpdateItem']],
    ['waiting-room/place/list-appeals', ['Query']],
    // The last PutItem of those of staff is into the audit.
    ['waiting-room/find/find-fan', ['BatchGetItem', 'GetItem', 'PutItem', 'Query']],
    ['waiting-room/find/help-fan', ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
    ['seating/ask/find-holds', ['GetItem', 'PutItem']],
    ['ordering/book/seek-orders', ['BatchGetItem', 'PutItem', 'Query']],
    ['waiting-room/pace/keep-pace', ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
    ['waiting-room/opening/open-line', ['GetItem', 'PutItem']],
    ['waiting-room/plain/act-plain-line', ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/plain/show-plain-line', []],
    ['waiting-room/plain/list-plain-lines', []],
    ['waiting-room/entry/load-roster', ['BatchWriteItem']],
    ['waiting-room/line/turn-dials', ['UpdateItem']],
    ['waiting-room/switch/turn-switch', ['GetItem', 'PutItem', 'Query', 'UpdateItem']],
    // The PutItem is into the audit.
    ['waiting-room/line/say-go', ['GetItem', 'PutItem', 'UpdateItem']],
    ['waiting-room/line/draw-unproved', ['GetItem', 'UpdateItem']],
    ['seating/ask/hold-seats', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['seating/ask/show-hold', ['BatchGetItem', 'GetItem']],
    ['seating/ask/show-basket', ['BatchGetItem', 'GetItem']],
    ['seating/ask/release-hold', ['GetItem']],
    ['seating/ask/show-availability', ['GetItem', 'Query']],
    ['seating/levers/read-sale', ['GetItem', 'Query']],
    ['seating/levers/turn-sale', ['BatchGetItem', 'GetItem', 'PutItem', 'PutItem', 'Query', 'UpdateItem']],
    ['seating/allocate/allocate-seats', ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
    ['seating/allocate/end-lost-asks', ['BatchGetItem', 'GetItem', 'PutItem', 'Query']],
    ['seating/stock/count-stock', ['BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem']],
    ['seating/house/open-house', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['ordering/buy/place-order', ['GetItem', 'PutItem']],
    ['ordering/buy/find-orders', ['GetItem', 'Query']],
    ['ordering/buy/show-order', ['GetItem', 'PutItem']],
    // The last PutItem of these is into the audit.
    ['ordering/book/list-orders', ['BatchGetItem', 'PutItem', 'Query', 'Query']],
    ['ordering/buy/settle-order', ['GetItem', 'PutItem']],
    ['ordering/change/cancel-order', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['ordering/change/exchange-seats', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['ordering/change/give-back-tickets', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['ordering/change/choose-date', ['GetItem', 'PutItem']],
    ['ordering/book/change-order', ['BatchGetItem', 'GetItem', 'PutItem', 'PutItem']],
    ['ordering/book/audit-order', ['GetItem', 'PutItem']],
    ['ordering/buy/tend-orders', ['BatchGetItem', 'GetItem', 'PutItem', 'Query']],
    ['ordering/readings/count-orders', ['BatchGetItem', 'Query']],
    ['ordering/follow/follow-acts', ['GetItem', 'PutItem', 'Query']],
    ['ordering/follow/list-followed', ['GetItem']],
    ['ordering/payment/hear-stripe', ['GetItem', 'PutItem']],
    ['ordering/ticket/give-tickets', ['GetItem']],
    ['ordering/ticket/give-calendar', ['GetItem']],
    ['ordering/mail/tell-buyer', ['GetItem', 'PutItem']],
    ['ordering/door/admit-tickets', ['BatchGetItem', 'GetItem', 'PutItem']],
    ['ordering/door/list-admissions', ['GetItem', 'Query']],
    ['ordering/door/list-guests', ['BatchGetItem', 'GetItem', 'Query']],
    ['ordering/pairing/pair-device', ['GetItem', 'PutItem']],
    ['ordering/pairing/list-devices', ['Query']],
    ['ordering/pairing/change-devices', ['GetItem', 'PutItem', 'PutItem', 'Query']],
    ['staff/people/show-me', ['PutItem']],
    ['staff/people/list-people', []],
    ['staff/people/change-people', ['PutItem']],
    ['staff/audit/read-audit', ['Query']],
    ['control-room/readings/list-readings', []],
    ['control-room/readings/show-readings', []],
    ['control-room/readings/show-shared-readings', []],
    ['control-room/readings/show-history', []],
    ['run-up/plan/show-run-up', []],
    ['run-up/plan/change-run-up', ['PutItem']],
    ['run-up/freeze/turn-freeze', ['PutItem']],
    ['run-up/checks/report-checks', []],
    ['run-up/checks/reach-fallback', []],
    ['catalogue/publish-season', []],
    ['catalogue/cancel-performance', []],
    ['catalogue/move-performance', []],
  ])('%s may do %j to its table and no more', (name, actions) => {
    expect(actionsOf(name, 'dynamodb')).toEqual([...actions]);
  });

  test('nobody may delete an item, scan a table or empty a bucket', () => {
    const actions = names.flatMap((name) => statementsOf(name).flatMap(({ Action }) => Action));
    // The failover switch is off when its object is gone.
    const deletes = statementsOf('waiting-room/switch/turn-switch').find(({ Action }) =>
      Action.includes('s3:DeleteObject'),
    );
    expect(JSON.stringify(deletes?.Resource)).toMatch(/"\/switch\/fallback"\]\]\}$/);
    actions.splice(actions.indexOf('s3:DeleteObject'), 1);
    expect(actions).toContain('dynamodb:GetItem');
    expect(actions.filter((action) => /Delete(?!Message|ProvisionedConcurrencyConfig)|Scan|\*/.test(action))).toEqual(
      [],
    );
  });

  test.each(names)('%s names its resources, but for traces, metrics and a shelf of files', (name) => {
    for (const { Action, Resource } of statementsOf(name)) {
      const resources = JSON.stringify(Resource);
      if (!resources.includes('*')) continue;
      // CloudWatch knows no resources of what it measures.
      const mayMeasure = name === 'control-room/platform/show-platform';
      const actions = [Action].flat().filter((action) => !mayMeasure || action !== 'cloudwatch:GetMetricData');
      const tracing = actions.every((action) => action.startsWith('xray:Put'));
      const shelf =
        actions.every((action) => /^s3:(Get|Put)Object$/.test(action)) &&
        /"\/((catalogue|lines|stock|layouts|allocations|readings\/(lines|houses|orders|keys))\/\*(\/(ended|dates|sale|line)\.json|\/sale\/\*)?|run-up\/on-sales\/\*|(lines|catalogue\/performances)\/trial-\*)"/.test(
          resources,
        );
      expect({ name, Action, Resource, fine: tracing || shelf }).toMatchObject({ fine: true });
    }
  });

  test('boards are written by the waiting room only, stock and what is turned of a sale by seating, the catalogue by the catalogue, people by staff, readings by all three', () => {
    const writers = names.filter((name) => actionsOf(name, 's3').includes('PutObject'));
    const shelvesOf = (name: string) =>
      statementsOf(name)
        .filter(({ Action }) => [Action].flat().includes('s3:PutObject'))
        .flatMap((one) => {
          const resource = JSON.stringify(one);
          const shelf =
            /"\/(readings\/\w+|run-up|\w+)(?:\/(?:\*(?:\/sale\.json|\/sale\/\*)?|(?:performances\/)?trial-\*|people\.json|freeze\.json|reports\.json|on-sales\/\*)|\.json)"/g;
          // The CDK writes one statement for several paths with the same acts.
          return [...new Set([...resource.matchAll(shelf)].map(([, name]) => name))];
        })
        .sort();
    expect(writers.map((name) => [name, ...shelvesOf(name)])).toEqual([
      ['waiting-room/pace/keep-pace', 'lines', 'readings/lines'],
      ['waiting-room/opening/open-line', 'lines'],
      ['waiting-room/opening/open-trial', 'lines'],
      // In the standby region: what was turned, and by whom.
      ['waiting-room/switch/turn-switch'],
      ['seating/stock/count-stock', 'lines', 'readings/houses', 'stock'],
      ['seating/house/open-house', 'stock'],
      // The performance of a trial is no part of the season.
      ['seating/house/open-trial-house', 'catalogue'],
      ['seating/levers/turn-sale', 'lines'],
      ['ordering/readings/count-orders', 'readings/orders'],
      ['staff/people/show-me', 'staff'],
      ['staff/people/change-people', 'staff'],
      ['control-room/readings/list-readings', 'readings/looks'],
      ['control-room/readings/show-readings', 'readings/keys', 'readings/looks'],
      ['control-room/readings/show-shared-readings', 'readings/looks'],
      ['control-room/platform/show-platform', 'readings/platform'],
      ['run-up/plan/change-run-up', 'run-up'],
      // The freeze, which the catalogue obeys; a lift is noted on the plan.
      ['run-up/freeze/turn-freeze', 'catalogue', 'run-up'],
      ['run-up/checks/report-checks', 'run-up'],
      ['run-up/checks/reach-fallback', 'run-up'],
      ['catalogue/import-plan', 'catalogue'],
      ['catalogue/publish-season', 'allocations', 'catalogue'],
      ['catalogue/cancel-performance', 'catalogue'],
      ['catalogue/move-performance', 'catalogue'],
    ]);
  });

  test('only those who ask the house may write to its queue', () => {
    const askers = names.filter((name) =>
      statementsOf(name).some(
        ({ Action, Resource }) =>
          [Action].flat().includes('sqs:SendMessage') && JSON.stringify(Resource).includes('HouseAsksQueue'),
      ),
    );
    expect(askers).toEqual([
      'seating/ask/hold-seats',
      'seating/ask/release-hold',
      'seating/ask/extend-basket',
      'seating/plain/act-plain-seats',
      'ordering/buy/place-order',
      'ordering/plain/act-plain-orders',
      'ordering/change/cancel-order',
      'ordering/change/exchange-seats',
      'ordering/change/give-back-tickets',
      'ordering/change/choose-date',
      'ordering/book/change-order',
      'ordering/buy/settle-order',
      'ordering/buy/tend-orders',
      'ordering/follow/follow-acts',
      'ordering/payment/hear-stripe',
    ]);
  });

  const secrets = [
    'PassKeysRing',
    'SlipKeys',
    'VoucherKeys',
    'StewardKeys',
    'OriginSecretsSecreta',
    'OriginSecretsSecretb',
    'LineSecret',
    'OrderingSecret',
  ];

  /** Those that a function may do this to. Another than these is named by its whole ARN. */
  const secretsOf = (name: string, action: string): readonly string[] => {
    const arns = statementsOf(name)
      .filter(({ Action }) => [Action].flat().includes(`secretsmanager:${action}`))
      .flatMap(({ Resource }) => [Resource].flat().map((at) => JSON.stringify(at)));
    const constructs = arns.map((arn) => secrets.find((secret) => arn.includes(secret)) ?? arn);
    return [...new Set(constructs)].sort();
  };

  test('a function may read the secrets that its variables name, and only those', () => {
    for (const name of names) {
      const env = handlers[name].env as readonly string[];
      const named = env.filter((key) => key.endsWith('_ARN')).length + (env.includes('ORIGIN_SECRET_ARNS') ? 2 : 0);
      expect([name, secretsOf(name, 'GetSecretValue').length]).toEqual([name, named]);
    }
  });

  test.each([
    [
      'PassKeysRing',
      [
        'waiting-room/turn/claim-pass',
        'waiting-room/turn/extend-pass',
        'waiting-room/plain/act-plain-line',
        'waiting-room/keys/keep-pass-keys',
        'seating/ask/hold-seats',
        'seating/ask/show-hold',
        'seating/ask/release-hold',
        'seating/ask/show-basket',
        'seating/ask/extend-basket',
        'seating/plain/show-plain-seats',
        'seating/plain/act-plain-seats',
        'ordering/buy/place-order',
        'ordering/plain/act-plain-orders',
      ],
    ],
    [
      'SlipKeys',
      [
        'seating/ask/show-hold',
        'seating/ask/show-basket',
        'seating/ask/extend-basket',
        'seating/plain/show-plain-seats',
        'seating/plain/act-plain-seats',
        'ordering/buy/place-order',
        'ordering/plain/act-plain-orders',
        'ordering/buy/show-order',
      ],
    ],
    [
      'VoucherKeys',
      [
        'waiting-room/turn/claim-pass',
        'waiting-room/plain/act-plain-line',
        'ordering/buy/place-order',
        'ordering/plain/act-plain-orders',
        'ordering/buy/show-order',
      ],
    ],
    [
      'StewardKeys',
      [
        'ordering/door/admit-tickets',
        'ordering/door/list-admissions',
        'ordering/door/list-guests',
        'ordering/pairing/pair-device',
      ],
    ],
  ])('the keys in %s are read by those who sign with them or check what they signed', (secret, readers) => {
    expect(names.filter((name) => secretsOf(name, 'GetSecretValue').includes(secret))).toEqual(readers);
  });

  test('one function writes a secret and the store at the edge: the keeper of the keys of passes', () => {
    const keeper = 'waiting-room/keys/keep-pass-keys';
    expect(names.flatMap((name) => secretsOf(name, 'PutSecretValue').map((secret) => [name, secret]))).toEqual([
      [keeper, 'PassKeysRing'],
    ]);
    expect(names.filter((name) => actionsOf(name, 'cloudfront-keyvaluestore').length > 0)).toEqual([keeper]);
    expect(actionsOf(keeper, 'cloudfront-keyvaluestore')).toEqual(['DescribeKeyValueStore', 'ListKeys', 'UpdateKeys']);
  });
});

test('the API knows both origin secrets, and the CDN shows the first', () => {
  const told = functionOf('waiting-room/turn/claim-pass').Properties.Environment.Variables.ORIGIN_SECRET_ARNS;
  const [, parts] = told['Fn::Join'] as [string, unknown[]];
  const secrets = parts.filter((part) => typeof part !== 'string').map((part) => JSON.stringify(part));
  expect(secrets).toEqual([
    expect.stringContaining('OriginSecretsSecretb'),
    expect.stringContaining('OriginSecretsSecreta'),
  ]);
  const shown = JSON.stringify(
    all('AWS::CloudFront::Distribution').map(({ Properties }) => Properties.DistributionConfig),
  );
  expect(shown).toContain('OriginSecretsSecretb');
  expect(shown).not.toContain('OriginSecretsSecreta');
});

test('the keeper of keys runs every minute, one at a time', () => {
  const keeper = functionOf('waiting-room/keys/keep-pass-keys');
  expect(keeper.Properties.ReservedConcurrentExecutions).toBe(1);
  expect(startedEveryMinute()).toContain(keeper.id);
});

test('the pacemaker starts every minute, runs on for as late as the schedule may be, and keeps instances of its own', () => {
  const pacemaker = functionOf('waiting-room/pace/keep-pace');
  expect(pacemaker.Properties.Timeout).toBe(150);
  expect(pacemaker.Properties.ReservedConcurrentExecutions).toBe(3);
  expect(startedEveryMinute()).toContain(pacemaker.id);
});

test('so does stock-taking', () => {
  const counting = functionOf('seating/stock/count-stock');
  expect(counting.Properties.Timeout).toBe(130);
  expect(counting.Properties.ReservedConcurrentExecutions).toBe(3);
  expect(startedEveryMinute()).toContain(counting.id);
});

test('orders are looked after every minute, by two at the most', () => {
  const tending = functionOf('ordering/buy/tend-orders');
  expect(tending.Properties.Timeout).toBe(60);
  expect(tending.Properties.ReservedConcurrentExecutions).toBe(2);
  expect(startedEveryMinute()).toContain(tending.id);
});

test('only what runs by schedule is started by one', () => {
  const scheduled = names.filter((name) => 'by' in handlers[name] && handlers[name].by === 'schedule');
  expect([...startedEveryMinute()].sort()).toEqual(scheduled.map((name) => functionOf(name).id).sort());
});

test('the fallback is asked every hour, at the address of the settings, and what starts it says nothing', () => {
  const { id, Properties } = functionOf('run-up/checks/reach-fallback');
  expect(Properties.Environment.Variables.FALLBACK).toBe(
    '{"at":"https://box-office.example.org","as":"tickets.stampede.example.org"}',
  );
  const hourly = all('AWS::Events::Rule').filter((rule) => rule.Properties.ScheduleExpression === 'rate(1 hour)');
  expect(hourly.map((rule) => rule.Properties.Targets)).toEqual([
    [expect.objectContaining({ Arn: { 'Fn::GetAtt': [id, 'Arn'] }, Input: '{}' })],
  ]);
  expect(
    statementsOf('run-up/checks/reach-fallback')
      .flatMap(({ Action }) => Action)
      .filter((action) => !/^(xray|logs):/.test(action)),
  ).toEqual(['s3:GetObject', 's3:PutObject']);
});

/** Ids of the functions that a rule starts each minute. */
function startedEveryMinute(): readonly string[] {
  const rules = all('AWS::Events::Rule')
    .map(({ Properties }) => Properties)
    .filter(({ ScheduleExpression }) => ScheduleExpression !== 'rate(1 hour)');
  for (const rule of rules) expect(rule).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
  return rules.flatMap(({ Targets }) =>
    Targets.map(
      (target: { Arn: { Ref: string } }) =>
        all('AWS::Lambda::Alias').find(({ id }) => id === target.Arn.Ref)?.Properties.FunctionName.Ref,
    ),
  );
}

test('the outputs that operators need are there, and no secret is one', () => {
  expect(
    Object.keys(platform.outputs)
      .filter((key) => !/^(?:Publish|Exports)Output/.test(key))
      .sort(),
  ).toEqual([
    'AuditTable',
    'CancelPerformanceFunction',
    'CopiesDistributionId',
    'DistributionDomain',
    'DistributionId',
    'DrawUnprovedFunction',
    'HousesTable',
    'ImportPlanFunction',
    'JudgePlaceFunction',
    'KeepPaceFunction',
    'KeepPassKeysFunction',
    'LinesTable',
    'ListAppealsFunction',
    'ListFollowedFunction',
    'LiveDistributionDomain',
    'LiveDistributionId',
    'LoadRosterFunction',
    'MovePerformanceFunction',
    'OpenHouseFunction',
    'OpenLineFunction',
    'OpenTrialFunction',
    'OpenTrialHouseFunction',
    'OrdersTable',
    'PagesBucket',
    'PassKeysArn',
    'PublishSeasonFunction',
    'PublishedBucket',
    'ReachFallbackFunction',
    'ReadingsBucket',
    'ReportChecksFunction',
    'RestoredTableOfAudit',
    'RestoredTableOfHouses',
    'RestoredTableOfLines',
    'RestoredTableOfOrders',
    'RunUpBucket',
    'SiteAddress',
    'SlipKeysArn',
    'StaffBucket',
    'StaffPoolId',
    'StewardKeysArn',
    'SwitchBucket',
    'SwitchPolicy',
    'TrialCanary',
    'TurnDialsFunction',
    'VoucherKeysArn',
  ]);
  expect(JSON.stringify(platform.outputs)).not.toContain('{{resolve:');
});
