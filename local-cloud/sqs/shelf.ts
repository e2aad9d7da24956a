/**
 * Chooses the visible message that is handed out next.
 *
 * A standard queue hands out the one that has waited longest. A FIFO queue hands out as many consecutive messages as
 * are asked for, of one or several groups, always from the head of a group. It hands out nothing more of a group while
 * any of its messages is in flight:
 *
 *     waiting ──take──▶ in flight ──remove──▶ gone
 *        ▲                  │
 *        └────give back─────┘   (at its old place in the group)
 */
import type { Message } from './message.ts';

/** A message in a queue, and what happened to it there. */
export interface Entry {
  readonly message: Message;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  /** Until when nobody else gets it, while it is in flight or delayed. */
  hiddenUntil: number;
  inFlight: boolean;
}

export interface Shelf {
  /** Adds a message that may be handed out from now on. */
  readonly put: (entry: Entry) => void;
  /** Up to `max` entries, which are then in flight. */
  readonly take: (max: number) => readonly Entry[];
  readonly giveBack: (entry: Entry) => void;
  /** Takes it away for good, in flight or not. */
  readonly remove: (entry: Entry) => void;
}

export const standardShelf = (): Shelf => {
  const waiting = new Set<Entry>();
  return {
    put: (entry) => waiting.add(entry),
    take: (max) => {
      const taken: Entry[] = [];
      for (const entry of waiting) {
        if (taken.length >= max) break;
        entry.inFlight = true;
        taken.push(entry);
      }
      for (const entry of taken) waiting.delete(entry);
      return taken;
    },
    giveBack: (entry) => {
      entry.inFlight = false;
      waiting.add(entry);
    },
    remove: (entry) => {
      entry.inFlight = false;
      waiting.delete(entry);
    },
  };
};

interface Group {
  /** In the order sent; those in flight keep their place. */
  readonly entries: Entry[];
  inFlight: number;
}

export const fifoShelf = (): Shelf => {
  const groups = new Map<string, Group>();
  /** Groups with a message to hand out and none in flight, the longest ready first. */
  const ready = new Set<string>();

  const nameOf = (entry: Entry): string => entry.message.group ?? '';
  const settle = (name: string, group: Group): void => {
    if (group.entries.length === 0) groups.delete(name);
    else if (group.inFlight === 0) ready.add(name);
  };

  return {
    put: (entry) => {
      const name = nameOf(entry);
      const group = groups.get(name) ?? { entries: [], inFlight: 0 };
      groups.set(name, group);
      group.entries.push(entry);
      settle(name, group);
    },
    take: (max) => {
      const taken: Entry[] = [];
      for (const name of ready) {
        if (taken.length >= max) break;
        const group = groups.get(name) as Group;
        const some = group.entries.slice(0, max - taken.length);
        for (const entry of some) entry.inFlight = true;
        group.inFlight = some.length;
        ready.delete(name);
        taken.push(...some);
      }
      return taken;
    },
    giveBack: (entry) => {
      const name = nameOf(entry);
      const group = groups.get(name) as Group;
      entry.inFlight = false;
      group.inFlight -= 1;
      settle(name, group);
    },
    remove: (entry) => {
      const name = nameOf(entry);
      const group = groups.get(name);
      const at = group?.entries.indexOf(entry) ?? -1;
      if (group === undefined || at < 0) return;
      group.entries.splice(at, 1);
      if (entry.inFlight) group.inFlight -= 1;
      entry.inFlight = false;
      if (group.entries.length === 0) ready.delete(name);
      settle(name, group);
    },
  };
};
