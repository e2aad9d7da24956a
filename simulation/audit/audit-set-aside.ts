import type { AllocationsFile } from '../../contracts/catalogue.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { SectionRecord } from '../../lambdas/seating/house/house-store.ts';
import type { Release, SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';
import { decodeSection } from '../../lambdas/seating/house/section-codec.ts';
import type { Effect } from '../stage/cloud.ts';
import { Breach } from './breach.ts';

/**
 * S8: a seat that is set aside is nobody's until its release has begun, and from then on free as any other. What is set
 * aside only ever becomes less, and in the end nothing of a release that has begun is left.
 */
export class SetAsideAudit {
  /** Seats that are set aside, by performance and section: at first as the houses were opened. */
  readonly #blocked: Map<string, readonly number[]>;
  readonly #files: readonly AllocationsFile[];
  readonly #seatIds: ReadonlyMap<string, readonly string[]>;
  #releases: readonly Release[] = [];

  readonly #isCancelled: (performance: string) => boolean;

  /** `seatIds`: by section, in order. The house of a performance that was cancelled may never open. */
  constructor(
    files: readonly AllocationsFile[],
    seatIds: ReadonlyMap<string, readonly string[]>,
    isCancelled: (performance: string) => boolean,
  ) {
    this.#files = files;
    this.#isCancelled = isCancelled;
    this.#seatIds = seatIds;
    this.#blocked = new Map(
      files.flatMap(({ performance, allocations }) => {
        const aside = new Set(allocations.flatMap(({ seats }) => seats));
        return [...seatIds].map(([section, ids]) => {
          const indexes = ids.flatMap((id, index) => (aside.has(id) ? [index] : []));
          return [`${performance} ${section}`, indexes] as const;
        });
      }),
    );
  }

  /** Indexes of the seats of a section that are set aside. */
  of(performance: string, section: string): readonly number[] {
    return this.#blocked.get(`${performance} ${section}`) ?? [];
  }

  saw({ call, of, answer, failed }: Effect): void {
    if (failed) return;
    if (call === 'seats.writeLevers' && (answer as Written).ok) this.#releases = (of[0] as SaleLevers).releases ?? [];
    if (call === 'seats.writeSection' && (answer as Written).ok) this.#wrote(of[0] as SectionRecord);
  }

  /** Whether nothing is planned, and all that has begun is carried out. */
  get isAtRest(): boolean {
    return this.#releases.every(({ begun }) => begun) && this.#left() === undefined;
  }

  atEnd(): void {
    const left = this.#left();
    if (left !== undefined) throw new Breach('S8', `${left} is released, and is still set aside`, [left]);
  }

  #wrote({ performance, section, data }: SectionRecord): void {
    const { blocked, records } = decodeSection(data);
    const before = this.of(performance, section);
    const name = (seat: number) => `${performance} ${this.#seatIds.get(section)?.[seat]}`;
    for (const seat of blocked)
      if (!before.includes(seat)) throw new Breach('S8', `${name(seat)} is set aside again`, [name(seat)]);
    const released = new Set(this.#released(performance));
    for (const seat of before)
      if (!blocked.includes(seat) && !released.has(this.#seatIds.get(section)?.[seat] ?? ''))
        throw new Breach('S8', `${name(seat)} is free, and nobody released it`, [name(seat)]);
    for (const { hold, seats } of records)
      for (const seat of seats)
        if (blocked.includes(seat))
          throw new Breach('S8', `${name(seat)} is set aside, and with ${hold}`, [name(seat), hold]);
    this.#blocked.set(`${performance} ${section}`, blocked);
  }

  /** Ids of the seats of a performance whose release has begun. */
  #released(performance: string): readonly string[] {
    const of = this.#releases.filter((one) => one.begun && one.performances.includes(performance));
    const partners = new Set(of.map(({ partner }) => partner));
    const file = this.#files.find((one) => one.performance === performance);
    return (file?.allocations ?? []).filter(({ partner }) => partners.has(partner)).flatMap(({ seats }) => seats);
  }

  #left(): string | undefined {
    for (const { performance } of this.#files) {
      if (this.#isCancelled(performance)) continue;
      const released = new Set(this.#released(performance));
      for (const [section, ids] of this.#seatIds)
        for (const seat of this.of(performance, section)) {
          const id = ids[seat] ?? '';
          if (released.has(id)) return `${performance} ${id}`;
        }
    }
    return undefined;
  }
}
