import { beforeAll, describe, expect, test } from '@jest/globals';
import { handlers } from '../../contracts/handlers.ts';
import { beforeItsDoors, forAMillion, inMilan, otherWayRound } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

/*
 * The templates of three audiences in two regions, against what AWS documents as its limits: an account that was given
 * nothing more, unless the stage's file says so.
 */

const concurrency = 1_000;
const apiOf = (region: string) => (region === 'eu-south-1' ? 2_500 : 10_000);
const regionOf = (stage: object) => ('regions' in stage ? 'eu-south-1' : 'eu-west-2');
const stages = [
  ['London for 40,000', {}],
  ['London for a million', forAMillion],
  ['Milan for 10,000', inMilan],
] as const;
const templates = new Map<object, Synthesized>();
beforeAll(async () => {
  for (const [, stage] of stages) templates.set(stage, await synthesize(stage));
});

describe.each(stages)('a stage in %s', (_, stage) => {
  const all = (type: string): readonly Resource[] =>
    templates.get(stage)?.resources.filter(({ Type }) => Type === type) ?? [];
  const reserved = () =>
    all('AWS::Lambda::Function').flatMap(({ Properties }): readonly [string, number][] =>
      Properties.ReservedConcurrentExecutions === undefined
        ? []
        : [[Properties.Description, Properties.ReservedConcurrentExecutions]],
    );

  test('reserves what leaves 100 instances to everyone else, and some to each who holds, orders and settles', () => {
    const sum = reserved().reduce((all, [, one]) => all + one, 0);
    expect(sum).toBeLessThanOrEqual(concurrency - 100);
    const named = Object.fromEntries(reserved());
    for (const inside of ['seating/ask/hold-seats', 'ordering/buy/place-order', 'ordering/buy/settle-order'])
      expect(named[inside]).toBeGreaterThanOrEqual(10);
    // Joins have a border: it is what keeps the others' instances free.
    expect(named['waiting-room/entry/join-line']).toBeGreaterThan(0);
  });

  test('has an API no wider than the account’s', () => {
    const [at] = all('AWS::ApiGatewayV2::Stage');
    const most = apiOf(regionOf(stage));
    expect(at?.Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: most,
      ThrottlingBurstLimit: most / 2,
    });
  });

  test('lets joins and challenges have four fifths of it, so that the rest is for those inside', () => {
    const [at] = all('AWS::ApiGatewayV2::Stage');
    const most = apiOf(regionOf(stage));
    const settings: Readonly<Record<string, object>> = at?.Properties.RouteSettings;
    const each = { ThrottlingRateLimit: most * 0.4, ThrottlingBurstLimit: most * 0.2 };
    expect(settings).toEqual({
      [handlers['waiting-room/entry/join-line'].route]: each,
      [handlers['waiting-room/entry/give-challenge'].route]: each,
    });
    // API Gateway refuses a stage that names a route which is not there.
    const routes = all('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
    expect(routes).toEqual(expect.arrayContaining(Object.keys(settings)));
  });

  test('holds event sources to 2 to 1,000 batches at a time, as SQS takes them', () => {
    const held = all('AWS::Lambda::EventSourceMapping').flatMap(({ Properties }) => Properties.ScalingConfig ?? []);
    expect(held.length).toBeGreaterThanOrEqual(3);
    for (const { MaximumConcurrency } of held) {
      expect(MaximumConcurrency).toBeGreaterThanOrEqual(2);
      expect(MaximumConcurrency).toBeLessThanOrEqual(1_000);
    }
  });

  test('has a firewall within 1,500 capacity units, beyond which requests cost more', () => {
    const acls = all('AWS::WAFv2::WebACL');
    expect(acls).toHaveLength(1);
    for (const { Properties } of acls) expect(unitsOf(Properties.Rules)).toBeLessThanOrEqual(1_500);
  });

  test('says no warm throughput: that is a step of its own', () => {
    expect(JSON.stringify(all('AWS::DynamoDB::GlobalTable'))).not.toContain('WarmThroughput');
  });
});

test('an API whose routes at the doors are yet to be made names none of them', async () => {
  const [at] = (await synthesize(beforeItsDoors)).resources.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage');
  expect(at?.Properties.DefaultRouteSettings).toBeDefined();
  expect(at?.Properties.RouteSettings).toBeUndefined();
});

describe('capacity units of a firewall', () => {
  // As AWS WAF documents each statement; and it may count a transformation once that we count at each of its places.
  test('are counted as documented: a regular expression 3, and 10 for each transformation', () => {
    const regex = { RegexMatchStatement: { TextTransformations: [{}, {}, {}] } };
    expect(unitsOf([{ Statement: { RateBasedStatement: { ScopeDownStatement: regex } } }])).toBe(2 + 3 + 30);
    expect(() => unitsOf([{ Statement: { GeoMatchStatement: {} } }])).toThrow('GeoMatchStatement');
  });

  test('are counted of every rule of ours', async () => {
    const acl = (await synthesize(otherWayRound)).resources.find(({ Type }) => Type === 'AWS::WAFv2::WebACL');
    expect(unitsOf(acl?.Properties.Rules)).toBeGreaterThan(700);
  });
});

/** By their documentation. */
const groups: Readonly<Record<string, number>> = {
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesBotControlRuleSet: 50,
};

function unitsOfGroup(name: string): number {
  const units = groups[name];
  if (units === undefined) throw new Error(`nobody says what ${name} counts`);
  return units;
}

// biome-ignore lint/suspicious/noExplicitAny: statements are nested JSON of a dozen shapes
type Statement = any;

function unitsOf(rules: readonly { readonly Statement: Statement }[]): number {
  return rules.reduce((sum, { Statement }) => sum + unitsOfStatement(Statement), 0);
}

function unitsOfStatement(statement: Statement): number {
  if (!statement) return 0;
  const [kind = '', of = {} as Statement] = Object.entries<Statement>(statement)[0] ?? [];
  switch (kind) {
    case 'RateBasedStatement':
      return 2 + unitsOfStatement(of.ScopeDownStatement);
    case 'RegexMatchStatement':
      return 3 + 10 * of.TextTransformations.length;
    case 'NotStatement':
      return unitsOfStatement(of.Statement);
    case 'AndStatement':
    case 'OrStatement':
      return of.Statements.reduce((sum: number, one: Statement) => sum + unitsOfStatement(one), 0);
    case 'ManagedRuleGroupStatement':
      return unitsOfGroup(of.Name) + unitsOfStatement(of.ScopeDownStatement);
    default:
      throw new Error(`nobody says what ${kind} counts`);
  }
}
