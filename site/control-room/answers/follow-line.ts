import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import { ask } from '../../api.ts';
import { browser, isVisible, readConfig, timers } from '../../browser.gateway.ts';
import { keepAsking, type Poll } from '../../poll.ts';
import { type AnswersState, noAnswersYet } from './answers-state.ts';

const everyMs = 4_000;
const hiddenMs = 20_000;

export interface AnswersDeps {
  /** The on-sale whose answers somebody looks at; undefined while nobody does. */
  readonly onSale: () => string | undefined;
  readonly state: () => AnswersState;
  readonly turn: (state: AnswersState) => void;
}

/**
 * The figures behind the answers: the files that fans' pages read, and no other. The board is asked for while somebody
 * looks, the line's own file and the sheet of the lobby's draw until they are there.
 */
export function openAnswers({ onSale, state, turn }: AnswersDeps) {
  const config = readConfig();
  let poll: Poll | undefined;

  async function look(): Promise<number | undefined> {
    const wanted = onSale();
    if (wanted === undefined) {
      poll = undefined;
      return undefined;
    }
    if (state().onSale !== wanted) {
      const { typed, language } = state();
      turn({ ...noAnswersYet, typed, language, onSale: wanted });
    }
    const { live } = await config;
    const { line: known, sheet: drawn } = state();
    const [line, board, sheet] = await Promise.all([
      known ? undefined : ask<LineFile>(browser, { url: published.line(wanted), tries: 1 }),
      ask<Board>(browser, { url: `${live}${published.board(wanted)}`, cache: 'no-cache', tries: 1 }),
      drawn || !(state().board?.drawn ?? 0)
        ? undefined
        : ask<DrawSheet>(browser, { url: `${live}${published.drawSheet(wanted, 0, 0)}`, tries: 1 }),
    ]);
    // Another on-sale was chosen meanwhile.
    if (onSale() !== wanted) return 0;
    const before = state();
    turn({
      ...before,
      ...(line?.ok && { line: line.body, isMissing: false }),
      ...(line && !line.ok && { isMissing: line.trouble.kind !== 'unreachable' }),
      ...(board.ok && { board: board.body }),
      unanswered: board.ok ? 0 : before.unanswered + 1,
      ...(sheet?.ok && { sheet: sheet.body }),
    });
    return isVisible() ? everyMs : hiddenMs;
  }

  return {
    /** Somebody looks, or looks at another on-sale. */
    follow(): void {
      if (poll) poll.wake();
      else poll = keepAsking(timers, look);
    },
    change: (change: Partial<Pick<AnswersState, 'typed' | 'number' | 'language'>>) => turn({ ...state(), ...change }),
  };
}

export type AnswersDesk = ReturnType<typeof openAnswers>;
