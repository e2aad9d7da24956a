import type { BoxOffice } from '../../contracts/box-office.ts';
import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Board, EntryKind, LineFile } from '../../contracts/line.ts';
import type { Devices } from '../../contracts/line-requests.ts';
import { isSilent } from '../../rules/line-news.ts';
import { openingAt } from '../../rules/opening-at.ts';
import { foundLine, type Standing, standing } from '../../rules/standing.ts';
import type { Trouble } from '../api.ts';
import type { KeptPass, KeptReceipt, Signals } from '../kept.store.ts';
import { calledBy } from './drift.ts';
import type * as Inside from './inside.tsx';
import type { PlaceTaking } from './joining.tsx';
import type { deviceList } from './later/device-list.tsx';
import type { Later } from './later.tsx';

/** All that the line page knows. */
export interface LineState {
  readonly onSale: string;
  /** The fan's goal when they met the line, e.g. `/hall?performance=…`. */
  readonly goal: string;
  /** From the season, which is read after all that is urgent. */
  readonly timeZone?: string;
  readonly listed?: PublishedOnSale | undefined;
  readonly boxOffice?: BoxOffice | undefined;
  /** The season answered or will not: times can be written. */
  readonly zoned?: boolean;
  readonly line?: LineFile;
  readonly lineTrouble?: Trouble | undefined;
  readonly board?: Board;
  /** As its file has it, where staff have moved the doors since. */
  readonly promised?: LineFile | undefined;
  readonly kept?: KeptReceipt | undefined;
  readonly position?: number | undefined;
  readonly calledUpTo: number;
  /** Staff let the fan in before their turn. */
  readonly admitted?: boolean;
  /** How far was called, as it is shown: moves on between two boards, never back. */
  readonly shown: number;
  readonly pass?: KeptPass | undefined;
  readonly voucher?: string | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly visible: boolean;
  /** Looks at the board in a row that nothing answered, or a board that nobody writes any more. */
  readonly unanswered: number;
  /** The board showed heads that contradict each other: see inside/heads.ts. */
  readonly rewritten?: boolean;
  /** How the fan wants to come in, where there are several ways. */
  readonly way?: EntryKind;
  /** The act on its way. */
  readonly busy?:
    | 'join'
    | 'prove'
    | 'claim'
    | 'leave'
    | 'invite'
    | 'appeal'
    | 'extend'
    | 'devices'
    | 'code'
    | undefined;
  /** The join waits for its turn among many, or was not answered at once; or its connection is lost, and it goes on trying. */
  readonly crowded?: 'many' | 'lost' | undefined;
  readonly joinTrouble?: Trouble | undefined;
  /** Of a code of the box office. */
  readonly codeTrouble?: Trouble | undefined;
  readonly claimTrouble?: Trouble | undefined;
  /** Of leaving, an appeal, a longer pass. */
  readonly actTrouble?: Trouble | undefined;
  /** The address that a link was sent to. */
  readonly invited?: string;
  readonly asksToLeave?: boolean;
  readonly left?: boolean;
  /** This browser would forget a place as soon as the page is closed; `app`: it may, since it is an app's. */
  readonly forgetful: boolean | 'app';
  readonly signals: Signals;
  /** The signal that the browser refused. */
  readonly refusedSignal?: keyof Signals | undefined;
  /** The parts for a fan with a place, loaded as soon as they have one. */
  readonly inside?: typeof Inside;
  /** The parts that few fans need, loaded when they are asked for; and which of them are open. */
  readonly later?: Later;
  /** The part for taking a place, loaded while the fan looks at the form. */
  readonly joining?: PlaceTaking;
  readonly opened?: Readonly<Partial<Record<'needs' | 'signals' | 'devices' | 'code', boolean>>>;
  /** The devices that hold the place, once they were asked for. */
  readonly devices?: Devices['devices'] | undefined;
  /** Their list, loaded with them. */
  readonly deviceList?: typeof deviceList;
}

/** Nothing counts as heard until the line's own file is read, and its board was at least asked for. */
export function standingOf(state: LineState): Standing {
  const { onSale, line, lineTrouble, listed, zoned, board, kept, unanswered } = state;
  const isMissing = !onSale || (lineTrouble !== undefined && lineTrouble.kind !== 'unreachable' && zoned === true);
  return standing({
    ...state,
    line: foundLine(board || unanswered > 0 ? line : undefined, isMissing, listed !== undefined),
    place: kept?.place,
    slowerLane: kept?.slowerLane?.state,
  });
}

/** The change by a board that was read just now. One that is older than the last changes nothing that was said. */
export function withBoard(state: LineState, board: Board): Partial<LineState> {
  const unanswered = state.line && isSilent(state.line, board, state.now) ? state.unanswered + 1 : 0;
  if (state.board && board.writtenAt < state.board.writtenAt) return { unanswered };
  const calledUpTo = Math.max(state.calledUpTo, board.calledUpTo);
  const moved = state.line && openingAt(state.line, board.opensAt);
  return {
    ...{ board, calledUpTo, shown: Math.max(state.shown, calledUpTo), unanswered },
    ...(moved !== state.line && { line: moved, promised: state.promised ?? state.line }),
  };
}

/** The change by a second: the number ahead moves on, and never back. */
export function withTime(state: LineState, now: number, visible: boolean): Partial<LineState> {
  const { board, calledUpTo, position, shown } = state;
  const called = board && position !== undefined ? calledBy(board, calledUpTo, position, now) : calledUpTo;
  return { now, visible, shown: Math.max(shown, called) };
}

/** Whether something is wanted that is not in the first load. */
export function wantsLater(state: LineState, { at }: Standing, way: EntryKind): boolean {
  const { later, kept, opened, asksToLeave, pass, signals, left, forgetful } = state;
  if (later) return false;
  const nowhere = at === 'unknown' || at === 'announced';
  const inLine = kept && (kept.slowerLane || asksToLeave || Object.values(signals).includes(true));
  const more =
    at === 'over' || (at === 'shopping' && pass?.extensions) || (at === 'outside' && (way === 'email' || forgetful));
  return Boolean(nowhere || inLine || more || opened || left);
}
