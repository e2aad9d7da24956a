import type { HouseAsk, HouseOutcome } from '../../contracts/house.ts';
import { published } from '../../contracts/paths.ts';
import { houseGroup } from '../../lambdas/foundation/house-group.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import { basketName } from '../../lambdas/seating/house/basket.ts';
import type { BasketKey } from '../../lambdas/seating/house/basket-record.ts';
import type { SectionKey } from '../../lambdas/seating/house/house-store.ts';
import type { ShardKey } from '../../lambdas/waiting-room/draw/roll-store.ts';

/**
 * The things that a call reads and writes. Two effects commute if they share none, or if both do the same to what they
 * share and that commutes with itself: two reads, two closings of one shard. Then one of their two orders stands for
 * both. The auditors look on as well, so a footprint names what they compare at this call, too. A call that is not
 * declared here is taken to touch all that its store has. That costs schedules and loses none.
 */
export type Footprint = readonly Touch[];

/** `write` commutes with nothing, any other with itself alone. */
export type Touch = readonly [thing: string, how: 'read' | 'write' | 'close' | 'put'];

export function touchEachOther(one: Footprint, other: Footprint): boolean {
  for (const [thing, how] of one)
    for (const [same, what] of other) if (thing === same && (how !== what || how === 'write')) return true;
  return false;
}

type Declared = (of: readonly unknown[]) => Footprint;

const writesLine: Declared = () => [['line', 'write']];
const readsLine: Declared = () => [['line', 'read']];
const shardOf = ({ onSale, round, shard }: ShardKey) => `shard ${onSale} ${round} ${shard}`;
const pins: Declared = ([pin]) => [[`fan ${Reflect.get(Object(pin), 'fan')}`, 'write']];
const sectionOf = ({ performance, section }: SectionKey) => `section ${performance} ${section}`;
const basketOf = (key: BasketKey) => `basket ${basketName(key)}`;
const fanOf: Declared = ([, fan]) => [[`fan ${fan}`, 'write']];
const lookAtFan: Declared = ([, fan]) => [[`fan ${fan}`, 'read']];
const shoppers = (how: 'read' | 'write') => (): Footprint => [['shoppers', how]];
const ledger = (how: 'read' | 'write') => (): Footprint => [['ledger', how]];

/** An auditor compares an order with the seats that are sold, and with what ordering was told of them. */
const writesOrder: Declared = ([given]) => {
  const { id } = given as OrderRecord;
  return [
    [`order ${id}`, 'write'],
    ['orders', 'put'],
    ['houses', 'read'],
    [`told ${id}`, 'read'],
  ];
};

const idOfCharge = (given: unknown): unknown =>
  typeof given === 'string' ? given : Reflect.get(Object(given), 'order');

/** An auditor compares the money with the order and the seats. */
const bank: Declared = ([charge]) => {
  const id = idOfCharge(charge);
  return [
    [`account ${id}`, 'write'],
    [`order ${id}`, 'read'],
    [`told ${id}`, 'read'],
    ['houses', 'read'],
  ];
};

const isFixed = (path: string): boolean =>
  [published.plan(''), published.performance('')].some((known) =>
    path.startsWith(known.slice(0, known.lastIndexOf('/') + 1)),
  );

const declared: Readonly<Record<string, Declared>> = {
  'lines.read': readsLine,
  'lines.glance': readsLine,
  'lines.write': writesLine,
  'lines.turn': writesLine,
  'rolls.append': ([shard]) => [
    [shardOf(shard as ShardKey), 'write'],
    ['rolls of all', 'put'],
  ],
  'rolls.read': ([shard]) => [[shardOf(shard as ShardKey), 'read']],
  'rolls.readMany': ([onSale, round, shards]) =>
    (shards as readonly number[]).map((shard) => [
      shardOf({ onSale: `${onSale}`, round: Number(round), shard }),
      'read',
    ]),
  'rolls.seal': ([shard]) => [[shardOf(shard as ShardKey), 'close']],
  'rolls.allocate': () => [['allocation', 'write']],
  'rolls.allocated': () => [['allocation', 'read']],
  'rolls.sealAllocation': () => [['allocation', 'close']],
  'rounds.keepBank': () => [['banks', 'write']],
  'rounds.banks': () => [['banks', 'read']],
  'rounds.commit': () => [['commitments', 'write']],
  'rounds.committed': () => [['commitments', 'read']],
  // An auditor compares the draw with the rolls.
  'rounds.draw': () => [
    ['draws', 'write'],
    ['rolls of all', 'read'],
  ],
  'rounds.sheet': () => [
    ['draws', 'read'],
    ['banks', 'read'],
  ],
  // The key of the marks is put with the line.
  'marks.read': () => [],
  'fans.look': lookAtFan,
  'fans.read': lookAtFan,
  'fans.pin': pins,
  'fans.repin': pins,
  'fans.need': fanOf,
  'fans.rejoin': fanOf,
  'fans.leave': fanOf,
  'fans.endPass': fanOf,
  'shoppers.read': shoppers('read'),
  'shoppers.count': shoppers('write'),
  'shoppers.end': shoppers('write'),
  'shoppers.wish': shoppers('write'),
  'shoppers.wishes': shoppers('read'),
  'shoppers.withdraw': shoppers('write'),
  'ledger.put': ledger('write'),
  'ledger.read': ledger('read'),
  'files.read': ([path]) => (isFixed(`${path}`) ? [] : [[`file ${path}`, 'read']]),
  'files.readTagged': ([path]) => [[`file ${path}`, 'read']],
  'files.write': ([path]) => [[`file ${path}`, 'write']],
  'files.writeIf': ([path]) => [[`file ${path}`, 'write']],
  // Houses and rules are put before a scene begins, as what is published of a season is.
  'seats.house': () => [],
  'seats.rules': () => [],
  // Nobody turns a lever in a scene.
  'seats.levers': () => [],
  'seats.wholeHouse': () => [['houses', 'read']],
  'seats.sections': ([keys]) => (keys as readonly SectionKey[]).map((key) => [sectionOf(key), 'read']),
  'seats.writeSection': ([section]) => [
    [sectionOf(section as SectionKey), 'write'],
    ['houses', 'put'],
  ],
  'seats.basket': ([key]) => [[basketOf(key as BasketKey), 'read']],
  'seats.baskets': ([keys]) => (keys as readonly BasketKey[]).map((key) => [basketOf(key), 'read']),
  'seats.writeBasket': ([basket]) => [[basketOf(basket as BasketKey), 'write']],
  // How a house does is told to people and decides nothing.
  'seats.addPulse': () => [],
  'asks.send': ([ask]) => [[`asks ${houseGroup(ask as HouseAsk)}`, 'write']],
  'asks.receive': ([group]) => [[`asks ${group}`, 'write']],
  'asks.delete': ([group]) => [[`asks ${group}`, 'write']],
  'outcomes.send': ([outcomes]) => [
    ['outcomes', 'write'],
    ['houses', 'read'],
    ...(outcomes as readonly HouseOutcome[]).map(({ order }) => [`told ${order}`, 'write'] as const),
  ],
  'orders.get': ([id]) => [[`order ${id}`, 'read']],
  'orders.put': writesOrder,
  'orders.write': writesOrder,
  'orders.due': () => [['orders', 'read']],
  'orders.page': () => [['orders', 'read']],
  'bank.authorise': bank,
  'bank.look': bank,
  'bank.capture': bank,
  'bank.void': bank,
  'bank.refund': bank,
  'tickets.announce': ([order]) => [[`announced ${(order as OrderRecord).id}`, 'write']],
  'door.mark': ([, ticket]) => [[`ticket ${ticket}`, 'write']],
};

/** Empty if it commutes with all that may happen in a scene. */
export function footprintOf(call: string, of: readonly unknown[]): Footprint {
  const [port = call] = call.split('.');
  const known = declared[call]?.(of);
  if (!known) return [[port, 'write']];
  // A call that is not declared touches the whole store, and so what this one touches.
  return known.length > 0 ? [...known, [port, 'read']] : known;
}

export function changesAnything(footprint: Footprint): boolean {
  return footprint.some(([, how]) => how !== 'read');
}
