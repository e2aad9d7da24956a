/**
 * Functions of Node run in threads. Functions of another runtime are there, but fail when they are invoked. Long because all
 * that a template says of a function meets here; what it does has files of its own.
 */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import { faultsOf } from '../faults/faults.ts';
import type { SessionKey } from '../iam/policy-book.ts';
import { sessionOf } from '../iam/roles.ts';
import { mustBeAllowed } from '../iam/standing.ts';
import type { Cloud, Kind, Made, Resource } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { physicalName } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { findQueue } from '../sqs/kinds.ts';
import { functionEnvironment } from './environment.ts';
import { functionCode } from './function-code.ts';
import { functionFaults, onFunctionFaults } from './function-faults.ts';
import { functionMeasures } from './function-measures.ts';
import { FunctionPool, type InvokeOptions, type PoolSettings } from './function-pool.ts';
import { failed, type Invocation } from './invocation.ts';
import { answerInvoke, invokeAsks, invokePrefix } from './invoke-api.ts';
import { LaterInvocations } from './later-invocations.ts';
import { Machine } from './machine.ts';
import { answerProvisioned, provisionedAsks, provisionedPrefix } from './provisioned-api.ts';
import { findFunction, functionsNamed, keepFunction } from './running-function.ts';
import { answerStandStill, standStillPath } from './stand-still.ts';

export interface FunctionOptions {
  /** How many threads a function may have at most, whatever its concurrency in AWS. */
  readonly mostThreads: number;
  readonly verbose: boolean;
  /** Whether a rush comes soon: threads then stay for as long as the function does. */
  readonly warm: boolean;
  /** Values of variables, by name, in place of those of the templates. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The most threads that a function gains from while it is alone (machine.ts). */
export const usualMostThreads = 2 * availableParallelism();

const known = [
  'FunctionName',
  'Code',
  'Handler',
  'Runtime',
  'Environment',
  'MemorySize',
  'Timeout',
  'ReservedConcurrentExecutions',
  'DeadLetterConfig',
  // Settings around the code that do not change its answers.
  'Architectures',
  'Description',
  'EphemeralStorage',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'PackageType',
  'RecursiveLoop',
  'Role',
  'RuntimeManagementConfig',
  'SnapStart',
  'Tags',
  'TracingConfig',
  'VpcConfig',
];

/** Long enough for a request under way, short enough for somebody who waits for Ctrl-C. */
const stopGraceMs = 2_000;
/** A laptop has two threads where an account has a thousand, so a moment's rush may wait, but not longer than a CDN does. */
const mostWaitMs = 9_000;
const mostNameCharacters = 64;
const usualRetries = 2;
/** A thread costs 25 to 50 MB; loading it anew takes a quarter of a second, and seconds on a machine that is busy. */
const idleMs = 600_000;
const besideMs = 12_000;
const lambdaDefaultMemoryMb = 128;
const lambdaDefaultTimeoutSeconds = 3;

/** The settings of `AWS::Lambda::EventInvokeConfig`, which is made after its function. */
export interface LaterConfig {
  readonly retries: number;
  readonly onFailureArn: string | undefined;
}

const laterKey = (name: string): string => `later-config:${name}`;

export const keepLaterConfig = (cloud: Cloud, name: string, config: LaterConfig): void => {
  cloud.registry.set(laterKey(name), config);
};

const laterConfig = (cloud: Cloud, name: string): LaterConfig | undefined =>
  cloud.registry.get(laterKey(name)) as LaterConfig | undefined;

const lambdaApi = (cloud: Cloud): string =>
  onceACloud(cloud, 'lambda', () => {
    const { apis } = cloud;
    const find = (id: string) => findFunction(cloud, id);
    apis.servePath(invokePrefix, { asks: (call) => invokeAsks(find, call) }, (call) => answerInvoke(find, call));
    apis.servePage(standStillPath, async (call) => answerStandStill((part) => functionsNamed(cloud, part), call));
    const provisioned = new Map<string, number>();
    apis.servePath(provisionedPrefix, { asks: (call) => provisionedAsks(find, call) }, (call) =>
      answerProvisioned(find, provisioned, call),
    );
    cloud.endpoints.set('LAMBDA', apis.url);
    return apis.url;
  });

/** CDK ends logical ids with eight digits of a digest, which nobody reads; two of a name keep theirs. */
const logNameOf = (resource: Resource, cloud: Cloud): string => {
  const short = resource.logicalId.replace(/[0-9A-F]{8}$/, '');
  const key = (name: string): string => `log-name:${name}`;
  const name = cloud.registry.has(key(short)) ? `${resource.stack}.${resource.logicalId}` : short;
  cloud.registry.set(key(name), true);
  return name;
};

/** Those of the template, and no others: a value that is given instead is for functions that have the variable. */
const variablesOf = (
  properties: Properties,
  instead: FunctionOptions['variables'],
  local: (text: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (properties.inside('Environment')?.inside('Variables')?.entries() ?? []).map(([name, value]) => [
      name,
      Object.hasOwn(instead, name) ? `${instead[name]}` : local(String(value)),
    ]),
  );

const giveUpInto =
  (resource: Resource, cloud: Cloud, name: string, log: (line: string) => void) =>
  (event: string, problem: string): void => {
    const own = propertiesOf(resource).inside('DeadLetterConfig')?.optionalText('TargetArn');
    const target = own ?? laterConfig(cloud, name)?.onFailureArn;
    const queue = target === undefined ? undefined : findQueue(cloud, target);
    log(`an asynchronous invocation has failed for good: ${problem}`);
    queue?.send({
      body: own === undefined ? JSON.stringify({ requestPayload: JSON.parse(event), responsePayload: problem }) : event,
      attributes: { ErrorMessage: { DataType: 'String', StringValue: problem.slice(0, 1024) } },
    });
  };

/** Lambda prints and traces with the function's role. If the role may not, nobody is told on AWS; here the report has it. */
const printAndTrace = (cloud: Cloud, resource: Resource, { role, session }: SessionKey): void => {
  const properties = propertiesOf(resource);
  const group = properties.inside('LoggingConfig')?.optionalText('LogGroup') ?? `/aws/lambda/${session}`;
  const stream = `arn:aws:logs:${resource.region}:${cloud.account}:log-group:${group}:log-stream:local`;
  const isTraced = properties.inside('TracingConfig')?.optionalText('Mode') === 'Active';
  const asks = [
    { action: 'logs:CreateLogStream', resource: stream },
    { action: 'logs:PutLogEvents', resource: stream },
    ...(isTraced ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] : []).map((action) => ({
      action,
      resource: '*',
    })),
  ];
  for (const ask of asks) cloud.iam.gate.refusalOfService({ is: 'role', arn: role, session }, ask);
};

/** Reads all that a pool needs, and gives what opens it. */
const readPool = (
  resource: Resource,
  cloud: Cloud,
  options: FunctionOptions,
  name: string,
  arn: string,
  key: SessionKey,
  lambdaUrl: string,
  logName: string,
  machine: Machine,
  local: (text: string) => string,
): (() => FunctionPool) => {
  const properties = propertiesOf(resource);
  const code = functionCode(properties, cloud, name);
  const memoryMb = properties.number('MemorySize', lambdaDefaultMemoryMb);
  const logs = join(cloud.state, 'logs');
  const { measure, readLine } = measuresOf(cloud);
  const faults = faultsOf(cloud);
  faults.register('function', name);
  const settings: PoolSettings = {
    order: {
      file: code.file,
      handler: code.handler,
      logFile: join(logs, `${logName}.log`),
      terminalPrefix: options.verbose ? `[${logName}] ` : undefined,
      functionName: name,
      functionArn: arn,
      memoryMb,
      timeoutMs: properties.number('Timeout', lambdaDefaultTimeoutSeconds) * 1000,
      // With the code that it is compiled from, for every state that runs it.
      compileCache: join(cloud.assembly, 'compile-cache'),
    },
    env: () => {
      printAndTrace(cloud, resource, key);
      return functionEnvironment({
        credentials: key,
        name,
        region: resource.region,
        memoryMb,
        handler: properties.text('Handler'),
        taskRoot: code.folder,
        runtime: properties.text('Runtime'),
        variables: variablesOf(properties, options.variables, local),
        endpoints: cloud.endpoints,
        otherwise: lambdaUrl,
      });
    },
    mostThreads: options.mostThreads,
    machine,
    reserved: properties.has('ReservedConcurrentExecutions')
      ? properties.number('ReservedConcurrentExecutions', 0)
      : undefined,
    idleMs,
    besideMs: options.warm ? idleMs : besideMs,
    log: (line) => cloud.log(logName, line),
    measures: functionMeasures(name, measure),
    faults: () => functionFaults(faults, name),
    embedded: readLine,
  };
  return () => {
    mkdirSync(logs, { recursive: true });
    code.write?.();
    const pool = new FunctionPool(settings);
    onFunctionFaults(faults, name, () => pool.meetFaults());
    return pool;
  };
};

const makeFunction = (
  resource: Resource,
  cloud: Cloud,
  options: FunctionOptions,
  machine: Machine,
  local: (text: string) => string,
): Made => {
  const lambdaUrl = lambdaApi(cloud);
  const properties = propertiesOf(resource).only(known);
  const name = properties.optionalText('FunctionName') ?? physicalName(resource, mostNameCharacters);
  const arn = `arn:aws:lambda:${resource.region}:${cloud.account}:function:${name}`;
  const runtime = properties.optionalText('Runtime') ?? 'a container image';
  const logName = logNameOf(resource, cloud);
  const log = (line: string): void => cloud.log(logName, line);
  const role = properties.text('Role');
  const caller = sessionOf(cloud, properties, { role, service: 'lambda.amazonaws.com', session: name });
  const key = cloud.iam.book.addFunction({ name, label: logName, role, runs: runtime.startsWith('nodejs') });
  let pool: FunctionPool | undefined;
  const openPool = runtime.startsWith('nodejs')
    ? readPool(resource, cloud, options, name, arn, key, lambdaUrl, logName, machine, local)
    : undefined;
  if (openPool !== undefined && properties.has('Layers')) log('its layers are not loaded by the local cloud');

  const notRun = failed({ errorType: 'Runtime.NotRun', errorMessage: `The local cloud does not run ${runtime}.` });
  const run = async (event: string, how: InvokeOptions = {}): Promise<Invocation> =>
    pool === undefined ? notRun : pool.invoke(event, how);
  const invoke = (event: string) => run(event);
  const later = new LaterInvocations({
    retries: () => laterConfig(cloud, name)?.retries ?? usualRetries,
    invoke,
    giveUp: giveUpInto(resource, cloud, name, log),
  });
  keepFunction(cloud, {
    name,
    arn,
    caller,
    invoke,
    invokePatiently: (event) => run(event, { patient: true }),
    invokeSoon: (event) => run(event, { mostWaitMs }),
    invokeLater: (event) => later.begin(event),
    warm: async () => pool?.warm(),
    standStill: (ms) => pool?.standStill(ms),
  });
  return {
    ref: name,
    attributes: { Arn: arn },
    open: async () => {
      pool = openPool?.();
    },
    start: async () => {
      const failures = propertiesOf(resource).inside('DeadLetterConfig')?.optionalText('TargetArn');
      if (failures?.startsWith('arn:aws:sqs:'))
        mustBeAllowed(cloud, resource, caller, [{ action: 'sqs:SendMessage', resource: failures }]);
    },
    stop: async () => {
      later.stop();
      await pool?.stop(stopGraceMs);
    },
  };
};

const asItIs = (text: string): string => text;

/** @param local what a variable of the template says on this machine, once all listen. */
export type MakeFunction = (resource: Resource, cloud: Cloud, local?: (text: string) => string) => Made;

/** All that one maker makes share the machine. */
export const functionMaker = (options: FunctionOptions): MakeFunction => {
  const machine = new Machine(availableParallelism());
  return (resource, cloud, local = asItIs) => makeFunction(resource, cloud, options, machine, local);
};

export const functionKind = (makeOne: MakeFunction): Kind => ({
  type: 'AWS::Lambda::Function',
  make: (resource, cloud) => makeOne(resource, cloud),
});
