import type { EntryKind } from '../../contracts/line.ts';
import { minutes, people } from './line.ts';

/* The words of the page without JavaScript that the line page does not share (words/all/plain.ts). */

export const plainWords = {
  season: 'All shows',
  allLines: 'All lines',
  languages: 'Language',
  intro: 'The line in its plain form, which works without JavaScript. Your place and your number are the same here.',
  fullPage: 'To the full page',

  linesTitle: 'Which line?',
  noLines: 'No line is open or announced just now.',
  opensAt: (when: string) => `Doors open: ${when}`,
  noLine: 'There is no such line',
  noLineDetail: 'Check the address, or choose a line from the list.',

  doorsOpenDetail: 'Whoever joins in the same few seconds as you is drawn by lot together with you.',
  entries: {
    members: 'With your member number',
    email: 'With the link from our e-mail',
    open: 'Without a membership',
  } satisfies Record<EntryKind, string>,
  link: 'Link from the e-mail',
  linkHint:
    'Ask for it on the full page, on any phone or computer that has JavaScript. Then copy the whole link from the e-mail into this box.',
  openDetail: (venue: string) =>
    `To keep robots out, this entry asks your browser for a short calculation, which needs JavaScript. Join on any phone or computer that has it, or ask the box office of ${venue}.`,
  anyNeeds: 'Do you need anything?',
  joinCookies:
    'This page keeps your place in a cookie. If your browser refuses cookies, allow them for this site before you join.',
  joinOnce: 'One place each: join again from anywhere and you get the same place back.',

  inLobbyDetail: 'You may close this page: your place stays yours. Be back when the doors open.',
  inTheLobby: (n: number) => `${people(n)} in the lobby.`,
  wait: (half: number, most: number) =>
    `Half of those at your place are called within about ${minutes(half)}, nine of ten within about ${minutes(most)}.`,
  waitMost: (most: number) => `Nine of ten at your place are called within about ${minutes(most)}.`,
  waitUnknown: 'How long you will wait we will know in a minute or two.',
  chance: (ofTen: number) => `The chance that two seats are left at your turn is about ${ofTen} in 10.`,
  chanceHigh: 'Very likely there are seats left at your turn. It is not a promise.',
  chanceLow: 'It is unlikely that seats are left at your turn: fewer than 1 chance in 20.',

  calledDetail: (venue: string) =>
    `Your time to shop begins when you take your pass. Without JavaScript we find the best seats for you, and you pay at the box office. To choose on the plan, or to pay by card, open the full page on a phone or computer that has JavaScript and join as you did here: you get the same place. Or ask the box office of ${venue}, and say your number.`,
  claim: 'Take my pass now',
  shopping: 'You have your pass',
  shoppingUntil: (time: string) => `It is good until ${time}.`,
  shoppingDetail: (venue: string) =>
    `Without JavaScript we find the best seats for you, and you pay at the box office. To choose on the plan, or to pay by card, open the full page on a phone or computer that has JavaScript: join as you did here, and you get the same place and the same pass. Or ask the box office of ${venue}, and say your number.`,
  leaveSure: 'You give up your number, and somebody else moves up.',
  leaveYes: 'Yes, leave the line',

  lost: 'No word from the line just now. Your place is safe: it is kept at the box office, not on this page.',
  appeal: 'If that is a mistake, write to us from the full page: a person will look at it.',

  refreshes: 'This page refreshes itself.',
  stop: 'Stop refreshing',
  start: 'Refresh by itself',
  lookNow: 'Refresh now',
  asOf: (time: string) => `As of ${time}.`,
  trouble: 'That did not work',
  fault: 'Something went wrong on our side. Nothing of yours is lost. Try again in a few seconds.',
};

export type PlainWords = typeof plainWords;
