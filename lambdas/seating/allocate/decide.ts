import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import { basketName } from '../house/basket.ts';
import type { BasketRecord } from '../house/basket-record.ts';
import type { SectionState } from '../house/section-codec.ts';
import { decideAnew } from './decide-anew.ts';
import { decideBankWait, decideExtension, decideHold, decideRelease } from './decide-hold.ts';
import { decideChange, decideSale, isMoveAcross } from './decide-sale.ts';
import { Session } from './session.ts';
import type { Decision, Situation } from './situation.ts';

/** The outcome of a batch. */
export interface Decided {
  /** One an ask, as far as was decided; the others wait until these are written. */
  readonly decisions: readonly Decision[];
  readonly sections: ReadonlyMap<string, SectionState>;
  /** Sections to be written in this state first, before any of `sections`. */
  readonly fences: ReadonlyMap<string, SectionState>;
  /** Changed baskets, as they were and as they become. Versions are the old ones. */
  readonly baskets: readonly { readonly before: BasketRecord; readonly after: BasketRecord }[];
  readonly outcomes: readonly HouseOutcome[];
  /**
   * Some decision holds only if the sections are as they were read: it writes none of them to prove it, or it
   * goes against what the basket says.
   */
  readonly unproven: boolean;
  /** A contradiction in the sections as they were read: then nothing may be written. */
  readonly broken: string | undefined;
}

/**
 * Decides the asks of one house in their order, in memory. It says what the house's sections and the fans' baskets
 * become, and what ordering hears. The section is the truth of who has a seat; the basket says where to look and what
 * was answered. An ask that was answered before changes nothing. When an entry that counts seats is decided anew, every
 * section it names is written again, even if nothing in it changed. So an allocator that still means to write the old
 * decision finds the section moved, and decides again too.
 */
export function decide(situation: Situation, asks: readonly HouseAsk[]): Decided {
  const session = new Session(situation);
  const decisions: Decision[] = [];
  for (const ask of asks) {
    // Seats that a fan gave back are theirs to use only once that is written, or two holds could be live at once.
    if (session.gaveBack.has(basketName(ask))) break;
    const alone = isMoveAcross(session, ask);
    if (alone && decisions.length > 0) break;
    decisions.push(decideOne(session, ask));
    if (alone) break;
  }
  return {
    decisions,
    sections: session.draft.changes(),
    fences: session.draft.fences(),
    baskets: session.changedBaskets(),
    outcomes: session.outcomes,
    unproven: session.unproven,
    broken: session.broken,
  };
}

function decideOne(session: Session, ask: HouseAsk): Decision {
  switch (ask.ask) {
    case 'hold':
      return decideHold(session, ask);
    case 'release':
      return decideRelease(session, ask);
    case 'extend':
      return decideExtension(session, ask);
    case 'await-bank':
      return decideBankWait(session, ask);
    case 'sell':
      return decideSale(session, ask);
    case 'change':
      return decideChange(session, ask);
    case 'seat-anew':
      return decideAnew(session, ask);
  }
}
