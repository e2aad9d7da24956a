import { isAbsent } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { tableOf } from '../../foundation/table.store.ts';
import type { MorningNote, NoteStore } from './note-store.ts';

/*
 * NOTES#<on-sale> / <key>     at, person, text
 */
export function noteStore(client: Dynamo, name: string): NoteStore {
  const table = tableOf(client, name);
  return {
    async add(onSale, { key, at, person, text }) {
      const note = { pk: `NOTES#${onSale}`, sk: key, at, person, text };
      await table.putIf({ ConditionExpression: isAbsent }, note);
    },
    async all(onSale) {
      const ofLine = {
        KeyConditionExpression: 'pk = :line',
        ExpressionAttributeValues: { ':line': `NOTES#${onSale}` },
      };
      return (await table.query(ofLine, 'latest')).map((item) => {
        const { sk: key, at, person, text } = item as unknown as MorningNote & { readonly sk: string };
        return { key, at, person, text };
      });
    },
  };
}
