/** Tables, on the engine that the cloud was started with. */
import { join } from 'node:path';
import type { Cloud, Kind, Resource } from '../kind.ts';
import { sharedService } from '../once-a-cloud.ts';
import { physicalName } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { startDynalite } from './dynalite-engine.ts';
import { findDynamoDbLocal, startDynamoDbLocal } from './dynamodb-local-engine.ts';
import { callDynamo, type DynamoEngine } from './engine.ts';
import { sameShape, type TableDefinition, tableDefinition } from './table-definition.ts';

export type DatabaseName = 'dynalite' | 'dynamodb-local';

export interface DatabaseOptions {
  readonly database: DatabaseName;
  /** Folder of DynamoDBLocal.jar, where it is not the npm package's. */
  readonly dynamoDbLocalFolder: string | undefined;
}

const startEngine = async (cloud: Cloud, options: DatabaseOptions, region: string): Promise<DynamoEngine> => {
  const port = await cloud.portFor('dynamodb');
  if (options.database === 'dynalite') {
    return startDynalite(
      { path: join(cloud.state, 'dynalite'), port },
      { AWS_ACCOUNT_ID: cloud.account, AWS_REGION: region },
      join(cloud.assembly, 'compile-cache'),
      (error) => cloud.log('local-cloud', `dynalite has crashed: ${error.stack ?? error.message}`),
    );
  }
  const found = findDynamoDbLocal(options.dynamoDbLocalFolder);
  if (!found.ok) throw new Error(found.problem);
  return startDynamoDbLocal(found.folder, join(cloud.state, 'dynamodb-local'), port, (line) =>
    cloud.log('dynamodb-local', line),
  );
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

const mostNameCharacters = 255;

const makeWith = (options: DatabaseOptions) => (resource: Resource, cloud: Cloud) => {
  const properties = propertiesOf(resource);
  const name = properties.optionalText('TableName') ?? physicalName(resource, mostNameCharacters);
  const definition = tableDefinition(properties, name);
  const arn = `arn:aws:dynamodb:${resource.region}:${cloud.account}:table/${name}`;
  const open = async (): Promise<void> => {
    const engine = await sharedService(cloud, 'dynamodb', async () => {
      const started = await startEngine(cloud, options, resource.region);
      cloud.endpoints.set('DYNAMODB', started.url);
      return { value: started, stop: started.stop };
    });
    await makeTable(engine.url, definition, `${resource.stack}.${resource.logicalId}`);
  };
  return { ref: name, attributes: { Arn: arn, TableId: name }, open };
};

export const dynamodbKinds = (options: DatabaseOptions): readonly Kind[] => [
  { type: 'AWS::DynamoDB::Table', make: makeWith(options) },
  { type: 'AWS::DynamoDB::GlobalTable', make: makeWith(options) },
];
