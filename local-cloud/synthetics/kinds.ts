/**
 * Canaries of CloudWatch Synthetics. AWS makes a function of each, `cwsyn-<name>-…`, and so does the local cloud: a run is
 * an invocation of it, in a thread, with the role of the canary. Its browsers and its library are not there. A start is
 * one run, as `rate(0 minute)` says; a canary with a rhythm of its own is refused.
 */
import { aliasesOf } from '../cloudfront/aliases.ts';
import { localText } from '../cloudfront/local-names.ts';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import type { Ask } from '../iam/judge.ts';
import { mustBeAllowed } from '../iam/standing.ts';
import type { Cloud, Kind, Made, Resource } from '../kind.ts';
import type { MakeFunction } from '../lambda/functions.ts';
import { findFunction } from '../lambda/running-function.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { type CanaryRuns, serveSynthetics } from './synthetics-api.ts';

const known = [
  'Name',
  'Code',
  'ExecutionRoleArn',
  'RunConfig',
  'RuntimeVersion',
  'Schedule',
  'StartCanaryAfterCreation',
  // Where logs of runs are kept, and for how long: here they are in <state>/logs.
  'ArtifactS3Location',
  'FailureRetentionPeriod',
  'ProvisionedResourceCleanup',
  'SuccessRetentionPeriod',
  'Tags',
];

const once = /^rate\(0 (?:minute|minutes|hour|hours)\)$/;

/** By the name of the canary. */
const canariesOf = (cloud: Cloud): Map<string, CanaryRuns> =>
  onceACloud(cloud, 'synthetics', () => {
    const canaries = new Map<string, CanaryRuns>();
    serveSynthetics(cloud, canaries);
    return canaries;
  });

const plain = (properties: Properties | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(properties?.entries() ?? []);

/** Synthetics keeps the files of a run and says what became of it, with the role of the canary. Here it does neither. */
const asksOfSynthetics = (artifacts: string): readonly Ask[] => [
  { action: 's3:ListAllMyBuckets', resource: '*' },
  { action: 's3:GetBucketLocation', resource: `arn:aws:s3:::${artifacts.split('/')[0]}` },
  { action: 's3:PutObject', resource: `arn:aws:s3:::${artifacts}/run` },
  {
    action: 'cloudwatch:PutMetricData',
    resource: '*',
    context: { 'cloudwatch:namespace': 'CloudWatchSynthetics' },
  },
];

/** The function that Synthetics makes of a canary. */
const functionOf = (resource: Resource, properties: Properties): Resource => {
  const { S3Bucket, S3Key, Handler } = plain(properties.inside('Code') ?? properties.fail('Code is missing'));
  const run = properties.inside('RunConfig');
  return {
    ...resource,
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: `cwsyn-${properties.text('Name')}-${stableId(resource, 8)}`,
      Code: { S3Bucket, S3Key },
      Handler,
      Runtime: 'nodejs22.x',
      Role: properties.text('ExecutionRoleArn'),
      Timeout: run?.number('TimeoutInSeconds', 840) ?? 840,
      MemorySize: run?.number('MemoryInMB', 1000) ?? 1000,
      Environment: { Variables: plain(run?.inside('EnvironmentVariables')) },
    },
  };
};

const make = (resource: Resource, cloud: Cloud, makeFunction: MakeFunction): Made => {
  const properties = propertiesOf(resource).only(known);
  const name = properties.text('Name');
  const runtime = properties.text('RuntimeVersion');
  if (!runtime.startsWith('syn-nodejs')) properties.refuse(`the local cloud does not run ${runtime}`);
  const schedule = properties.inside('Schedule')?.text('Expression') ?? '';
  if (!once.test(schedule)) properties.refuse(`the local cloud runs a canary when it is started, not at ${schedule}`);
  const own = functionOf(resource, properties);
  const made = makeFunction(own, cloud, (text) => localText(text, aliasesOf(cloud)));
  const running = findFunction(cloud, made.ref) ?? properties.fail('its function was not made');
  const { measure } = measuresOf(cloud);
  canariesOf(cloud).set(name, {
    arn: `arn:aws:synthetics:${resource.region}:${cloud.account}:canary:${name}`,
    runs: [],
    invoke: async () => {
      const invocation = await running.invokePatiently('{}');
      // As Synthetics tells it when a run has ended.
      const metric = { namespace: 'CloudWatchSynthetics', name: 'SuccessPercent', dimensions: { CanaryName: name } };
      measure(metric, invocation.outcome === 'returned' ? 100 : 0);
      return invocation;
    },
    log: (line) => cloud.log('canaries', `${name}: ${line}`),
  });
  const artifacts = properties.text('ArtifactS3Location').replace(/^s3:\/\//, '');
  return {
    ...made,
    ref: name,
    attributes: { Id: stableId(resource, 32), State: 'READY' },
    start: async () => {
      await made.start?.();
      mustBeAllowed(cloud, resource, running.caller, asksOfSynthetics(artifacts));
    },
  };
};

export const syntheticsKinds = (makeFunction: MakeFunction): readonly Kind[] => [
  { type: 'AWS::Synthetics::Canary', make: (resource, cloud) => make(resource, cloud, makeFunction) },
];
