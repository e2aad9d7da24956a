import { beforeAll, describe, expect, test } from '@jest/globals';
import { type HandlerName, handlers } from '../../contracts/handlers.ts';
import { withoutCanary } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

let platform: Synthesized;
let atOnce: Synthesized;
beforeAll(async () => {
  [platform, atOnce] = await Promise.all([synthesize(), synthesize(withoutCanary)]);
});

const all = (type: string, of = platform): readonly Resource[] => of.resources.filter(({ Type }) => Type === type);
const names = Object.keys(handlers) as HandlerName[];
const live = names.filter((name) => !('by' in handlers[name] && handlers[name].by === 'operator'));
const functionOf = (name: string) =>
  all('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === name)?.id ?? 'none';
const aliasOf = (name: string): Resource => {
  const [alias, ...others] = all('AWS::Lambda::Alias').filter(
    ({ Properties }) => Properties.FunctionName.Ref === functionOf(name),
  );
  if (!alias || others.length > 0) throw new Error(`${name} has not one alias`);
  return alias;
};
const groupOf = (alias: Resource): Resource | undefined =>
  all('AWS::CodeDeploy::DeploymentGroup').find(
    ({ id }) => id === alias.UpdatePolicy?.CodeDeployLambdaAliasUpdate?.DeploymentGroupName?.Ref,
  );

/** What rings when a new version fails. */
const ringsFor: Readonly<Record<string, RegExp>> = {
  route: /^Foundation-Api-RouteFailing$/,
  queue: /-DeadLettersWaiting$/,
  schedule: /-Silent$/,
};

describe('a handler behind a route, a queue or a clock', () => {
  test.each(live)('%s has an alias of its newest version, which changes by a canary that alarms take back', (name) => {
    const alias = aliasOf(name);
    expect(alias.Properties.Name).toBe('live');
    const version = all('AWS::Lambda::Version').find(
      ({ id }) => id === alias.Properties.FunctionVersion['Fn::GetAtt'][0],
    );
    expect(version?.Properties.FunctionName.Ref).toBe(functionOf(name));
    const group = groupOf(alias);
    expect(group?.stack).toBe(alias.stack);
    expect(alias.DependsOn).toContain(group?.id);
    const { AlarmConfiguration, AutoRollbackConfiguration, DeploymentConfigName } = group?.Properties ?? {};
    expect(AutoRollbackConfiguration).toEqual({
      Enabled: true,
      Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
    });
    expect(AlarmConfiguration.Enabled).toBe(true);
    const alarms = AlarmConfiguration.Alarms.map(({ Name }: { Name: string }) =>
      Name.replace(/^Stampede-example-/, ''),
    );
    const by: string = 'by' in handlers[name] ? String(handlers[name].by) : 'route';
    expect(alarms).toEqual(expect.arrayContaining([expect.stringMatching(ringsFor[by] ?? 'none')]));
    // An alarm of that name is there, in this stack or in one before it.
    const known = all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmName);
    for (const alarm of alarms) expect(known).toContain(`Stampede-example-${alarm}`);
    const byClock = by === 'schedule';
    expect(DeploymentConfigName).toEqual(
      `CodeDeployDefault.Lambda${byClock ? 'Linear10PercentEvery1Minute' : 'Canary10Percent5Minutes'}`,
    );
  });

  test('is invoked by that alias alone', () => {
    const aliases = new Set(live.map((name) => aliasOf(name).id));
    const targets = [
      ...all('AWS::ApiGatewayV2::Integration').map(({ Properties }) => Properties.IntegrationUri),
      ...all('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties.FunctionName),
      ...all('AWS::Events::Rule').flatMap(({ Properties }) =>
        Properties.Targets.map(({ Arn }: { Arn: object }) => Arn),
      ),
      ...all('AWS::Lambda::Permission').map(({ Properties }) => Properties.FunctionName),
      // An hour's question is no work of fans: a function of operators, which has no alias.
    ].filter((target) => !JSON.stringify(target).includes(functionOf('run-up/checks/reach-fallback')));
    expect(targets.length).toBeGreaterThan(2 * live.length - 10);
    for (const target of targets) {
      const [, named] = /"Ref":"(\w+)"/.exec(JSON.stringify(target)) ?? [];
      expect(aliases).toContain(named);
    }
  });

  test('keeps its earlier version, and none whose deployment failed', () => {
    for (const version of all('AWS::Lambda::Version')) {
      expect(version).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('of a stage without canaries changes at once, and no alarm that rings already is in the way', () => {
    for (const { Properties } of all('AWS::CodeDeploy::DeploymentGroup', atOnce)) {
      expect(Properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
        AlarmConfiguration: { Enabled: false },
        AutoRollbackConfiguration: { Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
      });
    }
    expect(all('AWS::CodeDeploy::DeploymentGroup', atOnce)).toHaveLength(live.length);
  });
});

test('an operator’s handler has no alias: nothing invokes it but a person', () => {
  expect(all('AWS::Lambda::Alias')).toHaveLength(live.length);
});

describe('limits of AWS', () => {
  test('of 500 resources a stack leave room for a third more', () => {
    const stacks = Map.groupBy(platform.resources, ({ stack }) => stack);
    for (const [stack, resources] of stacks) expect([stack, resources.length < 375]).toEqual([stack, true]);
  });

  test('on configurations of CodeDeploy, 50 an account, do not matter: AWS’s own are used', () => {
    expect(all('AWS::CodeDeploy::DeploymentConfig')).toEqual([]);
  });

  test('on alarms, ten a group, are kept', () => {
    for (const { Properties } of all('AWS::CodeDeploy::DeploymentGroup'))
      expect(Properties.AlarmConfiguration.Alarms.length).toBeLessThanOrEqual(10);
  });
});

describe('routes', () => {
  const dependsOn = ({ DependsOn = [] }: Resource): readonly string[] => [DependsOn].flat();
  const integrationOf = (route: Resource): Resource => {
    const found = all('AWS::ApiGatewayV2::Integration').find(
      ({ id, stack }) => id === route.Properties.Target['Fn::Join'][1][1].Ref && stack === route.stack,
    );
    if (!found) throw new Error(`${route.id} has no integration`);
    return found;
  };

  test.each(['Foundation', 'WaitingRoom', 'Seating', 'Ordering'])(
    'of %s are made one after another: each integration waits for the route before it',
    (stack) => {
      const routes = all('AWS::ApiGatewayV2::Route').filter((route) => route.stack === stack);
      const ids = new Set(routes.map(({ id }) => id));
      const before = routes.map((route) => dependsOn(integrationOf(route)).filter((id) => ids.has(id)));
      // A chain: all but one wait for one route, and no two for the same.
      expect(before.filter((some) => some.length === 0)).toHaveLength(1);
      expect(new Set(before.flat()).size).toBe(routes.length - 1);
      expect(Math.max(...before.map((some) => some.length))).toBeLessThanOrEqual(1);
    },
  );

  test('of the API’s own stack wait for its authorizer, and that for its stage', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    const [authorizer] = all('AWS::ApiGatewayV2::Authorizer');
    const [route] = all('AWS::ApiGatewayV2::Route').filter(({ stack }) => stack === stage?.stack);
    expect(dependsOn(integrationOf(route as Resource))).toContain(authorizer?.id);
    expect(dependsOn(authorizer as Resource)).toContain(stage?.id);
  });

  test('are there only when the API may invoke their handler', () => {
    for (const route of all('AWS::ApiGatewayV2::Route')) {
      const permissions = all('AWS::Lambda::Permission').map(({ id }) => id);
      expect(dependsOn(integrationOf(route)).filter((id) => permissions.includes(id))).toHaveLength(1);
    }
  });

  test('make nothing wait that is tried: no alias, version or function depends on one', () => {
    const routes = new Set(
      ['Route', 'Integration'].flatMap((type) => all(`AWS::ApiGatewayV2::${type}`).map(({ id }) => id)),
    );
    for (const type of ['Alias', 'Version', 'Function', 'Permission'])
      for (const resource of all(`AWS::Lambda::${type}`))
        expect(dependsOn(resource).filter((id) => routes.has(id))).toEqual([]);
  });
});
