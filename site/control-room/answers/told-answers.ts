import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import { type Language, languages } from '../../../contracts/languages.ts';
import { answerFigures } from '../../../rules/answer-figures.ts';
import { lookedIn, looksFor } from '../../../rules/folded.ts';
import { haltOf, inLobby } from '../../../rules/line-news.ts';
import { ownTextIn } from '../../../rules/own-text.ts';
import { whoseBeacon } from '../../../rules/whose-beacon.ts';
import { answersWords } from '../../../words/all/answers.ts';
import { written } from '../../../words/all/written.ts';
import { answered } from '../../../words/answered.ts';
import type { AnswersState } from './answers-state.ts';

/** One answer, as staff read it: in English, and in the fan's language where that is another. */
export interface AnswerToRead {
  readonly name: string;
  readonly texts: readonly {
    readonly lang: Language | undefined;
    readonly question: string;
    readonly sentences: readonly string[];
  }[];
}

/** The answers that hold what was typed, with the figures of this minute. `now` in milliseconds since the epoch. */
export function answersToRead(
  { typed, number, language, line, board, sheet }: AnswersState,
  listed: PublishedOnSale,
  timeZone: string | undefined,
  now: number,
): readonly AnswerToRead[] {
  const { opensAt, closesAt, holdMinutes } = listed;
  const position = numberIn(number);
  const isOver = now >= closesAt || board?.phase === 'closed';
  const isBefore = board ? board.phase === 'lobby' : now < opensAt;
  const inFirst = sheet && position !== undefined && position <= sheet.size;
  const figures = answerFigures({
    phase: isOver ? 'over' : isBefore ? 'before' : 'open',
    doorsAt: opensAt,
    closesAt,
    board,
    halt: haltOf(board),
    here: line && inLobby(line, board),
    // With several windows a number behind the first draw is of a later lobby, or of those who came late: nobody can tell.
    inLobby: position === undefined || !sheet || inFirst || line?.tiers !== undefined,
    position,
    drawn: inFirst || (sheet && position === undefined) ? sheet : undefined,
    proved: line && whoseBeacon(line.beacon) === 'public',
    holdMinutes,
  });
  const shown = languages.filter((one) => one === 'en' || one === language);
  const ours = shown.map((one) => answered(answersWords[one], figures, { ...written[one], timeZone, now }));
  const told: readonly AnswerToRead[] = [
    ...(ours[0] ?? []).map(({ name }, at) => ({
      name,
      texts: shown.flatMap((lang, nth) => {
        const one = ours[nth]?.[at];
        return one ? [{ lang, question: one.question, sentences: one.sentences }] : [];
      }),
    })),
    ...(listed.answers ?? []).map(({ question, text }, at) => ({
      name: `own-${at}`,
      texts: distinct(
        shown.map((one) => {
          const said = ownTextIn(text, one);
          return { lang: said.lang, question: ownTextIn(question, one).text, sentences: [said.text] };
        }),
      ),
    })),
  ];
  const holds = looksFor(typed);
  return told.filter(({ texts }) =>
    typed.trim() === ''
      ? true
      : holds(lookedIn(texts.flatMap(({ question, sentences }) => [question, ...sentences]).join(' '))),
  );
}

/** A venue that wrote one text has it once. */
function distinct<Text extends { readonly question: string; readonly sentences: readonly string[] }>(
  texts: readonly Text[],
) {
  return texts.filter(
    (text, at) =>
      texts.findIndex((one) => one.question === text.question && one.sentences[0] === text.sentences[0]) === at,
  );
}

/** `4,000`, `4 000` and `no. 4000` are one number; a text without one, or a longer one than any line has, is none. */
export function numberIn(typed: string): number | undefined {
  const digits = typed.replace(/\D/g, '');
  const number = Number(digits);
  return digits !== '' && digits.length <= 8 && number > 0 ? number : undefined;
}
