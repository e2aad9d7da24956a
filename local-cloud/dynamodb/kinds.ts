/** Tables, on the engine that the cloud was started with. */
import { join } from 'node:path';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import { faultsOf } from '../faults/faults.ts';
import { type Policy, policyOf } from '../iam/policy.ts';
import { plainBook } from '../iam/policy-book.ts';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { sharedService } from '../once-a-cloud.ts';
import { physicalName } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { startDynalite } from './dynalite-engine.ts';
import { findDynamoDbLocal, startDynamoDbLocal } from './dynamodb-local-engine.ts';
import { callDynamo, type DynamoEngine, type TableTroubles } from './engine.ts';
import { gatedEngine } from './gated-engine.ts';
import { careFor, tableCare } from './table-care.ts';
import { sameShape, type TableDefinition, tableDefinition } from './table-definition.ts';
import { throttleMetric } from './throttling.ts';

export type DatabaseName = 'dynalite' | 'dynamodb-local';

export interface DatabaseOptions {
  readonly database: DatabaseName;
  /** Folder of DynamoDBLocal.jar, where it is not the npm package's. */
  readonly dynamoDbLocalFolder: string | undefined;
}

const troublesOf = (cloud: Cloud): TableTroubles => {
  const { measure } = measuresOf(cloud);
  return {
    onChange: (listener) =>
      faultsOf(cloud).onChange((faults) => listener(faults.filter((fault) => fault.is === 'table-throttled'))),
    hear: (throttled) => measure(throttleMetric(throttled), 1),
  };
};

const startEngine = async (cloud: Cloud, options: DatabaseOptions, region: string): Promise<DynamoEngine> => {
  const { iam, account } = cloud;
  const port = await cloud.portFor('dynamodb');
  if (options.database === 'dynalite') {
    return startDynalite(
      { path: join(cloud.state, 'dynalite'), port, iam: { mode: iam.gate.mode, book: plainBook(iam.book) } },
      { AWS_ACCOUNT_ID: account, AWS_REGION: region },
      join(cloud.assembly, 'compile-cache'),
      (error) => cloud.log('local-cloud', `dynalite has crashed: ${error.stack ?? error.message}`),
      iam.hear,
      troublesOf(cloud),
    );
  }
  const found = findDynamoDbLocal(options.dynamoDbLocalFolder);
  if (!found.ok) throw new Error(found.problem);
  const start = (on: number): Promise<DynamoEngine> =>
    startDynamoDbLocal(found.folder, join(cloud.state, 'dynamodb-local'), on, (line) =>
      cloud.log('dynamodb-local', line),
    );
  return gatedEngine(await start(await cloud.portFor('dynamodb-engine')), iam.gate, account, port, troublesOf(cloud));
};

const mostAttempts = 200;
const attemptMs = 10;

/** Engines answer before a new table is ready to be used, if only by a moment. */
const untilActive = async (url: string, name: string): Promise<void> => {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { body } = await callDynamo(url, 'DescribeTable', { TableName: name });
    const table = body.Table as { readonly TableStatus?: string } | undefined;
    if (table?.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, attemptMs));
  }
  throw new Error(`The table ${name} does not become active. Its state may be damaged: start with --fresh.`);
};

const makeTable = async (url: string, definition: TableDefinition, place: string): Promise<void> => {
  const there = await callDynamo(url, 'DescribeTable', { TableName: definition.TableName });
  if (there.status === 200) {
    if (!sameShape(definition, there.body.Table as object)) {
      throw new Error(
        `${place}: the table ${definition.TableName} is kept with other keys or indexes than the template has now. Start with --fresh.`,
      );
    }
  } else {
    const created = await callDynamo(url, 'CreateTable', definition);
    if (created.status !== 200) throw new Error(`${place}: the table is refused: ${JSON.stringify(created.body)}`);
  }
  await untilActive(url, definition.TableName);
};

/** A table has its policy itself; a global one has it in its replica. */
const resourcePolicies = (properties: Properties, region: string): readonly Policy[] => {
  const replica = properties.list('Replicas').find((each) => each.optionalText('Region') === region);
  return [properties, replica].flatMap((of) => {
    const document = of?.inside('ResourcePolicy')?.inside('PolicyDocument');
    return document === undefined ? [] : [policyOf('ResourcePolicy', document)];
  });
};

const mostNameCharacters = 255;

const makeWith = (options: DatabaseOptions) => (resource: Resource, cloud: Cloud) => {
  const properties = propertiesOf(resource);
  const name = properties.optionalText('TableName') ?? physicalName(resource, mostNameCharacters);
  const definition = tableDefinition(properties, name);
  faultsOf(cloud).register('table', name);
  const care = tableCare(properties, resource.region);
  const arn = `arn:aws:dynamodb:${resource.region}:${cloud.account}:table/${name}`;
  for (const policy of resourcePolicies(properties, resource.region)) cloud.iam.book.addToResource(arn, policy);
  const open = async (): Promise<void> => {
    const engine = await sharedService(cloud, 'dynamodb', async () => {
      const started = await startEngine(cloud, options, resource.region);
      cloud.endpoints.set('DYNAMODB', started.url);
      return { value: started, stop: started.stop };
    });
    await makeTable(engine.url, definition, `${resource.stack}.${resource.logicalId}`);
    if (options.database === 'dynalite') await careFor(engine.url, name, care);
  };
  return { ref: name, attributes: { Arn: arn, TableId: name }, open };
};

export const dynamodbKinds = (options: DatabaseOptions): readonly Kind[] => [
  { type: 'AWS::DynamoDB::Table', make: makeWith(options) },
  { type: 'AWS::DynamoDB::GlobalTable', make: makeWith(options) },
];
