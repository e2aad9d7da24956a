/** The policies that AWS itself keeps, as far as a role of a template may name them here: of each, what a function uses. */
import type { Policy } from './policy.ts';

const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const queue = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const traces = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];

const actions: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': logs,
  'service-role/AWSLambdaSQSQueueExecutionRole': [...queue, ...logs],
  AWSXRayDaemonWriteAccess: traces,
  'service-role/AWSCodeDeployRoleForLambdaLimited': [
    'cloudwatch:DescribeAlarms',
    'lambda:UpdateAlias',
    'lambda:GetAlias',
  ],
};

const form = /^arn:aws:iam::aws:policy\/(.+)$/;

/** Undefined for one that is not known here. */
export const awsManagedPolicy = (arn: string): Policy | undefined => {
  const name = form.exec(arn)?.[1] ?? '';
  const allowed = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (allowed === undefined) return undefined;
  return {
    name,
    hasVariables: true,
    statements: [{ effect: 'Allow', actions: allowed, resources: ['*'], conditions: [] }],
  };
};

export const isAwsManaged = (arn: string): boolean => form.test(arn);
