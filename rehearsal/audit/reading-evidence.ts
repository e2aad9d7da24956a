import { createHmac } from 'node:crypto';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Ledger, LedgerEntry } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Dials } from '../../contracts/line-operation.ts';
import { published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { RollCommitment } from '../../contracts/roll.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import type { SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';
import { decodeSection, sold } from '../../lambdas/seating/house/section-codec.ts';
import type { BasketEvidence, Evidence, HouseEvidence, LineEvidence, OrderEvidence } from './evidence.ts';

/**
 * The content of the tables' items, in the audit's words. The key shapes are those that the stores document at their
 * heads: the audit reads what lies in the tables, not what a store's code would make of it.
 */
export interface TableItem {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

/** Published files by path, as text. */
export type PublishedTexts = ReadonlyMap<string, string>;

const fileIn = <File>(texts: PublishedTexts, path: string): File | undefined => {
  const text = texts.get(path);
  return text === undefined ? undefined : (JSON.parse(text) as File);
};

/** Items whose partition key starts with `<kind>#`, by what follows. */
function itemsOf(
  items: readonly TableItem[],
  kind: string,
): readonly { readonly of: string; readonly item: TableItem }[] {
  return items
    .filter(({ pk }) => pk.startsWith(`${kind}#`))
    .map((item) => ({ of: item.pk.slice(kind.length + 1), item }));
}

/** Throws if an opened line has not published what it promises: then there is nothing to audit it by. */
export function linesOf(items: readonly TableItem[], texts: PublishedTexts): readonly LineEvidence[] {
  const rounds = itemsOf(items, 'ROUND');
  const passes = itemsOf(items, 'PASSES');
  return itemsOf(items, 'LINE').map(({ of: onSale, item }) => {
    const file = fileIn<LineFile>(texts, published.line(onSale));
    const board = fileIn<Board>(texts, published.board(onSale));
    const ledger = ledgerOf(onSale, texts);
    if (!file || !board || !ledger) {
      const missing = file ? (board ? 'ledger' : 'board') : 'line file';
      throw new Error(`The line ${onSale} is open and has no published ${missing}`);
    }
    const drawn = rounds
      .filter(({ of, item: { sk } }) => of.startsWith(`${onSale}#`) && sk === 'DRAW')
      .map((round) => round.item as unknown as LineEvidence['rounds'][number]);
    return {
      file,
      board,
      dials: item.dials as Dials,
      sheets: sheetsOf(onSale, texts),
      ledger,
      rolls: rollsOf(onSale, texts),
      rounds: drawn.map(({ round, sizes, offset }) => ({ round, sizes, offset })),
      fans: fansOf(onSale, items),
      passes: passes
        .filter(({ of }) => of === onSale || of.startsWith(`${onSale}#`))
        .map(({ item: bunch }) => ({
          endsAt: Number.parseInt(bunch.sk, 10) * 1000,
          inUse: namesIn(bunch.inUse),
          ended: namesIn(bunch.ended).map(endIn),
          vouchers: namesIn(bunch.vouchers),
        })),
    };
  });
}

/** `<name>@<seconds>` */
function endIn(entry: string): { readonly pass: string; readonly endedAt: number } {
  const [pass = '', seconds] = entry.split('@');
  return { pass, endedAt: Number(seconds) * 1000 };
}

const namesIn = (set: unknown): readonly string[] => [...((set ?? []) as Iterable<string>)];

/** Fans whose mark stands where they are pinned. The mark is a keyed hash of the fan, by a key that lies in the table. */
function fansOf(onSale: string, items: readonly TableItem[]): LineEvidence['fans'] {
  const [marks] = itemsOf(items, 'MARKS').filter(({ of }) => of === onSale);
  const shards = new Map(itemsOf(items, 'SHARD').map(({ of, item }) => [of, (item.roll ?? []) as readonly string[]]));
  const key = Buffer.from(`${marks?.item.key ?? ''}`, 'base64url');
  return itemsOf(items, 'FAN')
    .filter(({ of }) => of.startsWith(`${onSale}#`))
    .flatMap(({ of, item }) => {
      const { round, shard, joinedAt } = item as unknown as LineEvidence['fans'][number];
      const fan = of.slice(onSale.length + 1);
      const mark = createHmac('sha256', key).update(fan).digest().subarray(0, 16).toString('base64url');
      const index = shards.get(`${onSale}#${round}#${shard}`)?.indexOf(mark) ?? -1;
      // Pinned, and never appended: somebody whose join was cut short and who never came again.
      return index < 0 ? [] : { fan, mark, round, shard, index, joinedAt };
    });
}

function sheetsOf(onSale: string, texts: PublishedTexts): readonly DrawSheet[] {
  const folder = published.drawSheet(onSale, 0, 0).replace(/0\/0\.json$/, '');
  return [...texts]
    .filter(([path]) => path.startsWith(folder))
    .map(([, text]) => JSON.parse(text) as DrawSheet)
    .sort((a, b) => a.round - b.round || a.bank - b.bank);
}

function ledgerOf(onSale: string, texts: PublishedTexts): LineEvidence['ledger'] | undefined {
  const entries: LedgerEntry[] = [];
  for (let segment = 0; ; segment += 1) {
    const file = fileIn<Ledger>(texts, published.ledger(onSale, segment));
    if (!file) return segment === 0 ? undefined : { entries };
    entries.push(...file.entries);
  }
}

function rollsOf(onSale: string, texts: PublishedTexts): LineEvidence['rolls'] {
  const folder = published.rollCommitment(onSale, 0).replace(/0\.json$/, '');
  const all = (pathOf: (at: number) => string) => {
    const found: string[] = [];
    for (let text = texts.get(pathOf(0)); text !== undefined; text = texts.get(pathOf(found.length))) found.push(text);
    return found;
  };
  return [...texts]
    .filter(([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
    .map(([, commitment]) => {
      const { round } = JSON.parse(commitment) as RollCommitment;
      const banks = all((bank) => published.rollBank(onSale, round, bank));
      return { round, commitment, banks, tiles: all((tile) => published.rollTile(onSale, round, tile)) };
    })
    .sort((a, b) => a.round - b.round);
}

/** Houses with all their sections, and the baskets of their fans. */
export function housesOf(items: readonly TableItem[], texts: PublishedTexts): Pick<Evidence, 'houses' | 'baskets'> {
  const sections = Map.groupBy(
    itemsOf(items, 'HOUSE').filter(({ item }) => item.sk.startsWith('SECTION#')),
    ({ of }) => of,
  );
  const names = new Set(itemsOf(items, 'HOUSE').map(({ of }) => of));
  const turned = limitsTurned(items);
  const houses = [...names].map((performance): HouseEvidence => {
    const file = fileIn<PerformanceFile>(texts, published.performance(performance));
    const plan = file && fileIn<Plan>(texts, published.plan(file.plan));
    if (!file || !plan)
      throw new Error(`The house of ${performance} is open and its ${file ? 'plan' : 'file'} is not published`);
    return {
      performance,
      plan,
      seatsPerFan: Object.fromEntries(
        file.onSales.map(({ id, seatsPerFan }) => [id, Math.max(seatsPerFan, ...(turned.get(id) ?? []))]),
      ),
      sections: (sections.get(performance) ?? []).map(({ item }) => sectionOf(item)),
    };
  });
  const baskets = itemsOf(items, 'FAN').map(({ item }): BasketEvidence => {
    const [, onSale = '', fan = ''] = item.pk.split('#');
    // By the short names under which the store keeps them.
    const entries = (item.entries ?? []) as readonly { readonly h: string; readonly p: string; readonly s: string }[];
    return { onSale, fan, entries: entries.map(({ h, p, s }) => ({ hold: h, performance: p, state: s })) };
  });
  return { houses, baskets };
}

/** Limits of seats that staff turned to while it sold: what a fan got by the highest of them stays theirs. */
function limitsTurned(items: readonly TableItem[]): ReadonlyMap<string, readonly number[]> {
  const levers = itemsOf(items, 'ONSALE').filter(({ item }) => item.sk === 'LEVERS');
  return new Map(
    levers.map(({ of, item }) => {
      const { seatsPerFan, turns = [] } = item as unknown as Partial<Pick<SaleLevers, 'seatsPerFan' | 'turns'>>;
      const asked = turns.flatMap(({ act, asked: text }) =>
        act === 'limit' ? [Number(new Map(JSON.parse(text) as [string, unknown][]).get('seatsPerFan'))] : [],
      );
      return [of, [...asked, ...(seatsPerFan === undefined ? [] : [seatsPerFan])]] as const;
    }),
  );
}

function sectionOf(item: TableItem): HouseEvidence['sections'][number] {
  const { seats, blocked, records } = decodeSection(item.data as Uint8Array);
  return {
    section: item.sk.slice('SECTION#'.length),
    seats,
    blocked,
    records: records.map(({ hold, lapsesAt, seats: own, total }) => ({
      hold,
      sold: lapsesAt === sold,
      lapsesAt,
      seats: own,
      total,
    })),
  };
}

export function ordersOf(items: readonly TableItem[]): readonly OrderEvidence[] {
  return itemsOf(items, 'ORDER').map(({ item }) => {
    const order = item as unknown as OrderRecord;
    return {
      order: order.id,
      fan: order.fan,
      state: order.state,
      method: order.payment.method,
      payment: order.payment.state,
      lines: order.items.map(({ hold, performance, seats }) => ({
        hold,
        performance,
        outcome: order.outcomes[hold] ?? 'asked',
        seats: seats.map(({ id, price }) => ({ id, price })),
      })),
      tickets: order.tickets.map(({ id, performance, seat }) => ({ id, performance, seat })),
    };
  });
}
