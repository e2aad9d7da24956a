import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HandlerName } from '../../../contracts/handlers.ts';
import { acknowledge } from './acknowledge.ts';
import { constructId, type Grant, type Grants } from './grant.ts';
import type { Ground } from './ground.ts';

export interface NodeLambdaProps<Name extends HandlerName> {
  readonly ground: Ground;
  /** A grant for every variable of the handler. */
  readonly told: Grants<Name>;
  /** After which Lambda gives the invocation up. */
  readonly timeout: Duration;
  /**
   * Megabytes; the processor's share grows with it, 1,769 MB being one whole core.
   * @default 1024 - 0.58 of a core. A handler's own work is 1-5 ms of processor time. But the burst at nine starts
   * hundreds of new instances at once, and a start is processor time only
   */
  readonly memory?: number;
  /**
   * Instances set aside for this function, which are also its most.
   * @default - as the ground has them; a function that it does not name shares what is left of the account's
   */
  readonly reservedConcurrency?: number;
  /**
   * Whether X-Ray follows its invocations. Nobody waits for a function that starts every minute, and a month of them
   * are 43,200 traces.
   * @default true
   */
  readonly traced?: boolean;
}

/**
 * One handler of the table in contracts/handlers.ts, as a function with exactly the rights of its row. Its id is the
 * handler's name: `waiting-room/entry/join-line` is `JoinLine`.
 */
export class NodeLambda<Name extends HandlerName> extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, name: Name, props: NodeLambdaProps<Name>) {
    super(scope, constructId(name));
    const { ground, timeout } = props;
    const grants = Object.entries<Grant>(props.told);

    const logs = new LogGroup(this, 'Logs', {
      retention: ground.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: grants.flatMap(([, { policy }]) => policy ?? []),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }),
    );
    for (const statement of grants.flatMap(([, { allow }]) => allow)) role.addToPolicy(statement);

    const folder = join(ground.bundles, name);
    if (!existsSync(join(folder, 'index.mjs'))) throw new Error(`There is no bundle of ${name} in ${ground.bundles}`);
    const reserved = props.reservedConcurrency ?? ground.reserved[name];
    this.function = new LambdaFunction(this, 'Function', {
      description: name,
      code: Code.fromAsset(folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      logGroup: logs,
      tracing: (props.traced ?? true) ? Tracing.ACTIVE : Tracing.DISABLED,
      memorySize: props.memory ?? 1024,
      timeout,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      environment: {
        ...Object.fromEntries(grants.map(([key, { address }]) => [key, address])),
        POWERTOOLS_SERVICE_NAME: name.split('/')[0] ?? name,
        POWERTOOLS_METRICS_NAMESPACE: ground.monitoring.namespace,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });

    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources; nothing else here has this resource.',
    });
    acknowledge(this.function, {
      'Serverless-LambdaDLQ':
        'A dead-letter target serves asynchronous invocations only. Routed handlers and operators’ are invoked ' +
        'synchronously and answer their caller; queues have their own dead letters; a missed tick is made good by the next.',
    });
  }
}
