import type { HouseRecord, HouseStore, SectionRecord } from './house-store.ts';
import { decodeSection, type SectionState } from './section-codec.ts';

/**
 * The houses as a warm allocator last saw them. While one allocator serves a house its memory is exact, and a batch of
 * holds reads no section at all. When another has written in between, the versions tell, at the latest when a write is
 * refused. So it is no foundation/memory.ts, where age alone tells what still serves.
 */
export interface RememberedHouse {
  readonly house: HouseRecord | undefined;
  readonly sections: ReadonlyMap<string, RememberedSection>;
  /** Read for this very batch. */
  readonly fresh: boolean;
}

interface RememberedSection {
  readonly version: number;
  readonly state: SectionState;
}

/** A house of 20,000 seats is about 1 MB when decoded. */
const housesKept = 40;

export class HouseMemory {
  readonly #houses = new Map<string, Omit<RememberedHouse, 'fresh'>>();
  /** Houses whose memory was found wrong: their decoded sections still serve where the version agrees. */
  readonly #doubted = new Set<string>();

  async recall(store: HouseStore, performance: string): Promise<RememberedHouse> {
    const known = this.#houses.get(performance);
    if (known && !this.#doubted.has(performance)) return { ...known, fresh: false };
    const read = await store.wholeHouse(performance, 'latest');
    const sections = new Map((read?.sections ?? []).map((item) => [item.section, decoded(item, known)] as const));
    const house = { house: read?.house, sections };
    // A house that is not open yet may be the next time.
    if (read) this.#keep(performance, house);
    return { ...house, fresh: true };
  }

  /** After a section was written. */
  wrote({ performance, section, version }: SectionRecord, state: SectionState): void {
    const known = this.#houses.get(performance);
    if (known)
      this.#houses.set(performance, {
        ...known,
        sections: new Map(known.sections).set(section, { version, state }),
      });
  }

  /** The memory of this house must be read again before it is believed. */
  doubt(performance: string): void {
    this.#doubted.add(performance);
  }

  #keep(performance: string, house: Omit<RememberedHouse, 'fresh'>): void {
    this.#doubted.delete(performance);
    this.#houses.delete(performance);
    this.#houses.set(performance, house);
    for (const oldest of [...this.#houses.keys()].slice(0, Math.max(0, this.#houses.size - housesKept)))
      this.#houses.delete(oldest);
  }
}

function decoded({ section, version, data }: SectionRecord, known?: Omit<RememberedHouse, 'fresh'>): RememberedSection {
  const same = known?.sections.get(section);
  return same?.version === version ? same : { version, state: decodeSection(data) };
}
