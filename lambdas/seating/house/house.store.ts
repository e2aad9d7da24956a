import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Basket, BasketKey, Entry } from './basket.ts';
import { type Beat, type BeatKey, beatsOfMinute } from './beat.ts';
import type { HouseRecord, HouseStore, SectionKey, SectionRecord, Written } from './house-store.ts';
import type { SaleRules } from './sale-rules.ts';

/*
 * The table of houses.
 *
 *   pk HOUSE#<performance>    sk META               plan, sections, onSales
 *                             sk SECTION#<section>  version, data: see section-codec.ts
 *   pk ONSALE#<on-sale>       sk RULES              seatsPerFan, holdMinutes
 *   pk FAN#<on-sale>#<fan>    sk BASKET             version, entries, by short names: an entry is about 100 bytes
 *   pk PULSE#<on-sale>#<shard> sk <seconds>         asks, decided, refused, slow of ten seconds: see pulse.ts. Nobody
 *                                                   deletes them: a busy hour leaves 1,440 of 100 bytes, 0.1 MB
 *
 * Units of ten holds of three seats in one section with 300 other holds: ten baskets below 1 KB, 10; the
 * section, 310 × 17 bytes = 5.3 KB, 6; the pulse, 1; in all 17, or 1.7 a hold.
 */

const houseKey = (performance: string) => ({ pk: `HOUSE#${performance}`, sk: 'META' });
const sectionKey = ({ performance, section }: SectionKey) => ({ pk: `HOUSE#${performance}`, sk: `SECTION#${section}` });
const rulesKey = (onSale: string) => ({ pk: `ONSALE#${onSale}`, sk: 'RULES' });
const basketKey = ({ onSale, fan }: BasketKey) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'BASKET' });

const beatKey = ({ onSale, shard, from }: BeatKey) => ({ pk: `PULSE#${onSale}#${shard}`, sk: `${from / 1000}` });

const isNew = 'attribute_not_exists(pk)';
const isUnmoved = '#version = :before';

type Item = Record<string, unknown>;

export function houseStore(table: DynamoDBDocumentClient, name: string): HouseStore {
  const get = async (key: Item) =>
    (await table.send(new GetCommand({ TableName: name, Key: key }))).Item as Item | undefined;
  const put = async (input: Omit<PutCommandInput, 'TableName'>): Promise<Written> => {
    try {
      await table.send(new PutCommand({ TableName: name, ...input }));
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'moved';
      throw error;
    }
  };
  /** Version 1 follows nothing. */
  const follow = (item: Item, version: number) =>
    version === 1
      ? put({ Item: item, ConditionExpression: isNew })
      : put({
          Item: item,
          ConditionExpression: isUnmoved,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': version - 1 },
        });
  const getMany = async (keys: readonly Item[], consistent: boolean): Promise<readonly Item[]> => {
    const found: Item[] = [];
    let left = [...keys];
    // A call reads a hundred items or 16 MB; what is left over comes back. Each call reads one at least.
    for (let call = 0; left.length > 0; call++) {
      if (call > keys.length) throw new Error(`${name} did not give ${left.length} of ${keys.length} items`);
      const { Responses, UnprocessedKeys } = await table.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: left.slice(0, 100), ConsistentRead: consistent } } }),
      );
      found.push(...(Responses?.[name] ?? []));
      left = [...(UnprocessedKeys?.[name]?.Keys ?? []), ...left.slice(100)];
    }
    return found;
  };
  return {
    async openHouse({ performance, ...house }) {
      const written = await put({ Item: { ...houseKey(performance), ...house }, ConditionExpression: isNew });
      return written === 'written';
    },
    async openRules(onSale, rules) {
      const written = await put({ Item: { ...rulesKey(onSale), ...rules }, ConditionExpression: isNew });
      if (written === 'written') return rules;
      const { Item: standing } = await table.send(
        new GetCommand({ TableName: name, Key: rulesKey(onSale), ConsistentRead: true }),
      );
      if (!standing) throw new Error(`The rules of ${onSale} are there and are not`);
      return rulesOf(standing);
    },
    async house(performance) {
      const item = await get(houseKey(performance));
      return item && houseOf(performance, item);
    },
    async rules(onSale) {
      const item = await get(rulesKey(onSale));
      return item && rulesOf(item);
    },
    async wholeHouse(performance, age) {
      const items: Item[] = [];
      let start: Item | undefined;
      do {
        const page = await table.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': houseKey(performance).pk },
            ConsistentRead: age === 'latest',
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        items.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
      } while (start);
      const house = items.find(({ sk }) => sk === houseKey(performance).sk);
      if (!house) return undefined;
      return {
        house: houseOf(performance, house),
        sections: items.filter((item) => item !== house).map(sectionOf),
      };
    },
    async sections(keys) {
      return (await getMany(keys.map(sectionKey), false)).map(sectionOf);
    },
    async basket(key) {
      return basketOf(key, await get(basketKey(key)));
    },
    async baskets(keys) {
      const items = await getMany(keys.map(basketKey), true);
      return keys.map((key) =>
        basketOf(
          key,
          items.find(({ pk }) => pk === basketKey(key).pk),
        ),
      );
    },
    writeSection: ({ performance, section, version, data }) =>
      follow({ ...sectionKey({ performance, section }), version, data }, version),
    writeBasket: ({ entries, version, ...key }) =>
      follow({ ...basketKey(key), version, entries: entries.map(shortened) }, version),
    async addPulse(key, { asks, decided, refused, slow }) {
      await table.send(
        new UpdateCommand({
          TableName: name,
          Key: beatKey(key),
          UpdateExpression: 'ADD asks :asks, decided :decided, refused :refused, slow :slow',
          ExpressionAttributeValues: { ':asks': asks, ':decided': decided, ':refused': refused, ':slow': slow },
        }),
      );
    },
    async beats(onSale, now) {
      return (await getMany(beatsOfMinute(onSale, now).map(beatKey), false)).map(beatOf);
    },
  };
}

function houseOf(performance: string, { plan, sections, onSales }: Item): HouseRecord {
  return { performance, plan, sections, onSales } as HouseRecord;
}

function rulesOf({ seatsPerFan, holdMinutes }: Item): SaleRules {
  return { seatsPerFan, holdMinutes } as SaleRules;
}

function sectionOf({ pk, sk, version, data }: Item): SectionRecord {
  return {
    performance: `${pk}`.slice('HOUSE#'.length),
    section: `${sk}`.slice('SECTION#'.length),
    version: version as number,
    data: data as Uint8Array,
  };
}

function basketOf({ onSale, fan }: BasketKey, item: Item | undefined): Basket {
  const entries = (item?.entries as readonly Item[] | undefined) ?? [];
  return { onSale, fan, version: (item?.version as number | undefined) ?? 0, entries: entries.map(lengthened) };
}

function beatOf({ sk, asks, decided, refused, slow }: Item): Beat {
  return { from: Number(sk) * 1000, asks, decided, refused, slow } as Beat;
}

/** Names count as bytes: one letter each keeps five entries within one write unit. */
const short = {
  hold: 'h',
  performance: 'p',
  state: 's',
  at: 'a',
  seats: 'n',
  sections: 'w',
  expiresAt: 'x',
  open: 'u',
  order: 'o',
  refusal: 'r',
  taken: 't',
  extended: 'e',
  change: 'c',
  kept: 'k',
} as const;
const long = Object.fromEntries(Object.entries(short).map(([name, letter]) => [letter, name]));

function shortened(entry: Entry): Item {
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [short[name as keyof typeof short], value]));
}

function lengthened(item: Item): Entry {
  return Object.fromEntries(Object.entries(item).map(([letter, value]) => [long[letter], value])) as unknown as Entry;
}
