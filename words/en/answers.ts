import { lineWords, minutes, people } from './line.ts';
import { count } from './written.ts';

/*
 * What fans ask on the morning, and what is true of every venue. Fans read the answers on the page of the line, and
 * staff read them aloud: so “you” is the fan. Figures are those of the moment; words/answered.ts leaves out a sentence
 * whose figure is not known.
 */

const at = (when?: string) => (when ? ` (${when})` : '');

export const answersWords = {
  title: 'Questions and answers',
  ask: {
    queue: 'Why is there a line?',
    early: 'Does it help to come early?',
    fair: 'How do I know that the draw is fair?',
    long: 'How long will it take?',
    refresh: 'Should I refresh this page?',
    missed: 'What if I miss my turn?',
    quieter: 'When is it quieter?',
    seats: 'Will there be seats left?',
    payment: 'What if my payment fails?',
    access: 'How do I get a wheelchair place, or more time?',
  },
  askReach: 'How do I reach the box office?',
  /** In the place of `ask.early`, for a fan who has a number. */
  askNumber: (n: number) => `Why am I number ${count(n)}?`,

  queue:
    'More people come at the same moment than can choose seats at once. We let in as many as the box office can serve, by their numbers. So every seat goes to one person, and payments go through.',
  waiting: (n: number) => `Waiting just now: ${people(n)}.`,
  rate: (n: number) => `Called each minute: about ${count(n)}.`,

  noUse: 'Joining early does not give a better number.',
  willBe: (when?: string) =>
    `Everyone who joins before the doors open${at(when)} is drawn by lot at that moment. People who join later stand behind them.`,
  here: (n: number) => `In the lobby just now: ${people(n)}.`,
  lot: (when?: string) => `Everyone who joined before the doors opened${at(when)} was drawn by lot.`,
  among: (n: number) => `In that draw: ${people(n)}, all with the same chance of every number.`,
  late: 'People who join after the doors opened are drawn by lot with those who join in the same few seconds.',
  behind: (n: number) => `Drawn before, and so ahead: ${people(n)}.`,

  fair: 'First the list of everyone in a draw is fixed and published. Only then does a public source of random numbers decide: nobody can know it beforehand, or choose it.',
  unproved:
    'First the list of everyone in a draw is fixed and published. But no public source of random numbers that is known here decides in this line, so the draw is not proved.',
  checkPlace: 'Check my place',
  check:
    '“Check my place”, on the page of the line, works out your number again on your own device, from what is published.',

  notYet: (when?: string) => `We can say a minute or two after the doors open${at(when)}.`,
  unknown: 'We will know in a minute or two.',
  called: 'Your number has been called.',
  ahead: lineWords.ahead,
  wait: (half: number, most: number) =>
    `With a number like yours, half are called within about ${minutes(half)}, nine in ten within ${minutes(most)}.`,
  waitMost: (most: number) => `With a number like yours, nine in ten are called within ${minutes(most)}.`,
  middle: (half: number, most: number) =>
    `From the middle of the line, half are called within about ${minutes(half)}, nine in ten within ${minutes(most)}.`,
  joiningNow: (half: number, most: number) => lineWords.waitNow(half < most ? minutes(half) : undefined, minutes(most)),
  halts: lineWords.halts,

  refresh:
    'No. This page brings every change by itself. Refreshing does no harm and gains nothing: your place is kept at the box office, not on this page. You may close it, let your phone sleep, or join again on another device: you get the same place.',

  missed: (when?: string) =>
    `Nothing is lost. Once called, your number stays called until the line closes${at(when)}. If you come late, you stand first among the next and come in as soon as there is room. If your time to shop runs out, you may come in again whenever there is room.`,

  quieter:
    'The wait is longest when the doors open, and shorter once fewer people join than are called. But the later you come, the fewer seats there are to choose from. A place that you have never gets worse: keep it.',
  closes: (when: string) => `The line closes on ${when}.`,

  chance: (tenths: number) =>
    `For two seats with your number: ${tenths === 0 ? 'fewer than 1 chance in 20' : tenths === 10 ? 'very likely' : `about ${tenths} chances in 10`}. That is worked out from how people buy just now. It is not a promise.`,
  left: (n: number) => `Seats not sold yet: ${count(n)}.`,
  noOdds: 'We can say once people have begun to buy.',

  kept: (n: number) =>
    `The seats in your basket are kept for ${minutes(n)}, and longer while your bank asks you to confirm.`,
  findOrder: 'Find my order',
  payment:
    'If a payment is refused, nothing is taken: try again, or use another card. If you have paid and see no tickets, do not pay twice. Open “Find my order”: either your tickets are there, or the money goes back by itself.',

  access:
    'Wheelchair places, each with a seat beside it for a companion, are never given to anybody else. Choose “A wheelchair place” when you come in. If you need more time, say so when you join: every limit is longer for you, and you may ask for more. Neither changes the draw.',
};

export type AnswersWords = typeof answersWords;
