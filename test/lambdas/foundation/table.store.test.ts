import { describe, expect, test } from '@jest/globals';
import type { AskedOf, Dynamo, DynamoCall } from '../../../lambdas/foundation/dynamo/dynamo.ts';
import { conditionFailed, DynamoFault } from '../../../lambdas/foundation/dynamo/dynamo-fault.ts';
import { follows, type Item, type Key, tableOf } from '../../../lambdas/foundation/table.store.ts';

interface Command {
  readonly name: DynamoCall;
  readonly input: object;
}

/** A client that answers each call by the next of these. It keeps the calls, and the pauses of the table. */
function aTable(answer: (command: Command, call: number) => object, callMs = 0) {
  const asked: Command[] = [];
  const pauses: number[] = [];
  let now = 0;
  const dynamo: Dynamo = {
    call: async (name, input) => {
      const command = { name, input };
      asked.push(command);
      now += callMs;
      return answer(command, asked.length - 1);
    },
  };
  const wait = async (ms: number) => {
    pauses.push(ms);
    now += ms;
  };
  const patience = { wait, chance: () => 0.5, now: () => now };
  return { table: tableOf(dynamo, 'things', patience), asked, pauses, elapsed: () => now };
}

const keys = (count: number): Key[] => Array.from({ length: count }, (_, n) => ({ pk: `${n}`, sk: 'THING' }));
const keysOf = ({ input }: Command) =>
  ((input as AskedOf<'BatchGetItem'>).RequestItems.things?.Keys ?? []) as readonly Key[];
const itemsOf = ({ input }: Command) =>
  ((input as AskedOf<'BatchWriteItem'>).RequestItems.things ?? []).map(({ PutRequest }) => PutRequest.Item as Key);
const queryOf = ({ input }: Command) => input as AskedOf<'Query'>;
const readAll = (command: Command) => ({ Responses: { things: keysOf(command) } });
const named = (name: string) => Object.assign(new Error('slower, please'), { name });
const failed = (item?: Item) => {
  throw new DynamoFault(conditionFailed, 'no', { ...(item && { item }) });
};

/** Milliseconds of virtual time. */
const slowCallMs = 1600;

describe('many items are read', () => {
  test('a hundred a call, each once', async () => {
    const { table, asked, pauses } = aTable(readAll);
    const wanted = keys(250);
    const found = await table.getMany(wanted, 'recent');
    expect(asked.map((command) => keysOf(command).length)).toEqual([100, 100, 50]);
    expect(new Set(found.map(({ pk }) => pk))).toEqual(new Set(wanted.map(({ pk }) => pk)));
    expect(found).toHaveLength(250);
    expect(pauses).toEqual([]);
  });

  test('none without a call', async () => {
    const { table, asked } = aTable(readAll);
    expect(await table.getMany([], 'latest')).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('and what was left over is asked for again, alone', async () => {
    const { table, asked, pauses } = aTable((command, call) => {
      const all = keysOf(command);
      if (call > 0) return readAll(command);
      return { Responses: { things: all.slice(2) }, UnprocessedKeys: { things: { Keys: all.slice(0, 2) } } };
    });
    expect(await table.getMany(keys(5), 'latest')).toHaveLength(5);
    expect(asked.map(keysOf)).toEqual([keys(5), keys(2)]);
    expect(pauses).toEqual([50]);
  });

  test('after a pause that doubles while nothing comes, and of which chance takes a part', async () => {
    const { table, pauses } = aTable((command, call) => {
      if (call < 4) return { UnprocessedKeys: { things: { Keys: keysOf(command) } } };
      return readAll(command);
    });
    expect(await table.getMany(keys(3), 'latest')).toHaveLength(3);
    expect(pauses).toEqual([50, 100, 200, 400]);
  });

  test.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
    'a call that met %s got nothing',
    async (name) => {
      const { table, asked } = aTable((command, call) => {
        if (call < 2) throw named(name);
        return readAll(command);
      });
      expect(await table.getMany(keys(3), 'latest')).toHaveLength(3);
      expect(asked).toHaveLength(3);
    },
  );

  test('whatever else goes wrong is not tried again', async () => {
    const { table, asked } = aTable(() => {
      throw named('ResourceNotFoundException');
    });
    await expect(table.getMany(keys(3), 'latest')).rejects.toThrow('slower, please');
    expect(asked).toHaveLength(1);
  });

  test('keys that come back for ever are an error', async () => {
    const { table, asked, pauses } = aTable((command) => ({ UnprocessedKeys: { things: { Keys: keysOf(command) } } }));
    await expect(table.getMany(keys(3), 'latest')).rejects.toThrow('3 of 3 items of a read of things were left over');
    expect(asked).toHaveLength(6);
    expect(pauses).toHaveLength(5);
  });

  test('a read whose calls are slow ends by time, says what it left over, and waits for nothing beyond', async () => {
    const { table, asked, elapsed } = aTable(
      (command) => ({ UnprocessedKeys: { things: { Keys: keysOf(command) } } }),
      slowCallMs,
    );
    await expect(table.getMany(keys(3), 'latest')).rejects.toThrow(
      '3 of 3 items of a read of things were left over when its time was over',
    );
    expect(asked).toHaveLength(3);
    expect(elapsed()).toBe(3 * slowCallMs + 50 + 100);
  });

  test('so does one of which something comes each time', async () => {
    const { table, asked } = aTable((command) => {
      const [first, ...others] = keysOf(command);
      return { Responses: { things: [first] }, UnprocessedKeys: { things: { Keys: others } } };
    }, slowCallMs);
    await expect(table.getMany(keys(30), 'latest')).rejects.toThrow('26 of 30 items');
    expect(asked).toHaveLength(4);
  });

  test('a table that throttles for ever is an error that says by what', async () => {
    const throttled = named('ThrottlingException');
    const { table } = aTable(() => {
      throw throttled;
    });
    await expect(table.getMany(keys(3), 'latest')).rejects.toMatchObject({ cause: throttled });
  });

  test('as long as something comes, nothing is given up', async () => {
    const { table, asked } = aTable((command) => {
      const [first, ...others] = keysOf(command);
      return { Responses: { things: [first] }, UnprocessedKeys: { things: { Keys: others } } };
    });
    expect(await table.getMany(keys(30), 'latest')).toHaveLength(30);
    expect(asked).toHaveLength(30);
  });
});

describe('many items are put', () => {
  test('twenty-five a call, and what was not taken again', async () => {
    const taken: Key[] = [];
    const { table, asked } = aTable((command, call) => {
      const items = itemsOf(command);
      const taking = call === 0 ? items.slice(1) : items;
      taken.push(...taking);
      const left = items.slice(0, items.length - taking.length);
      return { UnprocessedItems: { things: left.map((Item) => ({ PutRequest: { Item } })) } };
    });
    await table.putMany(keys(60));
    expect(asked.every((command) => itemsOf(command).length <= 25)).toBe(true);
    expect(taken).toHaveLength(60);
    expect(new Set(taken.map(({ pk }) => pk)).size).toBe(60);
  });

  test('items that are never taken are an error, after longer than a read', async () => {
    const { table, asked, pauses } = aTable((command) => ({
      UnprocessedItems: { things: itemsOf(command).map((Item) => ({ PutRequest: { Item } })) },
    }));
    await expect(table.putMany(keys(2))).rejects.toThrow('2 of 2 items of a write to things were left over');
    expect(asked).toHaveLength(10);
    expect(pauses).toEqual([50, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  });
});

describe('a failed condition is an answer', () => {
  const item = { pk: 'a', sk: 'THING', colour: 'red' };

  test('of a put', async () => {
    expect(await aTable(() => ({})).table.putIf(follows(3), item)).toEqual({ ok: true });
    expect(await aTable(() => failed()).table.putIf(follows(3), item)).toEqual({ ok: false });
  });

  test('of an update, which else says what it was asked for', async () => {
    const change = { UpdateExpression: 'SET colour = :red', ConditionExpression: 'attribute_exists(pk)' };
    const taken = aTable(() => ({ Attributes: { colour: 'red' } })).table;
    expect(await taken.updateIf(item, change)).toEqual({ ok: true, item: { colour: 'red' } });
    expect(await aTable(() => failed()).table.updateIf(item, change)).toEqual({ ok: false });
  });

  test('with the old item where the engine tells it: no read', async () => {
    const standing = { pk: 'a', sk: 'THING', colour: 'blue', size: 7 };
    const { table, asked } = aTable(() => failed(standing));
    expect(await table.putNew(item)).toEqual({ ok: false, standing });
    expect(await table.updateOrTell(item, { ConditionExpression: 'x' })).toEqual({ ok: false, standing });
    expect(asked.map(({ name }) => name)).toEqual(['PutItem', 'UpdateItem']);
    expect(asked).toMatchObject([
      { input: { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      { input: { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
    ]);
  });

  test('and without it, by a read of what stands now', async () => {
    const standing = { pk: 'a', sk: 'THING', colour: 'blue' };
    const { table, asked } = aTable((command) => (command.name === 'GetItem' ? { Item: standing } : failed()));
    expect(await table.putNew(item)).toEqual({ ok: false, standing });
    expect(await table.updateOrTell({ pk: 'a', sk: 'THING' }, { ConditionExpression: 'x' })).toEqual({
      ok: false,
      standing,
    });
    const reads = asked.filter((command) => command.name === 'GetItem');
    const read = { TableName: 'things', Key: { pk: 'a', sk: 'THING' }, ConsistentRead: true };
    expect(reads.map(({ input }) => input)).toEqual([read, read]);
  });

  test('an update of a missing item meets nothing; a put that meets nothing is a fault', async () => {
    const { table } = aTable((command) => (command.name === 'GetItem' ? {} : failed()));
    expect(await table.updateOrTell(item, { ConditionExpression: 'x' })).toEqual({ ok: false, standing: undefined });
    await expect(table.putNew(item)).rejects.toThrow('a THING is neither absent from things nor there');
  });

  test('any other error is thrown', async () => {
    const { table } = aTable(() => {
      throw named('ResourceNotFoundException');
    });
    await expect(table.putNew(item)).rejects.toThrow('slower, please');
    await expect(table.updateIf(item, { ConditionExpression: 'x' })).rejects.toThrow('slower, please');
  });
});

describe('a query', () => {
  const paged = () =>
    aTable((command, call) => ({
      Items: keys(3),
      ...(call < 4 && { LastEvaluatedKey: { pk: `${call}`, sk: 'THING' } }),
      command,
    }));

  test('is read to its end', async () => {
    const { table, asked } = paged();
    expect(await table.query({ KeyConditionExpression: 'pk = :pk' }, 'latest')).toHaveLength(15);
    expect(asked.map((command) => queryOf(command).ExclusiveStartKey?.pk)).toEqual([
      undefined,
      ...['0', '1', '2', '3'],
    ]);
    expect(asked[0]?.input).toMatchObject({ ConsistentRead: true });
  });

  test('or until there are as many as wanted, and asks for no more than are missing', async () => {
    const { table, asked } = paged();
    expect(await table.query({ IndexName: 'by-time' }, 'recent', 6)).toHaveLength(6);
    expect(asked.map((command) => queryOf(command).Limit)).toEqual([6, 3]);
    expect(asked[0]?.input).not.toHaveProperty('ConsistentRead');
  });
});
