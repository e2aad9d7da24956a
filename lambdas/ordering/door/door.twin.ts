import { written } from '../../foundation/written.ts';
import type { DoorMark, DoorStore } from './door-store.ts';

/** Runs each act of the twin; a simulation delays it, interleaves it with others, or lets it die before or after. */
export type Around = <Result>(name: keyof DoorStore, act: () => Result) => Promise<Result>;

/** The door's marks in memory, with the same condition as the table: for tests and simulation. */
export function doorTwin(around: Around = async (_, act) => act()): DoorStore {
  const performances = new Map<string, Map<string, DoorMark>>();
  const marksOfAll = (performance: string): Map<string, DoorMark> => {
    const known = performances.get(performance) ?? new Map<string, DoorMark>();
    performances.set(performance, known);
    return known;
  };
  return {
    mark: (performance, ticket, mark) =>
      around('mark', () => {
        const marks = marksOfAll(performance);
        const known = marks.get(ticket);
        if (known) return { ok: false, mark: known };
        marks.set(ticket, mark);
        return written;
      }),
    marksOf: (performance, tickets) =>
      around('marksOf', () => {
        const marks = marksOfAll(performance);
        return new Map([...marks].filter(([ticket]) => tickets.includes(ticket)));
      }),
    marks: (performance) => around('marks', () => new Map(marksOfAll(performance))),
  };
}
