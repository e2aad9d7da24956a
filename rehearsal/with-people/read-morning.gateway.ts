import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import { published } from '../../contracts/paths.ts';
import type { AuditEntry } from '../../contracts/staff.ts';
import { type FoundCloud, localCredentials } from '../cloud.gateway.ts';
import type { Site } from '../site.ts';
import type { LineAct, PersonsAct } from './sheet.ts';

/** What the people of the house did since then, by the audit of a local cloud. `since`: milliseconds since the epoch. */
export async function readPeoplesActs(cloud: FoundCloud, since: number): Promise<readonly PersonsAct[]> {
  const client = new DynamoDBClient({ ...localCredentials, endpoint: `${cloud.endpoints.DYNAMODB}` });
  const pages = paginateQuery(
    { client: DynamoDBDocumentClient.from(client) },
    {
      TableName: cloud.output('AuditTable'),
      KeyConditionExpression: 'pk = :pk AND sk >= :since',
      ExpressionAttributeValues: { ':pk': 'AUDIT', ':since': new Date(since).toISOString() },
    },
  );
  const acts: PersonsAct[] = [];
  for await (const { Items = [] } of pages)
    for (const { happenedAt, person, act, on, note } of Items as unknown as readonly AuditEntry[])
      acts.push({ at: happenedAt, person, act, on, note });
  client.destroy();
  return acts;
}

/** The public ledger of a line, from its beginning. */
export async function readLedger(site: Site, onSale: string): Promise<readonly LineAct[]> {
  const acts: LineAct[] = [];
  for (let segment = 0; ; segment += 1) {
    const { status, body } = await site.ask({
      step: 'line file',
      method: 'GET',
      path: published.ledger(onSale, segment),
    });
    if (status !== 200) return acts;
    for (const { text } of (body as Ledger).entries) {
      const { at, act, role, reason } = JSON.parse(text) as LedgerLine;
      acts.push({ at, act, role, reason });
    }
  }
}
