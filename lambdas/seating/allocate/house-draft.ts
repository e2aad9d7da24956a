import { isLive, takenSeats } from '../house/hold-lapses.ts';
import { type HoldRecord, type SectionState, sold, untouched } from '../house/section-codec.ts';
import type { Seating } from '../plan/best-available.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

/**
 * A house on which decisions are tried before any is written. It has the sections as read, without the records that
 * lapsed, and a note of which sections must be written again. A seat is free if no live record names it and it is not
 * blocked. There is no other rule for what may be given.
 */
export class HouseDraft {
  readonly plan: PlanIndex;
  readonly #read: ReadonlyMap<string, SectionState>;
  readonly #now: number;
  readonly #drafts = new Map<string, SectionDraft>();

  /** `now` in milliseconds since the epoch. A section that was never written is missing from `read`. */
  constructor(plan: PlanIndex, read: ReadonlyMap<string, SectionState>, now: number) {
    this.plan = plan;
    this.#read = read;
    this.#now = now;
  }

  /** A byte a seat: 0 is free. */
  readonly taken = (section: string): Uint8Array => this.#draft(section)?.taken ?? new Uint8Array();

  /** The live parts of a hold in these sections, by section. */
  partsOf(hold: string, sections: readonly string[]): ReadonlyMap<string, HoldRecord> {
    return new Map(
      sections.flatMap((section) => {
        const record = this.#draft(section)?.records.get(hold);
        return record ? [[section, record] as const] : [];
      }),
    );
  }

  /** Ids of the seats that a hold has in these sections. */
  seatsOf(hold: string, sections: readonly string[]): readonly string[] {
    return [...this.partsOf(hold, sections)].flatMap(([section, { seats }]) =>
      seats.flatMap((seat) => this.plan.sections.get(section)?.spots[seat]?.id ?? []),
    );
  }

  /** Writes the hold into its sections. The seats must be free. */
  place(hold: string, seating: Seating, lapsesAt: number): void {
    const total = seatsIn(seating);
    for (const [section, seats] of seating) {
      const draft = this.#draft(section);
      if (!draft || seats.some((seat) => draft.taken[seat] !== 0)) throw new Error(`Hold ${hold} takes a taken seat`);
      for (const seat of seats) draft.taken[seat] = 1;
      draft.records.set(hold, { hold, lapsesAt: lapsesAt, seats, total });
      draft.changed = true;
    }
    for (const [section, draft] of this.#drafts) {
      const before = draft.withdrawn.get(hold);
      const here = seating.get(section)?.length;
      if (before !== undefined && (here === undefined || here < before)) draft.movedOut.add(hold);
    }
  }

  /** Takes the hold out of these sections. Each is written again, also if the hold is not in it. */
  withdraw(hold: string, sections: readonly string[]): void {
    for (const section of sections) {
      const draft = this.#draft(section);
      if (!draft) continue;
      const seats = draft.records.get(hold)?.seats ?? [];
      for (const seat of seats) draft.taken[seat] = 0;
      draft.records.delete(hold);
      draft.withdrawn.set(hold, seats.length);
      draft.changed = true;
    }
  }

  /**
   * Sold seats become other seats. If they lie in several sections, those that gain seats are written first with the
   * old and the new ones (see `fences`). Cut short in between, the sale has too many seats, and nobody else has any of
   * them.
   */
  exchange(hold: string, sections: readonly string[], seating: Seating): void {
    const before = this.partsOf(hold, sections);
    this.withdraw(hold, sections);
    this.place(hold, seating, sold);
    for (const draft of this.#drafts.values()) draft.movedOut.delete(hold);
    if (new Set([...before.keys(), ...seating.keys()]).size < 2) return;
    for (const section of seating.keys()) {
      const draft = this.#draft(section);
      const record = draft?.records.get(hold);
      const old = before.get(section)?.seats ?? [];
      if (!draft || !record || record.seats.every((seat) => old.includes(seat))) continue;
      const seats = [...new Set([...old, ...record.seats])].sort((a, b) => a - b);
      draft.both.set(hold, { ...record, seats });
    }
  }

  /** The sections to write, lapsed records dropped. */
  changes(): ReadonlyMap<string, SectionState> {
    return this.#collect(
      ({ changed }) => changed,
      ({ records }) => [...records.values()],
    );
  }

  /**
   * Some sections are written before the others. One kind are those that a hold leaves, or in which it has fewer seats
   * than before: as they were read, but without it. So an allocator that was believed dead and still means to write it
   * there finds the section moved, and the hold never has more seats than it asked for. The other kind are those in
   * which something sold gains seats: as they become, with what it had there before.
   */
  fences(): ReadonlyMap<string, SectionState> {
    return this.#collect(
      ({ movedOut, both }) => movedOut.size > 0 || both.size > 0,
      ({ read, records, movedOut, both }) =>
        both.size > 0
          ? [...records.values()].map((record) => both.get(record.hold) ?? record)
          : read.filter(({ hold }) => !movedOut.has(hold)),
    );
  }

  #collect(
    which: (draft: SectionDraft) => boolean,
    recordsOf: (draft: SectionDraft) => readonly HoldRecord[],
  ): ReadonlyMap<string, SectionState> {
    return new Map(
      [...this.#drafts].flatMap(([section, draft]) =>
        which(draft)
          ? [[section, { seats: draft.seats, blocked: draft.blocked, records: recordsOf(draft) }] as const]
          : [],
      ),
    );
  }

  #draft(section: string): SectionDraft | undefined {
    const known = this.#drafts.get(section);
    if (known) return known;
    const seats = this.plan.sections.get(section)?.spots.length;
    if (seats === undefined) return undefined;
    const draft = draftOf(this.#read.get(section) ?? untouched(seats), this.#now);
    this.#drafts.set(section, draft);
    return draft;
  }
}

interface SectionDraft {
  readonly seats: number;
  readonly blocked: readonly number[];
  readonly taken: Uint8Array;
  /** Live when they were read. */
  readonly read: readonly HoldRecord[];
  readonly records: Map<string, HoldRecord>;
  /** Seats here of the holds that were taken out, whether placed again or not. */
  readonly withdrawn: Map<string, number>;
  /** The holds of these that were placed elsewhere, all or part. */
  readonly movedOut: Set<string>;
  /** Of what was sold and gains seats here: the record with those it had before. */
  readonly both: Map<string, HoldRecord>;
  changed: boolean;
}

function draftOf(state: SectionState, now: number): SectionDraft {
  const live = state.records.filter((record) => isLive(record, now));
  return {
    seats: state.seats,
    blocked: state.blocked,
    taken: takenSeats(state, now),
    read: live,
    records: new Map(live.map((record) => [record.hold, record])),
    withdrawn: new Map(),
    movedOut: new Set(),
    both: new Map(),
    changed: false,
  };
}

/** Wheelchair places of a seating, or companions' seats if those are more: a fan may have exchanged the place alone. */
export function wheelchairIn(plan: PlanIndex, seating: Seating): number {
  const access = [...seating].flatMap(([section, seats]) => {
    const spots = plan.sections.get(section)?.spots ?? [];
    return seats.map((seat) => spots[seat]?.access);
  });
  const count = (kind: 'wheelchair' | 'companion') => access.filter((one) => one === kind).length;
  return Math.max(count('wheelchair'), count('companion'));
}

export function seatsIn(seating: Seating): number {
  return [...seating.values()].reduce((sum, seats) => sum + seats.length, 0);
}
