import type { Board } from '../contracts/line.ts';
import { chanceAt, tenths } from './chance.ts';
import type { Halt } from './line-news.ts';
import { sayable, type Wait } from './sayable-wait.ts';
import type { Standing } from './standing.ts';
import { estimate } from './wait.ts';

/**
 * The figures of this minute that answers are told with: from the files that the page of a line reads anyway. A figure
 * that nobody knows is left out, and so is the sentence that would tell it. Fans and staff get theirs by this one rule,
 * so that a fan on the telephone hears what is on the screen.
 */
export interface AnswerFigures {
  /** Of the doors that concern the one who asks: those of their own window, once they have a place. */
  readonly phase: 'before' | 'open' | 'over';
  /** Milliseconds since the epoch. */
  readonly doorsAt: number;
  readonly closesAt: number;
  /** People in the lobby, before the doors. */
  readonly here?: number | undefined;
  /** People who are not called yet, after the doors. */
  readonly waiting?: number | undefined;
  /** Called a minute. */
  readonly rate?: number | undefined;
  readonly halt?: Halt | undefined;
  readonly position?: number | undefined;
  /** 0 is next; below 0 is called. */
  readonly ahead?: number | undefined;
  /** Whether the place was drawn with a lobby, and not with those who joined after its doors. */
  readonly inLobby: boolean;
  /** Of the draw that gave the number: how many were in it, and how many were drawn before it. */
  readonly among?: number | undefined;
  readonly behind?: number | undefined;
  /** For the number; without one, for the middle of the line and for those who join now. */
  readonly wait?: Wait | undefined;
  readonly middle?: Wait | undefined;
  readonly end?: Wait | undefined;
  /** The chance of two seats, in tenths. */
  readonly chance?: number | undefined;
  /** Seats that are not sold. */
  readonly left?: number | undefined;
  /** Whether a public beacon decides the draws. Undefined where the line's file is not there. */
  readonly proved?: boolean | undefined;
  readonly holdMinutes?: number | undefined;
}

/** What of it is known. It is small, and imports nothing that the first load of the line has: the build would part that. */
export interface KnownForAnswers {
  readonly phase: AnswerFigures['phase'];
  /** The doors of the window that the place is in; without a place, the first. Milliseconds since the epoch. */
  readonly doorsAt: number;
  readonly closesAt: number;
  readonly board?: Board | undefined;
  /** As rules/line-news.ts has them from the board. */
  readonly halt?: Halt | undefined;
  readonly here?: number | undefined;
  readonly inLobby?: boolean | undefined;
  readonly position?: number | undefined;
  /** The highest call that was ever seen; left out: the board's. */
  readonly calledUpTo?: number | undefined;
  /** From the sheet of the place's round. */
  readonly drawn?: { readonly size: number; readonly offset: number } | undefined;
  /** As the page tells it already; left out: as the board has it now. */
  readonly wait?: Wait | undefined;
  readonly proved?: boolean | undefined;
  readonly holdMinutes?: number | undefined;
}

export function answerFigures(known: KnownForAnswers): AnswerFigures {
  const { phase, doorsAt, closesAt, board, halt, here, inLobby = true, position, drawn, proved, holdMinutes } = known;
  const common = { phase, doorsAt, closesAt, inLobby, proved, holdMinutes };
  if (phase === 'before') return { ...common, here };
  const lot = { position, among: drawn?.size, behind: drawn?.offset || undefined };
  if (!board || phase === 'over') return { ...common, ...lot };
  const { rate, wait, odds, waiting } = board;
  const ahead = position === undefined ? undefined : position - (known.calledUpTo ?? board.calledUpTo) - 1;
  // While nobody is called, the rate of before says nothing of the wait.
  const told = (minutes: Wait | undefined) => (halt ? undefined : minutes);
  const isAhead = ahead !== undefined && ahead >= 0;
  return {
    ...common,
    ...lot,
    waiting,
    rate: !halt && rate >= 0.5 ? Math.round(rate) : undefined,
    halt,
    ahead,
    wait: isAhead ? told(known.wait ?? estimate(ahead, rate)) : undefined,
    middle: told(wait && sayable(wait.middle)),
    end: told(wait && sayable(wait.end)),
    chance: odds && isAhead && halt !== 'sold-out' ? tenths(chanceAt(odds, ahead)) : undefined,
    left: odds?.left,
  };
}

/** The doors that concern a fan who stands there. */
export function phaseOf(stand: Standing): AnswerFigures['phase'] {
  if (stand.at === 'over') return 'over';
  return stand.at === 'lobby' || (stand.at === 'outside' && stand.doors === 'before') ? 'before' : 'open';
}
