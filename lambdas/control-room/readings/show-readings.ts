import type { KeyedReadings, OnSaleReadings, ReadingsHistory } from '../../../contracts/readings.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { HandKey } from './kept-keys.ts';
import type { ReadingsMemory } from './readings-memory.ts';

export interface ShowReadingsDeps {
  readonly readings: ReadingsMemory;
  /** So that those who write readings know that somebody looks. */
  readonly noteLook: (now: number) => Promise<void>;
}

/** How one line and its sale go, with the key of the shared address. A part that nobody has written yet is left out. */
export async function showReadings(
  deps: ShowReadingsDeps & { readonly handKey: HandKey },
  asker: StaffMember,
  { onSale }: { readonly onSale: string },
  now: number,
): Promise<{ readonly ok: true; readonly body: KeyedReadings } | Refusal> {
  if (!asker.may('see-readings', [{ onSale }])) return notAllowed();
  await deps.noteLook(now);
  const [readings, key] = await Promise.all([readingsOf(deps.readings, onSale, now), deps.handKey(onSale, now)]);
  return { ok: true, body: { ...readings, key } };
}

export async function readingsOf(readings: ReadingsMemory, onSale: string, now: number): Promise<OnSaleReadings> {
  const [line, house, orders] = await Promise.all([
    readings.line(onSale, now),
    readings.house(onSale, now),
    readings.orders(onSale, now),
  ]);
  return {
    onSale,
    ...(line && { line: line.now }),
    ...(house && { house }),
    ...(orders && { orders: orders.now }),
  };
}

/** What was, minute by minute. */
export async function showHistory(
  { readings }: Pick<ShowReadingsDeps, 'readings'>,
  asker: StaffMember,
  { onSale }: { readonly onSale: string },
  now: number,
): Promise<{ readonly ok: true; readonly body: ReadingsHistory } | Refusal> {
  if (!asker.may('see-readings', [{ onSale }])) return notAllowed();
  return { ok: true, body: await historyOf(readings, onSale, now) };
}

export async function historyOf(readings: ReadingsMemory, onSale: string, now: number): Promise<ReadingsHistory> {
  const [line, sold] = await Promise.all([readings.line(onSale, now), readings.orders(onSale, now)]);
  const { at = [], orders = [], tickets = [], money = [] } = sold?.history ?? {};
  return { onSale, ...(line && { line: line.history }), ...(sold && { orders: { at, orders, tickets, money } }) };
}
