import { isAbsent } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Condition, follows, type Item, type Key, tableOf } from '../../foundation/table.store.ts';
import type { AskBook, AskedHold } from './ask-book.ts';
import type { BasketEntry, BasketKey, BasketRecord } from './basket-record.ts';
import { type Beat, type BeatKey, beatsOfMinute } from './beat.ts';
import type { HouseRecord, HouseStore, SectionKey, SectionRecord } from './house-store.ts';
import { type SaleLevers, untouchedLevers } from './sale-levers.ts';
import type { SaleRules } from './sale-rules.ts';

/*
 * The table of houses.
 *
 *   pk HOUSE#<performance>    sk META               plan, sections, onSales
 *                             sk SECTION#<section>  version, data: see section-codec.ts
 *   pk ONSALE#<on-sale>       sk RULES              seatsPerFan, holdMinutes, wheelchairPerFan, asks
 *                             sk LEVERS             version, what staff turned: see sale-levers.ts
 *                             sk RELEASES           turns: those of releases that are carried out
 *   pk FAN#<on-sale>#<fan>    sk BASKET             version, entries, by short names: an entry is about 100 bytes
 *                             sk ASKS               version, asks as lines of 40 bytes, usedUpTo
 *   pk PULSE#<on-sale>#<shard> sk <seconds>         asks, decided, refused, slow of ten seconds: see pulse.ts. Nobody
 *                                                   deletes them: a busy hour leaves 1,440 of 100 bytes, 0.1 MB
 *
 * Units of ten holds of three seats in one section with 300 other holds: ten baskets below 1 KB, 10; the
 * section, 310 × 17 bytes = 5.3 KB, 6; the pulse, 1; in all 17, or 1.7 a hold. The ask itself was 1 before.
 */

const houseKey = (performance: string) => ({ pk: `HOUSE#${performance}`, sk: 'META' });
const sectionKey = ({ performance, section }: SectionKey) => ({ pk: `HOUSE#${performance}`, sk: `SECTION#${section}` });
const rulesKey = (onSale: string) => ({ pk: `ONSALE#${onSale}`, sk: 'RULES' });
const leversKey = (onSale: string) => ({ pk: `ONSALE#${onSale}`, sk: 'LEVERS' });
const releasesKey = (onSale: string) => ({ pk: `ONSALE#${onSale}`, sk: 'RELEASES' });
const basketKey = ({ onSale, fan }: BasketKey) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'BASKET' });
const askBookKey = ({ onSale, fan }: BasketKey) => ({ pk: `FAN#${onSale}#${fan}`, sk: 'ASKS' });

const beatKey = ({ onSale, shard, beginsAt }: BeatKey) => ({
  pk: `PULSE#${onSale}#${shard}`,
  sk: `${beginsAt / 1000}`,
});

const isNew: Condition = { ConditionExpression: isAbsent };

export function houseStore(client: Dynamo, name: string): HouseStore {
  const table = tableOf(client, name);
  /** Version 1 follows nothing. */
  const putNext = (item: Item & Key, version: number) =>
    table.putIf(version === 1 ? isNew : follows(version - 1), item);
  /** What never changes is right however old it is. Only that there is nothing yet must be asked for certain. */
  const lasting = async (key: Key) => (await table.get(key, 'recent')) ?? table.get(key, 'latest');
  return {
    openHouse: ({ performance, ...house }) => table.putIf(isNew, { ...houseKey(performance), ...house }),
    async openRules(onSale, rules) {
      const first = await table.putNew({ ...rulesKey(onSale), ...rules });
      return first.ok ? rules : rulesOf(first.standing);
    },
    async house(performance) {
      const item = await lasting(houseKey(performance));
      return item && houseOf(performance, item);
    },
    async rules(onSale) {
      const item = await lasting(rulesKey(onSale));
      return item && rulesOf(item);
    },
    async levers(onSale, age) {
      const item = await table.get(leversKey(onSale), age);
      return item ? leversOf(onSale, item) : untouchedLevers(onSale);
    },
    writeLevers: ({ onSale, version, ...turned }) => putNext({ ...leversKey(onSale), version, ...turned }, version),
    async carriedOut(onSale) {
      const item = await table.get(releasesKey(onSale), 'latest');
      return [...((item?.turns as ReadonlySet<number> | undefined) ?? [])].sort((one, other) => one - other);
    },
    async noteCarriedOut(onSale, turn) {
      const one = { UpdateExpression: 'ADD turns :turn', ExpressionAttributeValues: { ':turn': new Set([turn]) } };
      await table.update(releasesKey(onSale), one);
    },
    async wholeHouse(performance, age) {
      const { pk, sk } = houseKey(performance);
      const ofHouse = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      const items = await table.query(ofHouse, age);
      const house = items.find((item) => item.sk === sk);
      if (!house) return undefined;
      return {
        house: houseOf(performance, house),
        sections: items.filter((item) => item !== house).map(sectionOf),
      };
    },
    async sections(keys, age = 'recent') {
      return (await table.getMany(keys.map(sectionKey), age)).map(sectionOf);
    },
    async basket(key) {
      return basketOf(key, await table.get(basketKey(key), 'recent'));
    },
    async baskets(keys) {
      const items = await table.getMany(keys.map(basketKey), 'latest');
      return keys.map((key) =>
        basketOf(
          key,
          items.find(({ pk }) => pk === basketKey(key).pk),
        ),
      );
    },
    async askBook(key) {
      return askBookOf(key, await table.get(askBookKey(key), 'latest'));
    },
    writeAskBook: ({ asks, usedUpTo, version, ...key }) =>
      putNext({ ...askBookKey(key), version, asks: asks.map(lineOf), usedUpTo }, version),
    writeSection: ({ performance, section, version, data }) =>
      putNext({ ...sectionKey({ performance, section }), version, data }, version),
    writeBasket: ({ entries, version, ...key }) =>
      putNext({ ...basketKey(key), version, entries: entries.map(shortened) }, version),
    async addPulse(key, { asks, decided, refused, slow }) {
      await table.update(beatKey(key), {
        UpdateExpression: 'ADD asks :asks, decided :decided, refused :refused, slow :slow',
        ExpressionAttributeValues: { ':asks': asks, ':decided': decided, ':refused': refused, ':slow': slow },
      });
    },
    async beats(onSale, now) {
      return (await table.getMany(beatsOfMinute(onSale, now).map(beatKey), 'recent')).map(beatOf);
    },
  };
}

function houseOf(performance: string, { plan, sections, onSales }: Item): HouseRecord {
  return { performance, plan, sections, onSales } as HouseRecord;
}

function rulesOf({ seatsPerFan, holdMinutes, wheelchairPerFan, asks }: Item): SaleRules {
  return {
    seatsPerFan,
    holdMinutes,
    ...(wheelchairPerFan !== undefined && { wheelchairPerFan }),
    ...(asks !== undefined && { asks }),
  } as SaleRules;
}

function leversOf(onSale: string, { pk: _pk, sk: _sk, ...turned }: Item): SaleLevers {
  return { onSale, ...turned } as unknown as SaleLevers;
}

function askBookOf({ onSale, fan }: BasketKey, { version, asks, usedUpTo }: Item = {}): AskBook {
  const lines = (asks as readonly string[] | undefined) ?? [];
  return { onSale, fan, version: Number(version ?? 0), asks: lines.map(askOf), usedUpTo: Number(usedUpTo ?? 0) };
}

/** Neither of the names has a space in it. */
const lineOf = ({ hold, wish, askedAt }: AskedHold): string => `${hold} ${wish} ${askedAt.toString(36)}`;

function askOf(line: string): AskedHold {
  const [hold = '', wish = '', askedAt = ''] = line.split(' ');
  return { hold, wish, askedAt: Number.parseInt(askedAt, 36) };
}

function sectionOf({ pk, sk, version, data }: Item): SectionRecord {
  return {
    performance: `${pk}`.slice('HOUSE#'.length),
    section: `${sk}`.slice('SECTION#'.length),
    version: version as number,
    data: data as Uint8Array,
  };
}

function basketOf({ onSale, fan }: BasketKey, item: Item | undefined): BasketRecord {
  const entries = (item?.entries as readonly Item[] | undefined) ?? [];
  return { onSale, fan, version: (item?.version as number | undefined) ?? 0, entries: entries.map(lengthened) };
}

function beatOf({ sk, asks, decided, refused, slow }: Item): Beat {
  return { beginsAt: Number(sk) * 1000, asks, decided, refused, slow } as Beat;
}

/** Names count as bytes: one letter each keeps five entries within one write unit. */
const short = {
  hold: 'h',
  performance: 'p',
  state: 's',
  decidedAt: 'a',
  seats: 'n',
  wheelchair: 'l',
  sections: 'w',
  expiresAt: 'x',
  open: 'u',
  order: 'o',
  refusal: 'r',
  taken: 't',
  extended: 'e',
  change: 'c',
  kept: 'k',
  why: 'y',
  bank: 'b',
} as const;
const long = Object.fromEntries(Object.entries(short).map(([name, letter]) => [letter, name]));

function shortened(entry: BasketEntry): Item {
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [short[name as keyof typeof short], value]));
}

function lengthened(item: Item): BasketEntry {
  return Object.fromEntries(
    Object.entries(item).map(([letter, value]) => [long[letter], value]),
  ) as unknown as BasketEntry;
}
