import type { SaleAct, SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords } from '../../../words/en/control-room-sale.ts';
import { codeOf, type Trouble } from '../../api.ts';
import { browser, isVisible, learnTime, newKey, timers } from '../../browser.gateway.ts';
import { bringToNews } from '../../elements/news.ts';
import { keepAsking, type Poll, spread } from '../../poll.ts';
import { signInOver } from '../../sign-in/me-api.ts';
import type { SignedInPage } from '../../sign-in/signed-in.ts';
import { isSame, type SaleWish } from './effects.ts';
import { readSale, turnSale } from './sale-api.ts';

/*
 * The levers of a sale, as one person has them in hand:
 *
 *   looking ──takes a lever──▶ the effect is shown, with each reading anew ──says why, turns──▶ turned
 *                                 │ another person turned one meanwhile          │ the same, at the very moment
 *                                 └──────────── shown what stands, asked again ◀─┘
 */

export interface SaleState {
  readonly onSale: string;
  readonly sale?: SaleLeversShown | undefined;
  /** The last look came to nothing. */
  readonly trouble?: Trouble | undefined;
  /** Only performances of this title are shown; all if left out. */
  readonly only?: string | undefined;
  /** Performances chosen in the table. */
  readonly chosen: ReadonlySet<string>;
  readonly hand?: SaleHand | undefined;
  readonly turning: boolean;
  readonly turnTrouble?: Trouble | undefined;
  /** The last act, in words. */
  readonly done?: string | undefined;
}

/** The lever in hand. */
export interface SaleHand {
  readonly wish: SaleWish;
  readonly reason: string;
  /** The version that the person decides by. */
  readonly seen: number;
  /** The same for each press of the button, until the lever is turned. */
  readonly key: string;
  /** A limit as it is typed. */
  readonly typed?: string;
  /** The time of a release as it is typed; undefined: at once. */
  readonly when?: { readonly day: string; readonly time: string } | undefined;
}

/** Whether somebody turned a lever since the one in hand was taken. */
export const isOvertaken = ({ sale, hand }: SaleState): boolean => !!sale && !!hand && sale.version !== hand.seen;

export interface SaleDeps {
  readonly ask: SignedInPage['ask'];
  readonly state: () => SaleState | undefined;
  readonly turn: (sale: SaleState | undefined) => void;
}

export interface SaleDesk {
  /** Begins to look at an on-sale, or goes on. */
  readonly open: (onSale: string) => void;
  /** Looks no more. */
  readonly close: () => void;
  readonly look: () => void;
  readonly onChoose: (performance: string, isChosen: boolean) => void;
  readonly onOnly: (title: string | undefined) => void;
  readonly onTake: (wish: SaleWish | undefined) => void;
  readonly onHand: (change: Partial<SaleHand>) => void;
  readonly onSeen: () => void;
  readonly onTurn: () => void;
}

/** Counts are a few seconds old anyway. */
const everyMs = 4000;

export function openSale({ ask, state, turn }: SaleDeps): SaleDesk {
  let poll: Poll | undefined;
  /** Of the poll that runs: an earlier one ends with its next turn. */
  let round = 0;
  const change = (changed: Partial<SaleState>) => {
    const before = state();
    if (before) turn({ ...before, ...changed });
  };
  const isStill = (onSale: string) => state()?.onSale === onSale;

  async function look(): Promise<number | undefined> {
    const { onSale } = state() ?? {};
    if (onSale === undefined) return undefined;
    const next = spread(everyMs, browser.chance());
    if (!isVisible()) return next;
    const answer = await ask((access) => readSale(browser, access, onSale));
    if (!isStill(onSale)) return undefined;
    if (answer.ok) {
      learnTime(answer.seen);
      take(answer.body);
      return next;
    }
    if (answer.trouble === signInOver) return undefined;
    change({ trouble: answer.trouble });
    return answer.trouble.kind === 'refused' ? undefined : next;
  }

  /** A reading that is older than what is shown may come late, from before a lever was turned. */
  function take(sale: SaleLeversShown): void {
    const { sale: before, chosen = new Set<string>() } = state() ?? {};
    if (before && before.version > sale.version) return;
    const known = new Set(sale.performances.map(({ performance }) => performance));
    change({ sale, trouble: undefined, chosen: new Set([...chosen].filter((one) => known.has(one))) });
  }

  function close(): void {
    round += 1;
    poll = undefined;
    turn(undefined);
  }

  async function press(): Promise<void> {
    const { onSale, sale, hand, turning } = state() ?? {};
    if (onSale === undefined || !sale || !hand || turning || isSame(sale, hand.wish)) return;
    const { wish, reason, key, seen } = hand;
    const act = { ...wish, reason, key, seen } as SaleAct;
    change({ turning: true, turnTrouble: undefined, done: undefined });
    const answer = await ask((access) => turnSale(browser, access, onSale, act));
    if (!isStill(onSale)) return;
    change({ turning: false });
    if (answer.ok) {
      learnTime(answer.seen);
      take(answer.body);
      change({ hand: undefined, chosen: new Set(), done: saleWords.done[wish.act] });
    } else if (codeOf(answer.trouble) === 'sale-lever-moved') {
      // An answer like this is no act: the next one has a key of its own.
      change({ hand: { ...hand, key: newKey() } });
      const again = await ask((access) => readSale(browser, access, onSale));
      if (again.ok && isStill(onSale)) take(again.body);
    } else if (answer.trouble !== signInOver) change({ turnTrouble: answer.trouble });
    bringToNews();
  }

  return {
    open(onSale) {
      if (isStill(onSale)) return;
      round += 1;
      const mine = round;
      turn({ onSale, chosen: new Set(), turning: false });
      poll = keepAsking(timers, async () => (round === mine ? look() : undefined));
    },
    close,
    look: () => poll?.wake(),
    onChoose(performance, isChosen) {
      const { chosen = new Set<string>() } = state() ?? {};
      const others = [...chosen].filter((one) => one !== performance);
      change({ chosen: new Set(isChosen ? [...others, performance] : others), done: undefined });
    },
    onOnly: (only) => change({ only }),
    onTake(wish) {
      const { sale } = state() ?? {};
      const hand = wish && sale && { wish, reason: '', seen: sale.version, key: newKey() };
      change({ hand, turnTrouble: undefined, done: undefined });
      if (hand) document.getElementById('hand')?.focus();
    },
    onHand(changed) {
      const { hand } = state() ?? {};
      // Another act has another key, whatever became of the one before.
      if (hand) change({ hand: { ...hand, key: newKey(), ...changed }, turnTrouble: undefined });
    },
    onSeen() {
      const { sale, hand } = state() ?? {};
      if (sale && hand) change({ hand: { ...hand, seen: sale.version, key: newKey() } });
      document.getElementById('hand')?.focus();
    },
    onTurn: () => void press(),
  };
}
