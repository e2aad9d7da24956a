import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import type { Trouble } from '../api.ts';
import type { KeptPass, KeptReceipt } from '../kept.store.ts';
import { furthest, type Known, type Standing, standing } from './standing.ts';
import { estimate, tell, type Wait } from './wait.ts';

/** All that the line page knows. */
export interface LineState {
  readonly onSale: string;
  /** Where the fan was going when they met the line, e.g. `/hall?performance=…`. */
  readonly goal: string;
  readonly venue?: string;
  readonly timeZone?: string;
  readonly listed?: PublishedOnSale;
  readonly line?: LineFile;
  readonly lineTrouble?: Trouble | undefined;
  readonly board?: Board;
  readonly kept?: KeptReceipt | undefined;
  readonly position?: number | undefined;
  readonly calledUpTo: number;
  readonly wait?: Wait | undefined;
  readonly pass?: KeptPass | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly visible: boolean;
  /** Looks at the board in a row that nothing answered. */
  readonly unanswered: number;
  /** The act on its way. */
  readonly busy?: 'join' | 'claim' | 'leave' | undefined;
  readonly joinTrouble?: Trouble | undefined;
  readonly claimTrouble?: Trouble | undefined;
  readonly leaveTrouble?: Trouble | undefined;
  readonly asksToLeave?: boolean;
  readonly left?: boolean;
}

/** Undefined while the line's own file is not read yet. */
export function standingOf(state: LineState): Standing | undefined {
  if (!state.line) return undefined;
  const known: Known = {
    line: state.line,
    board: state.board,
    place: state.kept?.place,
    position: state.position,
    calledUpTo: state.calledUpTo,
    pass: state.pass,
    now: state.now,
  };
  return standing(known);
}

/** What a new board changes. An older one than we have seen changes nothing but the time of the look. */
export function withBoard(state: LineState, board: Board): Partial<LineState> {
  if (state.board && board.at < state.board.at) return { unanswered: 0 };
  const calledUpTo = furthest(state.calledUpTo, board);
  const ahead = state.position === undefined ? undefined : Math.max(0, state.position - calledUpTo - 1);
  const next = ahead === undefined ? undefined : estimate(ahead, board.rate);
  return { board, calledUpTo, unanswered: 0, wait: tell(state.wait, next) };
}
