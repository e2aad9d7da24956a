import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { operatorsTag, reportsTag, trialsTag } from '../constructs/foundation/operators-tag.ts';
import type { DeliverySettings } from './delivery-settings.ts';

/*
 * All that the roles of the pipeline may do. A right is a list of statements, and the boundary of the roles is made of the
 * same lists, so that a policy which is added to a role later gives it nothing more.
 */

export interface DeliveryPlace {
  readonly account: string;
  readonly partition: string;
}

/** Of `cdk bootstrap`, unless it was told otherwise. */
const qualifier = 'hnb659fds';

/**
 * Templates and the states of stacks, and nothing of what is in tables and buckets. The CDK's lookup role is not used: it
 * has ReadOnlyAccess, with which a pull request could read the names of buyers.
 */
export function mayReadTemplates({ regions }: DeliverySettings, { account, partition }: DeliveryPlace) {
  const inRegions = (resource: (region: string) => readonly string[]) => regions.flatMap(resource);
  return [
    new PolicyStatement({
      sid: 'ReadTemplates',
      actions: [
        'DescribeStacks',
        'DescribeStackEvents',
        'DescribeStackResources',
        'GetTemplate',
        'ListStackResources',
      ].map((action) => `cloudformation:${action}`),
      resources: inRegions((region) =>
        ['Stampede-*', 'CDKToolkit'].map(
          (stack) => `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*`,
        ),
      ),
    }),
    new PolicyStatement({
      sid: 'ReadBootstrapVersion',
      actions: ['ssm:GetParameter'],
      resources: inRegions((region) => [
        `arn:${partition}:ssm:${region}:${account}:parameter/cdk-bootstrap/${qualifier}/version`,
      ]),
    }),
  ];
}

/**
 * To become what `cdk bootstrap` made for deployments. Change sets are made and executed by those alone. The command reads
 * the ones that it had made to look at, and deletes those, known by their name.
 */
export function mayDeploy({ regions }: DeliverySettings, { account, partition }: DeliveryPlace) {
  return [
    new PolicyStatement({
      sid: 'BecomeDeployer',
      actions: ['sts:AssumeRole'],
      resources: regions.flatMap((region) =>
        ['deploy', 'file-publishing'].map(
          (kind) => `arn:${partition}:iam::${account}:role/cdk-${qualifier}-${kind}-role-${account}-${region}`,
        ),
      ),
    }),
    new PolicyStatement({
      sid: 'LookAtChangeSets',
      actions: ['cloudformation:DescribeChangeSet'],
      resources: regions.map((region) => `arn:${partition}:cloudformation:${region}:${account}:stack/Stampede-*/*`),
    }),
    new PolicyStatement({
      sid: 'DropThoseLookedAt',
      actions: ['cloudformation:DeleteChangeSet'],
      resources: regions.map((region) => `arn:${partition}:cloudformation:${region}:${account}:stack/Stampede-*/*`),
      conditions: { StringLike: { 'cloudformation:ChangeSetName': 'stampede-look-*' } },
    }),
  ];
}

/** The functions that open a trial, which a delivery buys a seat of with a pretend card. */
export function mayTry(settings: DeliverySettings, place: DeliveryPlace) {
  return [mayInvoke('OpenTrials', trialsTag, settings, place, settings.stages)];
}

/**
 * The function that takes reports of checks, of these stages. Its input has no word for go and none for a freeze, and its own
 * role may write the file of reports alone.
 */
export function mayReport(settings: DeliverySettings, place: DeliveryPlace, stages: readonly string[]) {
  return [mayInvoke('ReportChecks', reportsTag, settings, place, stages)];
}

/**
 * What `npm run preflight` asks the account, besides the states of stacks: settings and descriptions, and nothing of what is in
 * tables, buckets and secrets. Most of them know no smaller resource.
 */
export function mayAskAccount() {
  return [
    new PolicyStatement({
      sid: 'AskAccount',
      actions: [
        'acm:ListCertificates',
        'cloudfront:ListDistributions',
        'dynamodb:DescribeLimits',
        'dynamodb:DescribeTable',
        'lambda:GetAccountSettings',
        'route53:GetHostedZone',
        's3:GetAccountPublicAccessBlock',
        'secretsmanager:DescribeSecret',
        'servicequotas:GetAWSDefaultServiceQuota',
        'servicequotas:GetServiceQuota',
        'ses:GetAccount',
        'ses:GetEmailIdentity',
        'ses:ListEmailIdentities',
        'sns:ListSubscriptions',
      ],
      resources: ['*'],
    }),
  ];
}

/** The functions that operators invoke, of these stages, known by their tag: CloudFormation cuts long names of functions. */
export function mayOperate(settings: DeliverySettings, place: DeliveryPlace, stages: readonly string[]) {
  const { regions } = settings;
  const { account, partition } = place;
  return [
    mayInvoke('InvokeOperators', operatorsTag, settings, place, stages),
    new PolicyStatement({
      sid: 'FindThem',
      actions: ['cloudformation:DescribeStacks'],
      resources: regions.flatMap((region) =>
        stages.map((stage) => `arn:${partition}:cloudformation:${region}:${account}:stack/Stampede-${stage}-*/*`),
      ),
    }),
  ];
}

/**
 * The boundary of CloudFormation's own role, which `cdk bootstrap` makes an administrator: whoever merges a template may
 * do what the template says. Within this it makes every resource of a stage, and no person, no key, and nothing of the
 * pipeline that delivers it.
 */
export function withinExecution({ account, partition }: DeliveryPlace) {
  const iam = (resource: string) => `arn:${partition}:iam::${account}:${resource}`;
  return [
    new PolicyStatement({ sid: 'StagesResources', actions: ['*'], resources: ['*'] }),
    new PolicyStatement({
      sid: 'NoPeopleAndNoKeys',
      effect: Effect.DENY,
      actions: [
        '*User*',
        '*Group*',
        '*AccessKey*',
        '*LoginProfile*',
        '*SAMLProvider*',
        '*OpenIDConnectProvider*',
        '*AccountAlias',
        '*AccountPasswordPolicy',
      ].map((action) => `iam:${action}`),
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'NoAccounts',
      effect: Effect.DENY,
      actions: ['organizations:*', 'account:*'],
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'NothingOfDelivery',
      effect: Effect.DENY,
      actions: ['iam:*'],
      resources: [iam('role/Stampede-Delivery-*'), iam('policy/Stampede-Delivery-*'), iam(`role/cdk-${qualifier}-*`)],
    }),
  ];
}

/** Functions of these stages that bear this tag with the name of their stage. */
function mayInvoke(
  sid: string,
  tag: string,
  { regions }: DeliverySettings,
  { account, partition }: DeliveryPlace,
  stages: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    sid,
    actions: ['lambda:InvokeFunction'],
    resources: regions.map((region) => `arn:${partition}:lambda:${region}:${account}:function:Stampede-*`),
    conditions: { StringEquals: { [`aws:ResourceTag/${tag}`]: [...stages] } },
  });
}
