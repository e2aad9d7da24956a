import { all, either } from '../../foundation/condition.ts';
import type { Item, Key, Table } from '../../foundation/table.store.ts';
import { type Written, written } from '../../foundation/write-outcome.ts';
import type { Tries, TriesLimit } from './tries.ts';

/* Tries in an item of any store: `tries`, with count and until. */

const wasNotTried = 'attribute_not_exists(tries)';
const wasTried = 'attribute_exists(tries)';
const triesAreOver = 'tries.#until <= :now';
const hasTriesLeft = 'tries.#count < :most';

/** Counts one more, unless the most are counted. */
export async function countTryIn(
  table: Pick<Table, 'updateIf'>,
  key: Key,
  { now, endsAt, most }: TriesLimit,
): Promise<Written> {
  const first = await table.updateIf(key, {
    UpdateExpression: 'SET tries = :first',
    ConditionExpression: either(wasNotTried, triesAreOver),
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':first': { count: 1, until: endsAt }, ':now': now },
  });
  if (first.ok) return written;
  return table.updateIf(key, {
    UpdateExpression: 'SET tries.#count = tries.#count + :one, tries.#until = :until',
    ConditionExpression: all(wasTried, hasTriesLeft),
    ExpressionAttributeNames: { '#count': 'count', '#until': 'until' },
    ExpressionAttributeValues: { ':one': 1, ':until': endsAt, ':most': most },
  });
}

export function triesOf(item: Item | undefined): Tries | undefined {
  const { tries } = (item ?? {}) as { readonly tries?: { readonly count: number; readonly until: number } };
  return tries && { count: tries.count, endsAt: tries.until };
}
