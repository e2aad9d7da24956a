import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Dials } from '../../contracts/line-operation.ts';
import type { OrderState, PaymentMethod } from '../../contracts/order.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { StepMeasure } from '../measures.ts';
import type { Notes } from '../notes.ts';
import type { CdnCounts } from './polls.ts';

/**
 * The evidence of the audit: the tables, the published files and the logs as they lay when everything was still. They
 * are in words of their own, beside the answers that fans got. The checks read nothing else, so each can be shown a
 * planted breach.
 */
export interface Evidence {
  /** Milliseconds since the epoch: when the tables were read. */
  readonly readAt: number;
  readonly lines: readonly LineEvidence[];
  readonly houses: readonly HouseEvidence[];
  readonly baskets: readonly BasketEvidence[];
  readonly orders: readonly OrderEvidence[];
  /** Published files and logs that are searched for personal data. */
  readonly texts: readonly { readonly where: string; readonly text: string }[];
}

/** The driver's own notes of one rehearsal. */
export interface Witness {
  readonly onSale: string;
  readonly fans: number;
  readonly notes: Notes;
  readonly measures: readonly StepMeasure[];
  /** Only of a cloud whose CDN says what it counted. */
  readonly cdn?: CdnCounts;
}

export interface LineEvidence {
  readonly file: LineFile;
  readonly board: Board;
  readonly dials: Dials;
  /** Published, by round and bank. */
  readonly sheets: readonly DrawSheet[];
  /** Published, of all segments. */
  readonly ledger: Pick<Ledger, 'entries'>;
  /** Published, by round: the texts of a round's roll. */
  readonly rolls: readonly {
    readonly round: number;
    readonly commitment: string;
    readonly banks: readonly string[];
    readonly tiles: readonly string[];
  }[];
  /** Kept in the table, by round: the marks on each bank. */
  readonly rounds: readonly { readonly round: number; readonly sizes: readonly number[]; readonly offset: number }[];
  /** Everyone whose mark stands in a roll, by the table. */
  readonly fans: readonly {
    readonly fan: string;
    readonly mark: string;
    readonly round: number;
    readonly shard: number;
    readonly index: number;
    readonly joinedAt: number;
  }[];
  /** By the second at which they end: the names of the passes in use, ended before their time, and given for a voucher. */
  readonly passes: readonly {
    /** Milliseconds since the epoch. */
    readonly endsAt: number;
    readonly inUse: readonly string[];
    readonly ended: readonly { readonly pass: string; readonly endedAt: number }[];
    readonly vouchers: readonly string[];
  }[];
}

export interface HouseEvidence {
  readonly performance: string;
  readonly plan: Plan;
  readonly seatsPerFan: Readonly<Record<string, number>>;
  /** As far as anyone touched them: a section that is not here has every seat free. */
  readonly sections: readonly {
    readonly section: string;
    readonly seats: number;
    readonly blocked: readonly number[];
    readonly records: readonly SeatRecord[];
  }[];
}

export interface SeatRecord {
  readonly hold: string;
  readonly sold: boolean;
  /** Milliseconds since the epoch; endless once sold. */
  readonly lapsesAt: number;
  /** Indexes within the section. */
  readonly seats: readonly number[];
  /** Seats of the hold in all sections. */
  readonly total: number;
}

export interface BasketEvidence {
  readonly onSale: string;
  readonly fan: string;
  readonly entries: readonly { readonly hold: string; readonly performance: string; readonly state: string }[];
}

export interface OrderEvidence {
  readonly order: string;
  readonly fan: string;
  /** `unpaid`: written down, its fan gone before payment was asked. */
  readonly state: 'unpaid' | OrderState;
  readonly method: PaymentMethod;
  readonly payment: string;
  readonly lines: readonly {
    readonly hold: string;
    readonly performance: string;
    readonly outcome: 'asked' | 'sold' | 'lost' | 'returned';
    readonly seats: readonly { readonly id: string; readonly price: number }[];
  }[];
  readonly tickets: readonly { readonly id: string; readonly performance: string; readonly seat: string }[];
}
