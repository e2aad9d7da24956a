import { written } from '../../foundation/write-outcome.ts';
import type { DoorMark, DoorStore } from './door-store.ts';

/** The door's marks in memory, with the same condition as the table: for tests and simulation. */
export function doorTwin(): DoorStore {
  const performances = new Map<string, Map<string, DoorMark>>();
  const marksOfAll = (performance: string): Map<string, DoorMark> => {
    const known = performances.get(performance) ?? new Map<string, DoorMark>();
    performances.set(performance, known);
    return known;
  };
  return {
    async mark(performance, ticket, mark) {
      const marks = marksOfAll(performance);
      const known = marks.get(ticket);
      if (known) return { ok: false, mark: known };
      marks.set(ticket, mark);
      return written;
    },
    async marksOf(performance, tickets) {
      const marks = marksOfAll(performance);
      return new Map([...marks].filter(([ticket]) => tickets.includes(ticket)));
    },
    async marks(performance) {
      return new Map(marksOfAll(performance));
    },
  };
}
