import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Dials } from '../../contracts/line-operation.ts';
import { type FoundCloud, localCredentials } from '../cloud.gateway.ts';
import type { Evidence } from './evidence.ts';
import { housesOf, linesOf, ordersOf, type PublishedTexts, type TableItem } from './reading-evidence.ts';

/** How long the audit waits for the queues to run dry, and how long nothing must move. */
const stillness = { attempts: 30, pause: 1000 };

/**
 * Reads tables, published files and logs of a local cloud once nothing moves any more: two scans a second
 * apart that say the same. `wait` lets time pass; `now` in milliseconds since the epoch.
 */
export async function readEvidence(
  cloud: FoundCloud,
  wait: (milliseconds: number) => Promise<void>,
  now: () => number,
): Promise<Evidence> {
  const tables = openTables(cloud);
  const scan = (output: string) => scanAll(tables, cloud.output(output));

  let [houses, orders] = await Promise.all([scan('HousesTable'), scan('OrdersTable')]);
  for (let attempt = 0; attempt < stillness.attempts; attempt += 1) {
    await wait(stillness.pause);
    const again = await Promise.all([scan('HousesTable'), scan('OrdersTable')]);
    const still = fingerprint(again[0]) === fingerprint(houses) && fingerprint(again[1]) === fingerprint(orders);
    [houses, orders] = again;
    if (still) break;
  }
  const readAt = now();
  const lines = await scan('LinesTable');
  tables.destroy();
  const published = await readPublished(cloud);
  return {
    readAt,
    lines: linesOf(lines, published),
    ...housesOf(houses, published),
    orders: ordersOf(orders),
    texts: [...[...published].map(([where, text]) => ({ where, text })), ...readLogs(cloud.state)],
  };
}

function openTables(cloud: FoundCloud): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...localCredentials, endpoint: `${cloud.endpoints.DYNAMODB}` });
  return DynamoDBDocumentClient.from(client);
}

/** How a line is steered at the moment. Throws if it is not open. */
export async function readDials(cloud: FoundCloud, onSale: string): Promise<Dials> {
  const tables = openTables(cloud);
  const Key = { pk: `LINE#${onSale}`, sk: 'LINE' };
  const { Item } = await tables.send(new GetCommand({ TableName: cloud.output('LinesTable'), Key }));
  tables.destroy();
  if (!Item) throw new Error(`The line ${onSale} was never opened`);
  return Item.dials as Dials;
}

async function scanAll(client: DynamoDBDocumentClient, table: string): Promise<readonly TableItem[]> {
  const items: TableItem[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    items.push(...(Items as TableItem[]));
  }
  return items;
}

const fingerprint = (items: readonly TableItem[]): string =>
  items
    .map(({ pk, sk, version, state }) => `${pk}/${sk}/${version}/${state}`)
    .sort()
    .join('\n');

async function readPublished(cloud: FoundCloud): Promise<PublishedTexts> {
  const s3 = new S3Client({ ...localCredentials, endpoint: `${cloud.endpoints.S3}`, forcePathStyle: true });
  const Bucket = cloud.output('PublishedBucket');
  const texts = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    const files = Contents.flatMap(({ Key }) => Key ?? []);
    await Promise.all(
      files.map(async (Key) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        texts.set(`/${Key}`, (await Body?.transformToString()) ?? '');
      }),
    );
  }
  s3.destroy();
  return texts;
}

function readLogs(state: string): readonly { readonly where: string; readonly text: string }[] {
  const folder = join(state, 'logs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ where: `logs/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}
