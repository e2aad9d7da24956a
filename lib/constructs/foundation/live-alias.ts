import { type CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  type ILambdaDeploymentConfig,
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  type CfnVersion,
  type IAlias,
  type IVersion,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Ground } from './ground.ts';

export interface LiveAliasProps {
  readonly ground: Ground;
  readonly of: LambdaFunction;
  /** By name, for they may be another stack's. Any of them takes the new version back while it is tried. */
  readonly alarms: readonly string[];
  /** Who invokes it: `many` are requests and messages, `clock` is one start a minute. */
  readonly invokedBy: 'many' | 'clock';
}

/**
 * The alias `live` of a handler: routes, queues and schedules point to it, and never to the code itself. A deployment
 * publishes a new version and lets a part of the invocations try it for five minutes (ten by a clock), while the earlier
 * version serves the others. If an alarm rings that its failure would ring, the earlier one has them all again, and CloudFormation
 * rolls the stack back.
 *
 *   version 1 ◀── 90 % ── live ── 10 % ──▶ version 2      five minutes, then 100 %, or back
 */
export class LiveAlias extends Construct {
  readonly alias: IAlias;

  constructor(scope: Construct, { ground, of, alarms, invokedBy }: LiveAliasProps) {
    super(scope, 'Live');
    const version = of.currentVersion;
    // An instance may still work with the old version when the deployment has ended, and an operator may point the alias
    // back to it. One whose deployment failed goes away. Lambda refuses to publish the same code a second time.
    (version.node.defaultChild as CfnVersion).applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    // `Alias` and `Version` say of an absent role that it is undefined, their interfaces that it is not there.
    const alias = new Alias(this, 'Alias', { aliasName: 'live', version: version as IVersion });
    this.alias = alias as IAlias;
    const { application, role } = tryingIn(Stack.of(this));
    const deploymentConfig: ILambdaDeploymentConfig = !ground.canary
      ? LambdaDeploymentConfig.ALL_AT_ONCE
      : invokedBy === 'many'
        ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES
        : // Of one start a minute a tenth is nothing. Ten steps in ten minutes give the new version four or five of ten.
          LambdaDeploymentConfig.LINEAR_10PERCENT_EVERY_1MINUTE;
    const group = new LambdaDeploymentGroup(this, 'Deployments', {
      application,
      role,
      alias,
      deploymentConfig,
      // An alarm that rings already would end the deployment that is to mend it: without a canary none is asked.
      alarms: ground.canary ? alarms.map((name) => Alarm.fromAlarmName(this, name, name)) : [],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: ground.canary },
    });
    // The way to change comes before the change, also when `canary` was turned.
    (alias.node.defaultChild as CfnResource).addResourceDependency(group.node.defaultChild as CfnResource);
  }
}

interface Trying {
  readonly application: LambdaApplication;
  readonly role: Role;
}

/** What all deployment groups of a stack share. */
function tryingIn(stack: Stack): Trying {
  const room = stack.node.tryFindChild('Deployments') ?? new Construct(stack, 'Deployments');
  const found = room.node.tryFindChild('Application') as LambdaApplication | undefined;
  const application = found ?? new LambdaApplication(room, 'Application');
  const role =
    (room.node.tryFindChild('Role') as Role | undefined) ??
    new Role(room, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
  if (!found) {
    acknowledge(role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
        'AWS keeps this policy as CodeDeploy needs it: it moves aliases, reads alarms, and may invoke no function of ours.',
    });
  }
  return { application, role };
}
