import type { Language } from '../../../contracts/languages.ts';
import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';

/** What the answers are told with, and how whoever reads them wants them. */
export interface AnswersState {
  readonly typed: string;
  /** The fan's number, as it was typed. */
  readonly number: string;
  /** The fan's language, beside English. */
  readonly language: Language;
  /** Of this on-sale are the figures. */
  readonly onSale?: string | undefined;
  readonly line?: LineFile | undefined;
  readonly isMissing: boolean;
  readonly board?: Board | undefined;
  /** Of the lobby's draw. */
  readonly sheet?: DrawSheet | undefined;
  /** Looks at the board in a row that nothing answered. */
  readonly unanswered: number;
}

export const noAnswersYet: AnswersState = { typed: '', number: '', language: 'en', isMissing: false, unanswered: 0 };
