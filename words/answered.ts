import type { AnswerFigures } from '../rules/answer-figures.ts';
import type { AnswersWords } from './en/answers.ts';
import type { Moment } from './writing.ts';

/**
 * Which sentences answer which question, with the figures of this minute. It is one rule for all: the page of the line,
 * the page without JavaScript, and the screen of those who read it aloud to a fan on the telephone. A sentence without
 * its figure is left out, and so is a question that has no answer just now.
 */
export type AnswerName = keyof AnswersWords['ask'];

export interface AnswerTold {
  readonly name: AnswerName;
  readonly question: string;
  readonly sentences: readonly string[];
}

/** How a language writes times; without a zone, as long as it is not known, no time is told. */
export interface TimesTold {
  readonly timeOfDay: Moment;
  readonly longMoment: Moment;
  readonly timeZone?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const dayMs = 86_400_000;

export function answered(words: AnswersWords, figures: AnswerFigures, times: TimesTold): readonly AnswerTold[] {
  const { phase, position, holdMinutes, proved } = figures;
  const { timeZone, now } = times;
  const long = (at: number) => timeZone && times.longMoment(at, timeZone);
  const doors =
    Math.abs(figures.doorsAt - now) < dayMs / 2
      ? timeZone && times.timeOfDay(figures.doorsAt, timeZone)
      : long(figures.doorsAt);
  const closes = long(figures.closesAt);
  const told: Readonly<Record<AnswerName, readonly (string | undefined | false | 0)[]>> = {
    queue: [words.queue, figures.waiting && words.waiting(figures.waiting), figures.rate && words.rate(figures.rate)],
    early: [words.noUse, ...drawn(words, figures, doors)],
    fair: proved === undefined ? [] : [proved ? words.fair : words.unproved, words.check],
    long: phase === 'over' ? [] : wait(words, figures, doors),
    refresh: [phase !== 'over' && words.refresh],
    missed: [phase !== 'over' && words.missed(closes)],
    quieter:
      phase === 'over'
        ? []
        : [
            words.quieter,
            figures.end && words.joiningNow(figures.end.half, figures.end.most),
            closes && words.closes(closes),
          ],
    seats: phase === 'over' ? [] : seats(words, figures),
    payment: [holdMinutes && words.kept(holdMinutes), words.payment],
    access: [words.access],
  };
  return (Object.keys(told) as AnswerName[]).flatMap((name) => {
    const sentences = told[name].filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
    const question = name === 'early' && position !== undefined ? words.askNumber(position) : words.ask[name];
    return sentences.length > 0 ? [{ name, question, sentences }] : [];
  });
}

function drawn(words: AnswersWords, figures: AnswerFigures, doors: string | undefined) {
  const { phase, here, among, behind, inLobby } = figures;
  if (phase === 'before') return [words.willBe(doors), here && words.here(here)];
  return [
    inLobby ? words.lot(doors) : words.late,
    among !== undefined && words.among(among),
    behind !== undefined && words.behind(behind),
    inLobby && among === undefined && words.late,
  ];
}

function wait(words: AnswersWords, figures: AnswerFigures, doors: string | undefined) {
  const { phase, halt, ahead, wait, middle, end } = figures;
  if (phase === 'before') return [words.notYet(doors)];
  if (ahead !== undefined && ahead < 0) return [words.called];
  const here = ahead !== undefined && `${words.ahead(ahead)}.`;
  if (halt) return [here, `${words.halts[halt][0]}.`, words.halts[halt][1]];
  if (ahead !== undefined)
    return [
      here,
      !wait ? words.unknown : wait.half < wait.most ? words.wait(wait.half, wait.most) : words.waitMost(wait.most),
    ];
  if (!middle || !end) return [words.unknown];
  return [words.middle(middle.half, middle.most), words.joiningNow(end.half, end.most)];
}

function seats(words: AnswersWords, figures: AnswerFigures) {
  const { halt, chance, left } = figures;
  if (halt === 'sold-out') return [`${words.halts[halt][0]}.`, words.halts[halt][1]];
  return [
    chance !== undefined && words.chance(chance),
    left !== undefined && words.left(left),
    chance === undefined && left === undefined && words.noOdds,
  ];
}
