import type { HouseAsk, HouseOutcome } from '../../contracts/house.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import type { BasketRecord } from '../../lambdas/seating/house/basket-record.ts';
import type { SectionRecord } from '../../lambdas/seating/house/house-store.ts';
import { decodeSection, sold } from '../../lambdas/seating/house/section-codec.ts';
import type { ShardKey } from '../../lambdas/waiting-room/draw/roll-store.ts';
import type { LineRecord } from '../../lambdas/waiting-room/line/line-store.ts';
import type { Pin } from '../../lambdas/waiting-room/place/fan-store.ts';
import type { Effect } from '../stage/cloud.ts';

/** An effect in a line that a person can read, and the names of what it is about. */
export interface Names {
  fan(fan: string): string;
  /** Ids of the seats of a section, in its order. */
  seats(section: string): readonly string[];
  /** Milliseconds since the epoch. */
  time(at: number): string;
}

interface ToldEffect {
  readonly what: string;
  readonly about: readonly string[];
}

export function tellEffect({ call, of, answer, failed }: Effect, names: Names): ToldEffect {
  const told = failed ? undefined : tellers[call]?.(of, answer, names);
  if (told) return { what: `${call}: ${told.what}`, about: told.about };
  const said = failed ? `error: ${(answer as Error).message}` : short(answer);
  const about = of.flatMap((one) => (typeof one === 'string' ? [names.fan(one), one] : idsOf(one)));
  return { what: `${call} ${of.map(short).join(' ')} → ${said}`, about };
}

const became = (answer: unknown) => ((answer as Written).ok ? 'written' : 'moved');

type Teller = (of: readonly unknown[], answer: unknown, names: Names) => ToldEffect;

const tellers: Readonly<Record<string, Teller>> = {
  'seats.writeSection'([given], answer, names) {
    const { performance, section, version, data } = given as SectionRecord;
    const ids = names.seats(section);
    const records = decodeSection(data).records;
    const seatsOf = (seats: readonly number[]) => seats.map((seat) => ids[seat] ?? `#${seat}`);
    const said = records.map(({ hold, lapsesAt, seats }) => {
      const time = lapsesAt === sold ? 'sold' : `until ${names.time(lapsesAt)}`;
      return `${hold} ${seatsOf(seats).join(' ')} ${time}`;
    });
    const about = records.flatMap(({ hold, seats }) => [
      hold,
      ...seatsOf(seats).map((seat) => `${performance} ${seat}`),
    ]);
    return {
      what: `${performance} ${section} v${version} ${became(answer)}: ${said.join(' · ') || 'empty'}`,
      about: [`${performance} ${section}`, ...about],
    };
  },
  'seats.writeBasket'([given], answer, names) {
    const { fan, version, entries } = given as BasketRecord;
    const said = entries.map((entry) => {
      const seats = 'seats' in entry ? ` ${entry.seats} until ${names.time(entry.expiresAt)}` : '';
      return `${entry.hold} ${entry.state}${seats}${'open' in entry && entry.open ? ' open' : ''}`;
    });
    return {
      what: `of ${names.fan(fan)} v${version} ${became(answer)}: ${said.join(' · ')}`,
      about: [names.fan(fan), ...entries.map(({ hold }) => hold)],
    };
  },
  'asks.send'([given], _, names) {
    const ask = given as HouseAsk;
    const hold = ask.ask === 'extend' ? '' : ask.hold;
    const what =
      ask.ask === 'hold'
        ? JSON.stringify(ask.wish)
        : ask.ask === 'sell'
          ? `for order ${ask.order}: ${ask.seats.join(' ')}`
          : ask.ask === 'change'
            ? `${ask.change} of order ${ask.order}: ${ask.from.join(' ')} → ${ask.to.join(' ') || 'none'}`
            : ask.ask === 'extend'
              ? `until ${names.time(ask.lapsesAt)}`
              : ask.ask === 'await-bank'
                ? `for order ${ask.order}, asked at ${names.time(ask.askedAt)}`
                : ask.ask === 'seat-anew'
                  ? `for order ${ask.order}: ${JSON.stringify(ask.parties)}`
                  : '';
    const order = 'order' in ask ? [ask.order] : [];
    return { what: `${names.fan(ask.fan)} ${ask.ask} ${hold} ${what}`, about: [names.fan(ask.fan), hold, ...order] };
  },
  'outcomes.send'([given]) {
    const outcomes = given as readonly HouseOutcome[];
    return {
      what: outcomes
        .map(({ outcome, order, hold, change }) => `${order} ${hold} ${change ?? ''} ${outcome}`)
        .join(' · '),
      about: outcomes.flatMap(({ order, hold, performance, seats }) => [
        order,
        hold,
        ...seats.map((seat) => `${performance} ${seat}`),
      ]),
    };
  },
  'fans.pin'([given], answer, names) {
    const { fan, round, shard } = given as Pin;
    return {
      what: `${names.fan(fan)} ${(answer as Written).ok ? 'is pinned to' : 'is pinned elsewhere than'} round ${round} shard ${shard}`,
      about: [names.fan(fan), `round ${round}`],
    };
  },
  'fans.repin'([given, to], answer, names) {
    const [{ fan, round, shard }, next] = [given as Pin, to as Pin];
    return {
      what: `${names.fan(fan)} ${(answer as Written).ok ? 'moves' : 'does not move'} from round ${round} shard ${shard} to round ${next.round} shard ${next.shard}`,
      about: [names.fan(fan), `round ${round}`],
    };
  },
  'rolls.append'([given, mark], answer, names) {
    const { round, shard } = given as ShardKey;
    return {
      what: `round ${round} shard ${shard}: ${names.fan(mark as string)} ${JSON.stringify(answer)}`,
      about: [names.fan(mark as string), `round ${round}`],
    };
  },
  'rolls.seal'([given], answer) {
    const { round, shard } = given as ShardKey;
    const marks = answer as readonly string[];
    return { what: `round ${round} shard ${shard}: ${marks.length} stand on it`, about: [`round ${round}`] };
  },
  'rounds.commit'([given]) {
    const { round, n, size, beacon } = given as RollCommitment;
    return {
      what: `round ${round}: roll ${n} of ${size}, beacon ${beacon ?? 'none'}`,
      about: [`round ${round}`, 'line'],
    };
  },
  'rounds.draw'([given]) {
    const { round, size, offset } = given as { readonly round: number; readonly size: number; readonly offset: number };
    return { what: `round ${round}: ${size} from ${offset + 1}`, about: [`round ${round}`, 'line'] };
  },
  'lines.write'([given, changes], answer) {
    const { progress, lease } = { ...(given as LineRecord), ...(changes as Partial<LineRecord>) };
    const { open, drawn, calledUpTo } = progress;
    return {
      what: `${answer ? '' : 'moved: '}round ${open.round} open, ${drawn} drawn, ${calledUpTo} called, lease ${lease?.owner ?? 'nobody'}`,
      about: ['line'],
    };
  },
};

function tellOrder([given]: readonly unknown[], answer: unknown): ToldEffect {
  const order = (typeof given === 'object' ? given : answer) as OrderRecord | undefined;
  const id = typeof given === 'string' ? given : (order?.id ?? '');
  if (!order?.items) return { what: `${id} ${short(answer)}`, about: [id] };
  const outcomes = order.items.map(({ hold }) => `${hold} ${order.outcomes[hold] ?? 'asked'}`).join(' · ');
  const about = order.items.flatMap(({ hold, performance, seats }) => [
    hold,
    ...seats.map((seat) => `${performance} ${seat.id}`),
  ]);
  const version = 'version' in order ? ` v${order.version}` : '';
  return {
    what: `${id}${version} ${order.state}, payment ${order.payment.state}, ${outcomes}, ${order.tickets.length} tickets → ${short(answer)}`,
    about: [id, ...about],
  };
}

for (const name of ['put', 'get', 'write', 'decidePayment', 'recordOutcome', 'settle'])
  (tellers as Record<string, Teller>)[`orders.${name}`] = tellOrder;

function idsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== 'object' || value === null) return [];
  return ['id', 'hold', 'order', 'fan'].flatMap((name) => {
    const id: unknown = Reflect.get(value, name);
    return typeof id === 'string' ? [id] : [];
  });
}

/** In a few characters. */
function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 90 ? `${text.slice(0, 87)}…` : text;
}
