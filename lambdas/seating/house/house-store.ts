import type { Written } from '../../foundation/write-outcome.ts';
import type { AskBook } from './ask-book.ts';
import type { BasketKey, BasketRecord } from './basket-record.ts';
import type { Beat, BeatKey, Pulse } from './beat.ts';
import type { SaleLevers } from './sale-levers.ts';
import type { SaleRules } from './sale-rules.ts';

/*
 * The records that seating keeps, in any store. Sections and baskets carry a version that grows by one with every
 * write; a write says which version it follows and is taken only if that is still the one that stands.
 */

/** The facts of a house, written when it is opened and never changed. */
export interface HouseRecord {
  readonly performance: string;
  /** Id of the published plan. */
  readonly plan: string;
  /** Seats by section. */
  readonly sections: Readonly<Record<string, number>>;
  readonly onSales: readonly string[];
}

export interface SectionKey {
  readonly performance: string;
  readonly section: string;
}

/** A section as written. One that never was written has no record, and its version is 0. */
export interface SectionRecord extends SectionKey {
  readonly version: number;
  /** See section-codec.ts. */
  readonly data: Uint8Array;
}

export interface HouseStore {
  /** Puts the house unless it is there. */
  openHouse(house: HouseRecord): Promise<Written>;
  /** Puts the rules of an on-sale unless they are there; answers those that stand. */
  openRules(onSale: string, rules: SaleRules): Promise<SaleRules>;
  /** What never changes. Found as soon as it was written, however far other reads are behind. */
  house(performance: string): Promise<HouseRecord | undefined>;
  /** As `house`. */
  rules(onSale: string): Promise<SaleRules | undefined>;
  /** What staff turned in an on-sale. */
  levers(onSale: string, age: 'latest' | 'recent'): Promise<SaleLevers>;
  /** Follows the version before its own. */
  writeLevers(levers: SaleLevers): Promise<Written>;
  /** The turns of releases that are carried out in every house. */
  carriedOut(onSale: string): Promise<readonly number[]>;
  noteCarriedOut(onSale: string, turn: number): Promise<void>;
  /** The house and all its written sections; `latest` sees every write that was answered, `recent` may be a second behind. */
  wholeHouse(
    performance: string,
    age: 'latest' | 'recent',
  ): Promise<{ readonly house: HouseRecord; readonly sections: readonly SectionRecord[] } | undefined>;
  /** The sections that were written. May be a second behind, unless the `latest` are asked for. */
  sections(keys: readonly SectionKey[], age?: 'latest' | 'recent'): Promise<readonly SectionRecord[]>;
  /** May be a second behind. */
  basket(key: BasketKey): Promise<BasketRecord>;
  /** Each as it stands now, in the order of the keys, which differ. */
  baskets(keys: readonly BasketKey[]): Promise<readonly BasketRecord[]>;
  /** As it stands now; empty for a fan who never asked. */
  askBook(key: BasketKey): Promise<AskBook>;
  /** Follows the version before its own. */
  writeAskBook(book: AskBook): Promise<Written>;
  /** Follows the version before its own. */
  writeSection(section: SectionRecord): Promise<Written>;
  /** Follows the version before its own. */
  writeBasket(basket: BasketRecord): Promise<Written>;
  /** Adds to the beat; given twice, it counts twice. */
  addPulse(key: BeatKey, pulse: Pulse): Promise<void>;
  /** The beats of the last minute in which anything was asked, one for each shard of a beat. May be a second behind. */
  beats(onSale: string, now: number): Promise<readonly Beat[]>;
}
