import type { HoldRefusal, HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { SectionState } from '../house/section-codec.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { type Basket, basketName } from './basket.ts';
import { decideExtension, decideHold, decideRelease } from './decide-hold.ts';
import { decideChange, decideSale, isMoveAcross } from './decide-sale.ts';
import { Session } from './session.ts';

/**
 * Decides the asks of one house in their order, in memory: what its sections and the fans' baskets become
 * and what ordering is told. The section is the truth of who has a seat; the basket says where to look
 * and what was answered. An ask that was answered before changes nothing. Whenever an entry that claims
 * seats is decided anew, every section it names is written again, whether anything in it changed or
 * not: so whoever still means to write the old decision finds the section moved, and decides again too.
 */
export interface Situation {
  readonly plan: PlanIndex;
  /** Of this house's on-sales, by id. */
  readonly rules: ReadonlyMap<string, SaleRules>;
  readonly sections: ReadonlyMap<string, SectionState>;
  /** By `basketName`: of every fan who asks. */
  readonly baskets: ReadonlyMap<string, Basket>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface SaleRules {
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
}

/** What became of an ask; `again` is one that was answered before. */
export type Answer =
  | 'held'
  | 'extended'
  | 'sold'
  | 'lost'
  | 'changed'
  | 'kept'
  | 'released'
  | 'too-late'
  | 'again'
  | HoldRefusal;

export interface Decisions {
  /** One an ask, as far as was decided; the others wait until these are written. */
  readonly answers: readonly Answer[];
  readonly sections: ReadonlyMap<string, SectionState>;
  /** Sections to be written in this state first, before any of `sections`. */
  readonly fences: ReadonlyMap<string, SectionState>;
  /** Changed baskets, as they were and as they become. Versions are the old ones. */
  readonly baskets: readonly { readonly before: Basket; readonly after: Basket }[];
  readonly outcomes: readonly HouseOutcome[];
  /**
   * Some answer holds only if the sections are as they were read: it writes none of them to prove it, or it
   * goes against what the basket says.
   */
  readonly unproven: boolean;
  /** What cannot be, if the sections are as they were read: then nothing may be written. */
  readonly broken: string | undefined;
}

export function decide(situation: Situation, asks: readonly HouseAsk[]): Decisions {
  const session = new Session(situation);
  const answers: Answer[] = [];
  for (const ask of asks) {
    // What a fan gave back is theirs to use only once it is written, or two holds could be live at once.
    if (session.gaveBack.has(basketName(ask))) break;
    const alone = isMoveAcross(session, ask);
    if (alone && answers.length > 0) break;
    answers.push(answer(session, ask));
    if (alone) break;
  }
  return {
    answers,
    sections: session.draft.changes(),
    fences: session.draft.fences(),
    baskets: session.changedBaskets(),
    outcomes: session.outcomes,
    unproven: session.unproven,
    broken: session.broken,
  };
}

function answer(session: Session, ask: HouseAsk): Answer {
  switch (ask.ask) {
    case 'hold':
      return decideHold(session, ask);
    case 'release':
      return decideRelease(session, ask);
    case 'extend':
      return decideExtension(session, ask);
    case 'sell':
      return decideSale(session, ask);
    case 'change':
      return decideChange(session, ask);
  }
}
