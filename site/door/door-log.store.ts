import type { DoorList, GuestList, Owed } from '../../contracts/door.ts';
import { long } from '../box.store.ts';
import type { LetIn } from './judge.ts';

/*
 * The memory of this device for a door, so that a closed page, an empty battery or a dead network lose nothing. It
 * keeps the people it let in, one entry a ticket, each with its code (or its order, if it was found by name) until the
 * platform has it. It keeps the last lists, and the entries that turned out wrong. Written before anything is sent. One
 * entry a ticket, so that two tabs of one device see each other's.
 *
 * The guest list names people. It is for one evening: what is older goes when the page opens.
 */

export interface Logged extends LetIn {
  /** Until the platform has answered for it. */
  readonly code?: string;
  /** In place of a code, for one who was found by reference or name; as long. */
  readonly order?: string;
  /** The steward was told that it is not paid, and let them in. */
  readonly told?: true;
}

/** Whether the platform has not answered for it. */
export const isWaiting = ({ code, order }: Logged): boolean => code !== undefined || order !== undefined;

/** Let in here, and the platform said otherwise later. */
export interface Conflict extends LetIn {
  readonly said:
    | { readonly state: 'used'; readonly usedAt: number; readonly door: string }
    | { readonly state: 'unpaid'; readonly owed: Owed }
    | { readonly state: 'void' | 'elsewhere' | 'forged' };
}

export interface KeptGuests {
  readonly list: GuestList;
  /** Milliseconds since the epoch, by this device. */
  readonly heardAt: number;
}

export interface KeptList {
  readonly list: DoorList;
  /** Milliseconds since the epoch, by this device. */
  readonly heardAt: number;
}

const logName = (performance: string, ticket = '') => `stampede.door.log.${performance}.${ticket}`;
const conflictName = (performance: string, ticket = '') => `stampede.door.conflict.${performance}.${ticket}`;
const listName = (performance: string) => `stampede.door.list.${performance}`;
const guestsName = (performance: string) => `stampede.door.guests.${performance}`;
const doorName = 'stampede.door.name';
/** An evening is over by then. */
const guestsKeptMs = 16 * 3_600_000;

/*
 * `usedAt` is kept as `at`: a device may have scans that were not sent before the page was a newer one.
 */
type KeptLetIn<Entry extends LetIn> = Omit<Entry, 'usedAt'> & { readonly at: number };
const keptAs = ({ usedAt, ...entry }: LetIn): string => JSON.stringify({ ...entry, at: usedAt });
const asWas = <Entry extends LetIn>({ at, ...entry }: KeptLetIn<Entry>): Entry =>
  ({ ...entry, usedAt: at }) as unknown as Entry;

const allOf = <Entry extends LetIn>(prefix: string): readonly Entry[] =>
  [...new Set(long.names())]
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const kept = long.read<KeptLetIn<Entry>>(name);
      return kept ? [asWas(kept)] : [];
    });

export const doorLog = {
  letIn: (performance: string, ticket: string) => {
    const kept = long.read<KeptLetIn<Logged>>(logName(performance, ticket));
    return kept && asWas(kept);
  },
  all: (performance: string) => allOf<Logged>(logName(performance)),
  keep: (performance: string, entry: Logged) => long.put(logName(performance, entry.ticket), keptAs(entry)),
  drop: (performance: string, ticket: string) => long.drop(logName(performance, ticket)),

  conflicts: (performance: string) => allOf<Conflict>(conflictName(performance)),
  keepConflict: (performance: string, conflict: Conflict) =>
    long.put(conflictName(performance, conflict.ticket), keptAs(conflict)),
  dropConflict: (performance: string, ticket: string) => long.drop(conflictName(performance, ticket)),

  list: (performance: string) => long.read<KeptList>(listName(performance)),
  keepList: (performance: string, kept: KeptList) => long.put(listName(performance), JSON.stringify(kept)),

  guests: (performance: string) => long.read<KeptGuests>(guestsName(performance)),
  keepGuests: (performance: string, kept: KeptGuests) => long.put(guestsName(performance), JSON.stringify(kept)),
  dropGuests: (performance: string) => long.drop(guestsName(performance)),
  dropOldGuests: (now: number) => {
    for (const name of long.names().filter((one) => one.startsWith(guestsName('')))) {
      const kept = long.read<KeptGuests>(name);
      if (!kept || now - kept.heardAt > guestsKeptMs) long.drop(name);
    }
  },

  door: () => long.get(doorName),
  keepDoor: (door: string) => long.put(doorName, door),
};
