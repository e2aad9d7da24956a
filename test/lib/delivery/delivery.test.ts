import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { operatorsTag, reportsTag, trialsTag } from '../../../lib/constructs/foundation/operators-tag.ts';
import { root, synthesize } from '../synthesize.ts';
import { account, type DeliveryTemplate, deliveryTemplate, type RolesOfDelivery, rolesOf } from './delivery-roles.ts';

let template: DeliveryTemplate;
let roles: RolesOfDelivery;

beforeAll(() => {
  const made = deliveryTemplate();
  if (made.template === undefined) throw new Error(made.said);
  template = made.template;
  roles = rolesOf(template);
});

const names = ['Plan', 'Deploy', 'Preflight-staging', 'Operate-staging', 'Preflight-production', 'Operate-production'];
const asking = ['Preflight-staging', 'Preflight-production'];
const home = 'eu-west-2';
const stack = (name: string, region = home) => `arn:aws:cloudformation:${region}:${account}:stack/${name}/0a1b`;
const cdkRole = (kind: string, region = home) =>
  `arn:aws:iam::${account}:role/cdk-hnb659fds-${kind}-role-${account}-${region}`;
const table = `arn:aws:dynamodb:${home}:${account}:table/Stampede-production-Ordering-Orders`;
const named = (name: string) => `arn:aws:lambda:${home}:${account}:function:${name}`;
const ofStage = (stage?: string) => ({ context: { [`aws:resourcetag/${operatorsTag}`]: stage } });

describe('who may take a role', () => {
  const subjects = {
    'a pull request': 'repo:theatre/stampede:pull_request',
    'the branch': 'repo:theatre/stampede:ref:refs/heads/main',
    'another branch': 'repo:theatre/stampede:ref:refs/heads/main-2',
    'a tag': 'repo:theatre/stampede:ref:refs/tags/main',
    staging: 'repo:theatre/stampede:environment:staging',
    production: 'repo:theatre/stampede:environment:production',
    'another environment': 'repo:theatre/stampede:environment:preview',
    'another repository': 'repo:theatre/stampede-2:environment:production',
    'another owner': 'repo:theatre-x/stampede:environment:production',
    'another spelling': 'repo:Theatre/stampede:environment:production',
  };
  test.each<[string, readonly (keyof typeof subjects)[]]>([
    ['Plan', ['a pull request', 'the branch']],
    ['Deploy', ['staging', 'production']],
    ['Preflight-staging', ['staging']],
    ['Preflight-production', ['production']],
    ['Operate-staging', ['staging']],
    ['Operate-production', ['production']],
  ])('%s: %j and nobody else', (role, allowed) => {
    const taking = Object.entries(subjects).filter(([, sub]) => roles.mayTake(role, { sub }));
    expect(taking.map(([who]) => who)).toEqual(allowed);
  });

  test('a token that was made for somebody else takes none', () => {
    const takes = names.filter((role) =>
      Object.values(subjects).some((sub) => roles.mayTake(role, { sub, aud: 'https://github.com/theatre' })),
    );
    expect(takes).toEqual([]);
  });

  test('no subject is a pattern, and there is one way in', () => {
    const trusts = Object.values(template.Resources)
      .filter(({ Type }) => Type === 'AWS::IAM::Role')
      .map(({ Properties }) => Properties.AssumeRolePolicyDocument.Statement);
    expect(trusts).toHaveLength(names.length);
    for (const trust of trusts) {
      expect(trust).toHaveLength(1);
      expect(Object.keys(trust[0].Condition)).toEqual(['StringEquals']);
    }
    expect(JSON.stringify(trusts)).not.toMatch(/[*?]/);
  });
});

describe('what a role may do', () => {
  test.each([
    ['cloudformation:GetTemplate', stack('Stampede-production-Ordering'), ['Plan', 'Deploy', ...asking]],
    ['cloudformation:DescribeChangeSet', stack('Stampede-production-Ordering'), ['Deploy']],
    ['cloudformation:GetTemplate', stack('Payroll'), []],
    [
      'cloudformation:DescribeStacks',
      stack('Stampede-staging-Seating'),
      ['Plan', 'Deploy', 'Preflight-staging', 'Operate-staging', 'Preflight-production'],
    ],
    ['cloudformation:DescribeStacks', stack('Stampede-staging-Seating', 'ap-south-1'), []],
    ['cloudformation:CreateChangeSet', stack('Stampede-staging-Seating'), []],
    ['cloudformation:ExecuteChangeSet', stack('Stampede-staging-Seating'), []],
    ['cloudformation:DeleteStack', stack('Stampede-staging-Seating'), []],
    ['sts:AssumeRole', cdkRole('deploy'), ['Deploy']],
    ['sts:AssumeRole', cdkRole('file-publishing', 'us-east-1'), ['Deploy']],
    ['sts:AssumeRole', cdkRole('deploy', 'ap-south-1'), []],
    ['sts:AssumeRole', cdkRole('lookup'), []],
    ['sts:AssumeRole', `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${home}`, []],
    ['sts:AssumeRole', `arn:aws:iam::${account}:role/Admin`, []],
    ['iam:CreateUser', `arn:aws:iam::${account}:user/somebody`, []],
    ['iam:CreateAccessKey', `arn:aws:iam::${account}:user/somebody`, []],
    ['iam:PassRole', `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${home}`, []],
    ['iam:PutRolePolicy', `arn:aws:iam::${account}:role/Stampede-Delivery-Plan`, []],
    ['dynamodb:GetItem', table, []],
    ['dynamodb:DescribeTable', table, asking],
    ['secretsmanager:DescribeSecret', `arn:aws:secretsmanager:${home}:${account}:secret:OrderingSecret`, asking],
    ['ses:GetAccount', '*', asking],
    ['ses:SendEmail', '*', []],
    ['s3:GetObject', 'arn:aws:s3:::stampede-production-runup/run-up/reports.json', []],
    ['s3:PutObject', 'arn:aws:s3:::stampede-production-runup/run-up/reports.json', []],
    ['s3:PutObject', `arn:aws:s3:::cdk-hnb659fds-assets-${account}-${home}/a.zip`, []],
    ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${home}:${account}:secret:OrderingSecret`, []],
    ['lambda:UpdateFunctionCode', named('Stampede-staging-WaitingRoom-TurnDials'), []],
  ])('%s on %s: %j', (action, resource, allowed) => {
    expect(names.filter((role) => roles.may(role, { action, resource }))).toEqual(allowed);
  });

  test('to delete the change sets that were made to look at, and no others', () => {
    const ask = { action: 'cloudformation:DeleteChangeSet', resource: stack('Stampede-production-Ordering') };
    const of = (name: string) => ({ ...ask, context: { 'cloudformation:changesetname': name } });
    expect(names.filter((role) => roles.may(role, of('stampede-look-1798723200000')))).toEqual(['Deploy']);
    expect(names.filter((role) => roles.may(role, of('cdk-deploy-change-set')))).toEqual([]);
  });

  test.each([
    ['an operators’ function', 'Stampede-staging-WaitingRoom-TurnDials', 'staging', ['Operate-staging']],
    ['one of production', 'Stampede-production-Seating-OpenHouse', 'production', ['Operate-production']],
    ['a handler of the API', 'Stampede-staging-Ordering-PlaceOrder', undefined, []],
    ['a function of somebody else', 'payroll', 'staging', []],
  ])('to invoke %s', (_, name, stage, allowed) => {
    const ask = { action: 'lambda:InvokeFunction', resource: named(name), ...ofStage(stage) };
    expect(names.filter((role) => roles.may(role, ask))).toEqual(allowed);
  });

  test('to open trials, and no other function of operators', () => {
    const trial = (stage?: string) => ({ context: { [`aws:resourcetag/${trialsTag}`]: stage } });
    const ask = { action: 'lambda:InvokeFunction', resource: named('Stampede-staging-WaitingRoom-OpenTrial') };
    expect(names.filter((role) => roles.may(role, { ...ask, ...trial('staging') }))).toEqual(['Deploy']);
    expect(names.filter((role) => roles.may(role, { ...ask, ...trial('elsewhere') }))).toEqual([]);
  });

  test('to say what was checked: to the stage whose delivery it is, and to nothing else of a run-up', () => {
    const ofRunUp = (name: string, tags: Readonly<Record<string, string>>) => ({
      action: 'lambda:InvokeFunction',
      resource: named(`Stampede-staging-RunUp-${name}`),
      context: Object.fromEntries(Object.entries(tags).map(([tag, stage]) => [`aws:resourcetag/${tag}`, stage])),
    });
    const who = (name: string, tags: Readonly<Record<string, string>>) =>
      names.filter((role) => roles.may(role, ofRunUp(name, tags)));
    expect(who('ReportChecks', { [reportsTag]: 'staging' })).toEqual(['Deploy', 'Preflight-staging']);
    expect(who('ReportChecks', { [reportsTag]: 'elsewhere' })).toEqual([]);
    // Go, the freeze and the plan are routes of staff, without a tag; the fallback is asked by operators.
    for (const name of ['SayGo', 'TurnFreeze', 'ChangeRunUp']) expect(who(name, {})).toEqual([]);
    expect(who('ReachFallback', { [operatorsTag]: 'staging' })).toEqual(['Operate-staging']);
    const call = ofRunUp('ReportChecks', { [reportsTag]: 'staging' });
    for (const action of ['lambda:UpdateFunctionCode', 'lambda:TagResource', 'lambda:GetFunction'])
      expect(names.filter((role) => roles.may(role, { ...call, action }))).toEqual([]);
  });

  test('a policy that is added later gives nothing that the pipeline does not need', () => {
    const widened = structuredClone(template) as DeliveryTemplate;
    for (const { Type, Properties } of Object.values(widened.Resources))
      if (Type === 'AWS::IAM::Role')
        Properties.Policies[0].PolicyDocument.Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
    const wide = rolesOf(widened);
    const asked = [
      { action: 'iam:CreateUser', resource: `arn:aws:iam::${account}:user/somebody` },
      { action: 'dynamodb:GetItem', resource: table },
      { action: 'lambda:InvokeFunction', resource: named('Stampede-staging-Ordering-PlaceOrder') },
    ];
    expect(asked.filter((ask) => names.some((role) => wide.may(role, ask)))).toEqual([]);
    expect(wide.may('Plan', { action: 'cloudformation:GetTemplate', resource: stack('Stampede-staging-Edge') })).toBe(
      true,
    );
  });
});

test.each([
  ['iam:CreateUser', `arn:aws:iam::${account}:user/somebody`, false],
  ['iam:CreateAccessKey', `arn:aws:iam::${account}:user/somebody`, false],
  ['iam:UpdateLoginProfile', `arn:aws:iam::${account}:user/somebody`, false],
  ['iam:AddUserToGroup', `arn:aws:iam::${account}:group/admins`, false],
  ['iam:UpdateAssumeRolePolicy', `arn:aws:iam::${account}:role/Stampede-Delivery-Deploy`, false],
  [
    'iam:DeleteRolePermissionsBoundary',
    `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${home}`,
    false,
  ],
  ['iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/Stampede-Delivery-Execution`, false],
  ['organizations:LeaveOrganization', '*', false],
  ['iam:CreateRole', `arn:aws:iam::${account}:role/Stampede-staging-Ordering-PlaceOrderRole`, true],
  ['iam:CreateServiceLinkedRole', `arn:aws:iam::${account}:role/aws-service-role/x`, true],
  ['dynamodb:CreateTable', table, true],
  ['lambda:CreateFunction', named('Stampede-staging-x'), true],
])('CloudFormation within its boundary, %s on %s: %j', (action, resource, allowed) => {
  expect(roles.mayExecute({ action, resource })).toBe(allowed);
});

test('the functions whose names are outputs for operators, and no others, have the tag', async () => {
  const { resources, outputs } = await synthesize();
  const tagged = resources
    .filter(({ Properties }) => Properties?.Tags?.some?.(({ Key }: { readonly Key: string }) => Key === operatorsTag))
    .map(({ id, Type, Properties }) => ({
      id,
      Type,
      value: Properties.Tags.find(({ Key }: { readonly Key: string }) => Key === operatorsTag).Value,
    }));
  const functionOf = (value: unknown) => {
    const [, id = 'none'] = /"Ref":"(\w+)"/.exec(JSON.stringify(value)) ?? [];
    // Clocks are put out by their alias.
    const alias = resources.find((resource) => resource.id === id && resource.Type === 'AWS::Lambda::Alias');
    return alias ? (alias.Properties.FunctionName.Ref as string) : id;
  };
  const ids = Object.entries(outputs)
    .filter(([name]) => name.endsWith('Function'))
    .map(([, value]) => functionOf(value));
  expect(ids.length).toBeGreaterThan(10);
  expect(tagged.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(new Set(tagged.map(({ Type, value }) => `${Type} ${value}`))).toEqual(
    new Set(['AWS::Lambda::Function example']),
  );
});

test('the one function that takes reports has their tag, and its own role writes the file of reports alone', async () => {
  const { resources } = await synthesize();
  const has = ({ Properties }: (typeof resources)[number]) =>
    Properties?.Tags?.some?.(({ Key }: { readonly Key: string }) => Key === reportsTag);
  const [one, ...others] = resources.filter(has);
  expect([one?.Type, one?.Properties.Description, others]).toEqual([
    'AWS::Lambda::Function',
    'run-up/checks/report-checks',
    [],
  ]);
  const role = one?.Properties.Role['Fn::GetAtt'][0];
  const written = resources
    .filter(({ Type, Properties }) => Type === 'AWS::IAM::Policy' && Properties.Roles[0].Ref === role)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().some((action) => /^(s3|dynamodb|sqs|lambda):/.test(action)));
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written[0])).toContain('/run-up/reports.json');
  expect(written[0].Action).toEqual(['s3:GetObject', 's3:PutObject']);
});

test('policies are not longer than IAM takes them', () => {
  for (const { Type, Properties } of Object.values(template.Resources)) {
    const documents =
      Type === 'AWS::IAM::ManagedPolicy'
        ? [Properties.PolicyDocument]
        : Type === 'AWS::IAM::Role'
          ? Properties.Policies.map(({ PolicyDocument }: { readonly PolicyDocument: object }) => PolicyDocument)
          : [];
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThan(6144);
  }
});

test('a provider that is there already is not made again', () => {
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  const { template: other } = deliveryTemplate({ provider });
  expect(Object.values(other?.Resources ?? {}).map(({ Type }) => Type)).not.toContain('AWS::IAM::OIDCProvider');
  expect(JSON.stringify(other)).toContain(provider);
});

describe('the time of a delivery', () => {
  const workflow = readFileSync(join(root, '.github', 'workflows', 'stage.yml'), 'utf8');
  const said = (what: RegExp) => Number(what.exec(workflow)?.[1]);
  const limit = said(/timeout-minutes: (\d+)/);

  test('is enough when every function changes, one stack after another', async () => {
    const { resources } = await synthesize();
    const tried = new Map<string, number>();
    for (const { Type, Properties, stack } of resources) {
      if (Type !== 'AWS::CodeDeploy::DeploymentGroup') continue;
      const minutes = /Linear10PercentEvery1Minute/.test(Properties.DeploymentConfigName) ? 10 : 5;
      tried.set(stack, Math.max(minutes, tried.get(stack) ?? 0));
    }
    const trying = [...tried.values()].reduce((sum, minutes) => sum + minutes, 0);
    const stacks = new Set(resources.map((one) => one.stack)).size;
    // The sum beside the limit.
    expect(trying + 3 * stacks + 20 + 25).toBeLessThan(limit);
  });

  test('is that of its role, which AWS gives no longer than the role may last', () => {
    expect(said(/role-duration-seconds: (\d+)/)).toBe(limit * 60);
    const deploy = Object.values(template.Resources).find(
      ({ Properties }) => Properties.RoleName === 'Stampede-Delivery-Deploy',
    );
    expect(deploy?.Properties.MaxSessionDuration).toBe(limit * 60);
  });
});
