import type { EntryKind } from '../../contracts/line.ts';
import type { Lane, Need, Suspicion } from '../../contracts/line-requests.ts';
import type { RefusalCode } from '../../contracts/refusals.ts';
import { tongueOf } from '../tongue.ts';

const { count, plural, minutes } = tongueOf('en-GB');

/** What the page without JavaScript says; the shape that every other language fills. */
export const plainEnglish = {
  locale: 'en-GB',
  season: 'All shows',
  allLines: 'All lines',
  languages: 'Language',
  intro: 'The line in its plain form, which works without JavaScript. Your place and your number are the same here.',
  fullPage: 'To the full page',

  linesTitle: 'Which line?',
  noLines: 'No line is open or announced just now.',
  opensAt: (when: string) => `Doors open: ${when}`,
  isOpen: 'The doors are open',
  noLine: 'There is no such line',
  noLineDetail: 'Check the address, or choose a line from the list.',
  notYet: 'This line is not set up yet',
  notYetDetail: 'Come back nearer the opening. Nobody can join before, so you are missing nothing.',

  windows: 'Who may come in, and from when',
  doorsOpenDetail: 'Whoever joins in the same few seconds as you is drawn by lot together with you.',
  joinLobby: 'Join the lobby',
  joinLine: 'Join the line',
  entries: {
    members: 'With your member number',
    email: 'With the link from our e-mail',
    open: 'Without a membership',
  } satisfies Record<EntryKind, string>,
  member: 'Member number',
  memberHint: 'As printed on your membership card.',
  postcode: 'Postcode',
  postcodeHint: 'Of the address we write to you at.',
  link: 'Link from the e-mail',
  linkHint:
    'Ask for it on the full page, on any phone or computer that has JavaScript. Then copy the whole link from the e-mail into this box.',
  openDetail: (venue: string) =>
    `To keep robots out, this entry asks your browser for a short calculation, which needs JavaScript. Join on any phone or computer that has it, or telephone the box office of ${venue}.`,
  needs: 'Do you need anything?',
  need: {
    wheelchair: 'A wheelchair place',
    companion: 'A seat beside me for my companion',
    'more-time': 'More time for every step',
  } satisfies Record<Need, string>,
  join: 'Take a place',
  joinOnce: 'One place each: join again from anywhere and you get the same place back.',
  drawTitle: 'How the order is decided',
  draw: 'Everyone who is here before the doors open has the same chance: the moment they open, all places are drawn by lot. Coming early gains nothing, and whoever joins later stands behind this draw.',

  inLobby: 'You have a place',
  inLobbyDetail: 'You may close this page: your place stays yours. Be back when the doors open.',
  inTheLobby: (n: number) => plural(n, { one: '# person in the lobby.', other: '# people in the lobby.' }),
  drawing: 'The draw is being made',
  drawingDetail: 'Your number will be here in a few seconds.',
  number: 'Your number',
  ahead: (n: number) =>
    n === 0 ? 'You are next' : plural(n, { one: '# person ahead of you', other: '# people ahead of you' }),
  calledSoFar: (n: number) => (n === 0 ? 'Nobody has been called yet.' : `Called so far: 1 to ${count(n)}.`),
  wait: (half: number, most: number) =>
    `Half of those at your place are called within about ${minutes(half)}, nine of ten within about ${minutes(most)}.`,
  waitMost: (most: number) => `Nine of ten at your place are called within about ${minutes(most)}.`,
  waitUnknown: 'How long you will wait we will know in a minute or two.',
  chance: (ofTen: number) => `The chance that two seats are left at your turn is about ${ofTen} in 10.`,
  chanceHigh: 'Very likely there are seats left at your turn. It is not a promise.',
  chanceLow: 'It is unlikely that seats are left at your turn: fewer than 1 chance in 20.',
  keepPlace: 'You may close this page: your place stays yours. When your number is called it waits for you.',

  called: 'It is your turn',
  again: 'Your time to shop is over',
  againDetail: 'Your place is not lost: you may come in again whenever there is room.',
  calledDetail: (venue: string) =>
    `Choosing seats needs JavaScript. Open the full page on a phone or computer that has it and join as you did here: you get the same place. Or telephone the box office of ${venue} and say your number. Your time to shop begins when you take your pass, so have one of the two at hand.`,
  claim: 'Take my pass now',
  shopping: 'You have your pass',
  shoppingUntil: (time: string) => `It is good until ${time}.`,
  shoppingDetail: (venue: string) =>
    `Choose your seats on the full page, on a phone or computer that has JavaScript: join as you did here, and you get the same place and the same pass. Or telephone the box office of ${venue} and say your number.`,
  finish: 'I have finished shopping',
  over: 'This on-sale is over',
  overDetail: 'The line is closed. There may be other ways to get tickets: see all shows.',
  leave: 'Leave the line',
  leaveSure: 'You give up your number, and somebody else moves up.',
  leaveYes: 'Yes, leave the line',
  left: 'You have left the line. Change your mind? Join again and your old place is yours again.',

  paused: 'The line is paused. Nobody is called for the moment, and nobody overtakes you.',
  house: 'We call nobody while the seating plan is slow to answer. Nobody overtakes you.',
  baskets: 'Every seat is in somebody’s basket. Seats that are not paid for come back, and then we go on calling.',
  soldOut: 'Sold out: every seat is sold. Should seats come back, those next in line are called.',
  lost: 'No word from the line just now. Your place is safe: it is kept at the theatre, not on this page.',
  lane: {
    slower: 'Your place is in the slower lane: you are let in a little after your number is called.',
    removed: 'Your place was taken out of the line.',
  } satisfies Record<Lane['lane'], string>,
  why: {
    'many-from-one-address': 'Very many people joined from the address that you came from.',
    'not-a-browser': 'The join did not look like one from a browser.',
    staff: 'Our staff decided so.',
  } satisfies Record<Suspicion, string>,
  appeal: 'If that is a mistake, write to us from the full page: a person will look at it.',

  refreshes: 'This page refreshes itself.',
  stop: 'Stop refreshing',
  start: 'Refresh by itself',
  lookNow: 'Refresh now',
  asOf: (time: string) => `As of ${time}.`,
  trouble: 'That did not work',
  fault: 'Something went wrong on our side. Nothing of yours is lost. Try again in a few seconds.',
  notForm: 'Use the buttons on this page.',
  refused: {
    'member-unknown': 'Number and postcode do not match. Check both on your membership card, then try again.',
    'too-many-tries': 'This number was tried with many postcodes. It rests for a quarter of an hour; then try again.',
    'link-wrong': 'This link is not a valid one for this line. Copy it again, whole, or ask for a new one.',
    'line-closed': 'This on-sale has ended.',
    'line-not-open-yet': 'The doors are not open yet. Your place is safe.',
    'not-drawn-yet': 'Your number is drawn within seconds. Your place is safe.',
    'not-your-turn': 'It is not your turn yet. Your place is safe.',
    'slower-lane': 'You are let in a little later. Wait a minute, then try again: your place is safe.',
    'room-full': 'You have had your turn, and the room is full. Try once more in a little while.',
    'place-given-up': 'You left this line. Join again to take the same place back.',
    'receipt-missing': 'We do not see your place. Your browser may refuse cookies: allow them, and join again.',
    'receipt-forged': 'We do not see your place. Join again: you get your own place back.',
    'bad-request': 'Fill in every box, then try again.',
    'not-from-this-page': 'The form came from another site. Use the buttons on this page.',
  } as Readonly<Partial<Record<RefusalCode, string>>>,
};

export type PlainWords = typeof plainEnglish;
