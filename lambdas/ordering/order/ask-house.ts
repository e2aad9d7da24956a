import type { HouseAsk } from '../../../contracts/house.ts';
import { partiesOf } from '../change/choice-seats.ts';
import { type Changing, changedHolds, changeOf, type OrderRecord, seatsBack } from './order.ts';

/** Puts an ask into the house's queue. */
export type AskHouse = (ask: HouseAsk) => Promise<void>;

/** Asks for every hold that has no answer yet. The house knows each ask by its id, so asking again does no harm. */
export async function askToSell(askHouse: AskHouse, order: OrderRecord): Promise<void> {
  const { id, onSale, fan, items, outcomes } = order;
  const open = items.filter(({ hold }) => outcomes[hold] === undefined);
  // The history keeps its first acts and its last, so every repeat says the same time.
  const decidedAt = order.history.find(({ act }) => act === 'payment-decided')?.happenedAt;
  await Promise.all(
    open.map(({ hold, share, performance, seats }) =>
      askHouse({
        ask: 'sell',
        ...(share !== undefined && { share }),
        id: `${id}-${hold}`,
        performance,
        onSale,
        fan,
        hold,
        order: id,
        seats: seats.map((seat) => seat.id),
        ...(decidedAt !== undefined && { askedAt: decidedAt }),
      }),
    ),
  );
}

/** The bank asks the buyer: every hold waits for the answer. Asked again, it is the same wait. */
export async function askToAwaitBank(askHouse: AskHouse, order: OrderRecord): Promise<void> {
  const { id, onSale, fan, items, bankAskedAt } = order;
  if (bankAskedAt === undefined) return;
  await Promise.all(
    items.map(({ hold, share, performance }) =>
      askHouse({
        ask: 'await-bank',
        ...(share !== undefined && { share }),
        id: `${id}-${hold}-bank`,
        performance,
        onSale,
        fan,
        hold,
        order: id,
        askedAt: bankAskedAt,
      }),
    ),
  );
}

/**
 * Asks for the exchange under way, or for the date that was chosen, for every hold that has no answer to it yet. Whoever
 * meets an order that is being cancelled asks nothing: its tickets may still open the door.
 */
export async function askToChange(askHouse: AskHouse, order: OrderRecord): Promise<void> {
  const { changing } = order;
  if (changing?.kind === 'choice') await askAnew(askHouse, order, changing);
  if (changing?.kind === 'exchange') await askForSeats(askHouse, order, changing);
}

/** Asks to take back what a cancellation gives back, once none of its tickets opens the door any more. */
export async function askToTakeBack(askHouse: AskHouse, order: OrderRecord): Promise<void> {
  const { changing } = order;
  if (changing?.kind === 'cancel') await askForSeats(askHouse, order, changing);
}

async function askForSeats(
  askHouse: AskHouse,
  order: OrderRecord,
  changing: Extract<Changing, { kind: 'exchange' | 'cancel' }>,
): Promise<void> {
  const { id, onSale, fan } = order;
  const askedAt = order.history.findLast(({ act }) => act === 'exchange-asked')?.happenedAt;
  const open = changedHolds(order).filter(({ hold }) => changing.answers[hold] === undefined);
  await Promise.all(
    open.map((item) => {
      const { hold, share, performance, seats } = item;
      const change = changeOf(order, hold);
      const from = seats.map((seat) => seat.id);
      const back = seatsBack(order, item);
      const to =
        changing.kind === 'exchange'
          ? from.map((seat) => changing.to[changing.from.indexOf(seat)]?.id ?? seat)
          : from.filter((seat) => !back.includes(seat));
      return askHouse({
        ask: 'change',
        ...(share !== undefined && { share }),
        id: `${id}-${hold}-${change}`,
        performance,
        onSale,
        fan,
        hold,
        order: id,
        change,
        from,
        to,
        ...(changing.kind === 'exchange' && askedAt !== undefined && { askedAt }),
      });
    }),
  );
}

/** Asks the house of the date that the buyer chose. Each try has a hold of its own, so the house knows it again. */
async function askAnew(
  askHouse: AskHouse,
  { id, onSale, fan }: OrderRecord,
  { hold, item, wanted, askedAt, answers }: Extract<Changing, { kind: 'choice' }>,
): Promise<void> {
  if (answers[hold] !== undefined) return;
  const { performance } = item;
  const change = 1;
  const who = { id: `${id}-${hold}-${change}`, performance, onSale, fan, hold, order: id };
  await askHouse({ ask: 'seat-anew', ...who, change, parties: partiesOf(wanted), askedAt });
}
