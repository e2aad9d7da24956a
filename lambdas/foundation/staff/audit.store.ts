import type { AuditEntry } from '../../../contracts/staff.ts';
import { isAbsent } from '../condition.ts';
import type { Dynamo } from '../dynamo/dynamo.ts';
import { type Item, tableOf } from '../table.store.ts';
import { type AuditStore, auditMark, auditPageOf } from './audit-store.ts';

/*
 * One item an entry:
 *
 *   pk AUDIT   sk <ISO time>#<id>   the AuditEntry, flat
 *
 * All of them under one key: people write a few a second at the most, and a partition takes a thousand.
 */

export function auditStore(client: Dynamo, name: string): AuditStore {
  const table = tableOf(client, name);
  return {
    async add(entry) {
      // Whoever writes here may read nothing, so nobody asks which entry stands.
      await table.putIf({ ConditionExpression: isAbsent }, { pk: 'AUDIT', sk: auditMark(entry), ...entry });
    },
    async page(size, from) {
      const asked = {
        KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :from',
        ExpressionAttributeValues: { ':pk': 'AUDIT', ...(from !== undefined && { ':from': from }) },
        ScanIndexForward: false,
      };
      return auditPageOf(size, (await table.query(asked, 'latest', size + 1)).map(entryOf));
    },
  };
}

function entryOf({ pk: _pk, sk: _sk, ...entry }: Item): AuditEntry {
  return entry as unknown as AuditEntry;
}
