import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { written } from '../../foundation/write-outcome.ts';
import type { DoorMark, DoorStore } from './door-store.ts';

interface Marked {
  readonly performance: string;
  readonly ticket: string;
  readonly mark: DoorMark;
}

/** The door's marks in memory, with the same condition as the table: for tests and simulation. */
export function doorTwin(behind: Behind = neverBehind): DoorStore {
  const marks = new KeptItems<Marked>(behind);
  const guests = new KeptItems<{ readonly performance: string; readonly order: string }>(behind);
  const nameOf = (performance: string, ticket: string) => `${performance} ${ticket}`;
  return {
    async mark(performance, ticket, mark) {
      const known = marks.get(nameOf(performance, ticket));
      if (known) return { ok: false, mark: known.mark };
      marks.set(nameOf(performance, ticket), { performance, ticket, mark });
      return written;
    },
    async marksOf(performance, tickets) {
      const found = tickets.flatMap((ticket) => marks.get(nameOf(performance, ticket)) ?? []);
      return new Map(found.map(({ ticket, mark }) => [ticket, mark]));
    },
    async marks(performance) {
      const found = marks.recents().filter((one) => one.performance === performance);
      return new Map(found.map(({ ticket, mark }) => [ticket, mark]));
    },
    async expect(performance, order) {
      guests.set(nameOf(performance, order), { performance, order });
    },
    async expected(performance) {
      return guests.recents().flatMap((one) => (one.performance === performance ? [one.order] : []));
    },
  };
}
