import { count, plural } from './written.ts';

/* The words of the line page from the first load on; words that few fans need are in line-later.ts. */

export const people = (n: number) => plural(n, { one: '1 person', other: `${count(n)} people` });

/** A wait as people say it, from a minute on. */
export function minutes(n: number): string {
  if (n < 60) return plural(n, { one: 'a minute', other: `${n} minutes` });
  const hours = Math.round(n / 30) / 2;
  return hours === 1 ? 'an hour' : `${`${hours}`.replace('.5', '½')} hours`;
}

export const lineWords = {
  eyebrow: (audience?: string) => (audience ? `For ${audience}` : 'On-sale'),
  noOnSale: 'Which line is it?',

  doorsIn: 'The doors open in',
  doorsAt: (when: string) => `They open on ${when}.`,
  doorsOpening: 'The doors are opening',
  doorsOpen: 'The doors are open',
  windows: 'Who comes in when',
  openNow: 'open now',
  yourWindow: (name: string) => `You come in with: ${name}`,
  /** Without `half` if both are the same. */
  waitNow: (half: string | undefined, most: string) =>
    `Of those who join now, ${half ? `half are called within about ${half}, nine in ten` : 'nine in ten are called'} within ${most}.`,

  joinTitle: 'Join the lobby',
  joinTitleOpen: 'Join the line',
  ways: 'How do you come in?',
  way: { members: 'With a member number', email: 'By e-mail', open: 'Without either' },
  member: 'Member number',
  memberHint: 'As printed on your membership card.',
  postcode: 'Postcode',
  postcodeHint: 'Of the address we write to you at.',
  needsAsk: 'Do you need a wheelchair place, a companion beside you, or more time?',
  join: 'Take a place',
  joining: 'Taking a place…',
  proving: 'Checking that you are no robot…',
  provingDetail: 'Your browser is doing a sum for us. It takes a few seconds and asks nothing of you.',
  joinOnce: 'One place each. Join again from another phone or laptop and you get the same place back.',

  drawTitle: 'How the order is decided',
  draw: 'Everyone who is here before the doors open has the same chance: the moment they open, all places are drawn by lot. Coming early gains nothing, and whoever joins later stands behind this draw.',
  drawLater:
    'The doors are open, so you will stand behind everyone already drawn. Everyone who joins in the same few seconds as you is drawn by lot together.',
  ledger: 'What was done on this line',

  inLobby: 'You have a place',
  inLobbyDetail:
    'You may close this page, or let your phone sleep: your place stays yours. Be back when the doors open.',
  waitingHere: (n: number) => (n === 1 ? 'You are the first one here.' : `${people(n)} in the lobby.`),
  drawing: 'The draw is being made',
  drawingDetail: 'Your number will be here in a few seconds.',

  ahead: (n: number) => (n === 0 ? 'You are next' : `${people(n)} ahead of you`),

  halts: {
    staff: ['The line is paused', 'Nobody is called for the moment, and nobody overtakes you.'],
    house: [
      'The box office is catching up',
      'We call nobody until it answers as it should. Your place is safe, and nobody overtakes you.',
    ],
    baskets: [
      'Every seat is in somebody’s basket',
      'Some will be put back within minutes. Then the line goes on in its order: stay if you like.',
    ],
    'sold-out': [
      'Sold out',
      'Every seat is bought. If some are returned, the line goes on in its order. You may stay, leave, or ask the box office about returns.',
    ],
  },

  called: 'It is your turn',

  over: 'This on-sale is over',

  lost: 'No word from the box office just now',
  lostDetail: 'Your place is safe: it is kept at the box office, not on this page. We keep trying.',

  titleNumber: (position: number, ahead: number) =>
    ahead === 0 ? `Next · number ${count(position)}` : `${count(ahead)} ahead · number ${count(position)}`,
  titleCalled: '★ It is your turn',
  announceNumber: (position: number, ahead: string) => `Your number is ${count(position)}. ${ahead}.`,
};

export type LineWords = typeof lineWords;
