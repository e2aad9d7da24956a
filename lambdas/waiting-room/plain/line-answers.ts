import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import type { Language } from '../../../contracts/languages.ts';
import type { Board, DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import { answerFigures, phaseOf } from '../../../rules/answer-figures.ts';
import { haltFor, inLobby } from '../../../rules/line-news.ts';
import { ownTextIn } from '../../../rules/own-text.ts';
import type { FoundStanding } from '../../../rules/standing.ts';
import { whoseBeacon } from '../../../rules/whose-beacon.ts';
import { windowOf } from '../../../rules/windows.ts';
import { answered } from '../../../words/answered.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';
import type { PlainPageWords } from '../../foundation/plain/plain-words.ts';

/**
 * The questions of fans, below the line without JavaScript: the sentences and the figures of the full page. They stand on
 * the page that keeps still. One that comes anew by itself would carry them each time, and move below its reader.
 */
export interface LineAnswers {
  readonly language: Language;
  readonly words: PlainPageWords;
  readonly line: LineFile;
  readonly board: Board | undefined;
  readonly standing: FoundStanding;
  readonly place: Pick<Place, 'round'> | undefined;
  /** Of the draw that gave the number. */
  readonly sheet: Pick<DrawSheet, 'size' | 'offset'> | undefined;
  /** The line as the season has it; undefined while the season cannot be read. */
  readonly listed: PublishedOnSale | undefined;
  /** IANA. */
  readonly timeZone: string;
  readonly now: number;
}

export function lineAnswers(asked: LineAnswers): Markup {
  const { language, words, line, board, standing, place, sheet, listed, timeZone, now } = asked;
  const { answers } = words;
  const window = place && line.tiers && windowOf(line, place.round);
  const figures = answerFigures({
    phase: phaseOf(standing),
    doorsAt: window?.opensAt ?? line.opensAt,
    closesAt: line.closesAt,
    board,
    halt: haltFor(standing, board),
    here: inLobby(line, board),
    inLobby: !place || place.round === (window?.round ?? 0),
    position: 'position' in standing ? standing.position : undefined,
    drawn: sheet,
    proved: whoseBeacon(line.beacon) === 'public',
    holdMinutes: listed?.holdMinutes,
  });
  // A page that keeps still brings no change, and must not say that it does.
  const told = answered(answers, figures, { ...words.written, timeZone, now }).filter(({ name }) => name !== 'refresh');
  const toOrders = markup`<p><a href="/plain/${line.onSale}/orders">${answers.findOrder}</a></p>
`;
  return markup`<section class="answers" id="answers"><h2>${answers.title}</h2>
${told.map(
  ({ name, question, sentences }) => markup`<h3>${question}</h3>
${sentences.map(
  (sentence) => markup`<p>${sentence}</p>
`,
)}${name === 'payment' && standing.at !== 'outside' && toOrders}`,
)}${listed?.answers?.map(
  ({ question, text }) => markup`${own('h3', ownTextIn(question, language))}${own('p', ownTextIn(text, language))}`,
)}</section>
`;
}

/** In the language and the direction that the venue wrote it in. */
function own(tag: 'h3' | 'p', { text, lang }: ReturnType<typeof ownTextIn>): Markup {
  const inLanguage = lang && markup` lang="${lang}"`;
  return tag === 'h3'
    ? markup`<h3 dir="auto"${inLanguage}>${text}</h3>
`
    : markup`<p dir="auto"${inLanguage}>${text}</p>
`;
}
