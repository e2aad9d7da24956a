import { seatsInOrder } from '../../contracts/plan.ts';
import type { Evidence, HouseEvidence, SeatRecord, Witness } from './evidence.ts';
import { type AuditFinding, finding, plural, repeated } from './finding.ts';

/** The houses' promises, S1 to S6, checked over every section as it lies in the table. */
export function auditHouses(evidence: Evidence, witness: Witness): readonly AuditFinding[] {
  const seated = evidence.houses.flatMap((house) => seatsOf(house, evidence.readAt));
  return [
    oneFanASeat(evidence, seated),
    allOrNone(seated, witness),
    liveHoldsKept(evidence, seated, witness),
    withinTheLimit(evidence, seated),
    nothingTwice(evidence, witness),
    sumsToThePlan(evidence),
  ];
}

/** One seat in one record that counts: sold, or held and live. */
interface RecordedSeat {
  readonly performance: string;
  readonly seat: string;
  readonly hold: string;
  readonly sold: boolean;
  /** Seats of the hold in all sections. */
  readonly total: number;
}

const counts = (record: SeatRecord, readAt: number) => record.sold || record.lapsesAt > readAt;

function seatsOf({ performance, plan, sections }: HouseEvidence, readAt: number): readonly RecordedSeat[] {
  return sections.flatMap(({ section, records }) => {
    const found = plan.sections.find(({ id }) => id === section);
    const inOrder = found ? seatsInOrder(found) : [];
    return records
      .filter((record) => counts(record, readAt))
      .flatMap(({ hold, sold, seats, total }) =>
        seats.map((index) => ({ performance, seat: inOrder[index]?.id ?? `${section}#${index}`, hold, sold, total })),
      );
  });
}

function oneFanASeat({ houses, orders }: Evidence, seated: readonly RecordedSeat[]): AuditFinding {
  const tickets = orders.flatMap((order) => order.tickets);
  const breaches = [
    ...repeated(seated.map(({ performance, seat }) => `${seat} of ${performance}`)).map(
      ([seat, count]) => `seat ${seat} is in ${count} records at once`,
    ),
    ...repeated(tickets.map(({ performance, seat }) => `${seat} of ${performance}`)).map(
      ([seat, count]) => `seat ${seat} has ${count} tickets`,
    ),
    ...repeated(tickets.map(({ id }) => id)).map(([id, count]) => `ticket ${id} was given ${count} times`),
  ];
  const held = plural(seated.length, 'seat');
  return finding(
    'S1',
    breaches,
    `${held} held or sold in ${plural(houses.length, 'house')}, ${plural(tickets.length, 'ticket')}: none twice`,
  );
}

function allOrNone(seated: readonly RecordedSeat[], { notes }: Witness): AuditFinding {
  const found = bySet(seated, ({ hold }) => hold);
  const breaches = notes.holds.flatMap(({ hold, asked, seats }) => {
    const inHouse = found.get(hold)?.length;
    if (seats.length !== asked) return `hold ${hold} asked for ${asked} seats and was told ${seats.length}`;
    return inHouse === undefined || inHouse === asked ? [] : `hold ${hold} asked for ${asked} seats and has ${inHouse}`;
  });
  for (const [hold, parts] of found) {
    const total = parts[0]?.total ?? 0;
    if (parts.length !== total) breaches.push(`hold ${hold} is of ${total} seats and has ${parts.length}`);
  }
  for (const { rule, said } of notes.contradictions) if (rule === 'S2') breaches.push(said);
  const whole = plural(found.size, 'hold and sale', 'holds and sales');
  return finding(
    'S2',
    breaches,
    `${plural(notes.holds.length, 'wish', 'wishes')} granted with just as many seats as asked for; ${whole} whole`,
  );
}

function liveHoldsKept({ readAt }: Evidence, seated: readonly RecordedSeat[], { notes }: Witness): AuditFinding {
  const seats = new Map(seated.map((one) => [`${one.performance}/${one.seat}`, one]));
  // A few seconds of grace: the house rounds a hold's time to the second.
  const live = notes.holds.filter(({ expiresAt, ended }) => ended === undefined && expiresAt > readAt + 5000);
  const breaches = live.flatMap(({ hold, performance, seats: ids }) =>
    ids
      .filter((id) => seats.get(`${performance}/${id}`)?.hold !== hold)
      .map((id) => `seat ${id} of ${performance} was taken from the live hold ${hold}`),
  );
  for (const { rule, said } of notes.contradictions) if (rule === 'S3') breaches.push(said);
  return finding(
    'S3',
    breaches,
    `${plural(live.length, 'live hold')} left alone still ${live.length === 1 ? 'has' : 'have'} every seat`,
  );
}

function withinTheLimit({ houses, baskets }: Evidence, seated: readonly RecordedSeat[]): AuditFinding {
  const perHold = bySet(seated, ({ hold }) => hold);
  const limits = new Map(houses.flatMap(({ seatsPerFan }) => Object.entries(seatsPerFan)));
  let most = 0;
  const breaches = baskets.flatMap(({ onSale, fan, entries }) => {
    const holds = new Set(entries.map(({ hold }) => hold));
    const has = [...holds].reduce((sum, hold) => sum + (perHold.get(hold)?.length ?? 0), 0);
    most = Math.max(most, has);
    const limit = limits.get(onSale) ?? 0;
    return has > limit ? `fan ${fan} has ${has} seats in ${onSale}; the limit is ${limit}` : [];
  });
  const known = new Set(baskets.flatMap(({ entries }) => entries.map(({ hold }) => hold)));
  for (const hold of perHold.keys()) if (!known.has(hold)) breaches.push(`hold ${hold} is in no fan's basket`);
  return finding(
    'S4',
    breaches,
    `${plural(baskets.length, 'basket')}, the fullest with ${plural(most, 'seat')}, within the limits`,
  );
}

function nothingTwice({ houses, orders }: Evidence, { notes }: Witness): AuditFinding {
  const breaches: string[] = [];
  const where = new Map<string, string>();
  let records = 0;
  for (const { performance, sections } of houses) {
    for (const { section, records: ofSection } of sections) {
      records += ofSection.length;
      for (const [hold] of repeated(ofSection.map((record) => record.hold))) {
        breaches.push(`hold ${hold} is twice in ${section} of ${performance}`);
      }
      for (const { hold } of ofSection) {
        const elsewhere = where.get(hold);
        if (elsewhere !== undefined && elsewhere !== performance) breaches.push(`hold ${hold} is in two houses`);
        where.set(hold, performance);
      }
    }
  }
  const sold = orders.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome === 'sold').map(({ hold }) => hold));
  for (const [hold, count] of repeated(sold)) breaches.push(`hold ${hold} was sold to ${count} orders`);
  for (const { rule, said } of notes.contradictions) if (rule === 'S5') breaches.push(said);
  return finding('S5', breaches, `${plural(records, 'record')} and ${plural(sold.length, 'sale')}, each made once`);
}

function sumsToThePlan({ houses, readAt }: Evidence): AuditFinding {
  const total = { free: 0, held: 0, sold: 0, blocked: 0 };
  const breaches: string[] = [];
  for (const { performance, plan, sections } of houses) {
    const states = new Map(sections.map((state) => [state.section, state]));
    for (const unknown of sections.filter(({ section }) => !plan.sections.some(({ id }) => id === section))) {
      breaches.push(`${performance} has a section ${unknown.section} that its plan does not know`);
    }
    let sum = 0;
    for (const section of plan.sections) {
      const size = section.rows.reduce((seats, row) => seats + row.seats.length, 0);
      const state = states.get(section.id) ?? { seats: size, blocked: [], records: [] };
      if (state.seats !== size) {
        breaches.push(`${section.id} of ${performance} has ${state.seats} seats; its plan has ${size}`);
      }
      const live = state.records.filter((record) => counts(record, readAt));
      const held = live.filter(({ sold }) => !sold).reduce((seats, record) => seats + record.seats.length, 0);
      const sold = live.filter((record) => record.sold).reduce((seats, record) => seats + record.seats.length, 0);
      const taken = new Set([...state.blocked, ...live.flatMap(({ seats }) => seats)]);
      const free = Array.from({ length: size }, (_, index) => index).filter((index) => !taken.has(index)).length;
      sum += free + held + sold + state.blocked.length;
      total.free += free;
      total.held += held;
      total.sold += sold;
      total.blocked += state.blocked.length;
    }
    if (sum !== plan.seats) breaches.push(`${performance} accounts for ${sum} seats; its plan has ${plan.seats}`);
  }
  const of = (count: number, word: string) => `${count.toLocaleString('en')} ${word}`;
  const sum = total.free + total.held + total.sold + total.blocked;
  return finding(
    'S6',
    breaches,
    `${of(total.free, 'free')} + ${of(total.held, 'held')} + ${of(total.sold, 'sold')} + ${of(total.blocked, 'blocked')} = ${plural(sum, 'seat')} in ${plural(houses.length, 'plan')}`,
  );
}

function bySet<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
